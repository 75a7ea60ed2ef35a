"""What people say in the traffic, and what each is to be answered: rehearsed beforehand, calmly."""

import datetime as dt
import itertools
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.app import App, build
from bot.channels.wording import split_text, write_menu
from bot.settings import Settings
from handlers.messages import Message, Reply
from knowledge.case_codes import find_code
from knowledge.search.base import Embedder
from storage.database import Database
from storage.values import Address, Invitation
from tests.factories.talk import FixedClock, RecordingChannel

SUNDAY = dt.datetime(2026, 11, 22, 2, 0, tzinfo=dt.UTC)  # nothing falls due that is told unasked
STEPS = 10  # of each script
LIMITS = {"telegram": 4096, "zalo_bot": 2000, "zalo_oa": 2000}
_CODE = re.compile(r"PA\d{6}-\w{6}")
_MARK = re.compile(r"(?<=cột số )\d+")
_QUESTIONS = (
    "Rà soát TTHC lĩnh vực đất đai, xây dựng do ai chủ trì?",
    "Khi nào phải rà soát thủ tục bảo trợ xã hội, người có công?",
    "Tỷ lệ hồ sơ được số hóa phải đạt bao nhiêu?",
    "Tập huấn cho tổ công nghệ số cộng đồng do đơn vị nào phụ trách?",
    "Bao giờ tổng kết việc thực hiện Kế hoạch?",
    "Ai nhập, duyệt biểu số liệu TTHC?",
    "Hạn ban hành kế hoạch rà soát, đánh giá TTHC năm 2026 của xã?",
    "Mức độ hài lòng của người dân phải đạt bao nhiêu?",
    "Ai hướng dẫn kích hoạt tài khoản định danh điện tử?",
    "who leads the review of land procedures?",
    "ho so truc tuyen dat bao nhieu phan tram",
    "Hồ sơ trả kết quả đúng hạn đạt bao nhiêu phần trăm?",
)


class Act(StrEnum):
    """What a person does with a step's words."""

    SAYS = "says"
    PRESSES = "presses"  # the button so labelled, once it is shown
    LOOKS_UP = "looks up"  # the code of their own PAKN, once it is shown


class Part(StrEnum):
    """Whom a person plays."""

    ASKER = "asker"
    WRITER = "writer"  # of a PAKN, all typed
    PRESSER = "presser"  # of its buttons
    OFFICIAL = "official"


_TURN = (Part.ASKER, Part.WRITER, Part.PRESSER)
CAST = (*_TURN, Part.OFFICIAL, *_TURN, Part.ASKER, Part.WRITER, Part.ASKER)  # of ten people


@dataclass(frozen=True, slots=True)
class Step:
    """What a person does next; {mark} stands for their own number."""

    words: str
    act: Act = Act.SAYS


@dataclass(frozen=True, slots=True)
class Role:
    """A part in one of its variants, on a kind of channel."""

    part: Part
    variant: int
    kind: str

    @property
    def script(self) -> tuple[Step, ...]:
        """Everything that the person does."""
        return tuple(itertools.islice(_SCRIPTS[self.part](_pick_questions(self.variant)), STEPS))


def _pick_questions(variant: int) -> Iterator[Step]:
    at = variant * 5
    return (Step(each) for each in itertools.cycle((*_QUESTIONS[at:], *_QUESTIONS[:at])))


def _ask(questions: Iterator[Step]) -> Iterator[Step]:
    yield Step("xin chào")
    yield from itertools.islice(questions, 3)
    yield Step("cảm ơn")
    yield from itertools.islice(questions, 4)
    yield Step("cảm ơn")


def _write(questions: Iterator[Step]) -> Iterator[Step]:
    yield Step("xin chào")
    yield next(questions)
    yield Step("phản ánh")
    yield Step("Đèn đường ở cột số {mark} thôn Đình hỏng cả tháng nay")
    yield Step("Nguyễn Văn Bình, 0912345678, thôn Đình")
    yield Step("gửi")
    yield Step("phản ánh của tôi")
    yield Step("", Act.LOOKS_UP)
    yield Step("cảm ơn")
    yield next(questions)


def _press(questions: Iterator[Step]) -> Iterator[Step]:
    yield Step("xin chào")
    yield Step("Gửi phản ánh", Act.PRESSES)
    yield Step("Cống cạnh cột số {mark} thôn Đình tắc, nước thải tràn ra đường")
    yield Step("Trần Thị Hoa, 0987654321, thôn Đình")
    yield Step("Gửi", Act.PRESSES)
    yield Step("cảm ơn")
    yield from itertools.islice(questions, 3)
    yield Step("cảm ơn")


def _work(questions: Iterator[Step]) -> Iterator[Step]:
    yield Step("việc của tôi")
    yield from itertools.islice(questions, 4)
    yield Step("việc của tôi")
    yield Step("PA261122-7K3QXC")
    yield from itertools.islice(questions, 3)


_SCRIPTS: dict[Part, Callable[[Iterator[Step]], Iterator[Step]]] = {
    Part.ASKER: _ask,
    Part.WRITER: _write,
    Part.PRESSER: _press,
    Part.OFFICIAL: _work,
}


def cast_roles(
    people: int, variants: int, parts: Sequence[Part], kinds: Sequence[str]
) -> list[Role]:
    """Give each of so many people a role: kinds in turn, then parts, then variants."""
    in_turn = itertools.product(range(variants), parts, kinds)
    roles = [Role(part, variant, kind) for variant, part, kind in in_turn]
    return [roles[number % len(roles)] for number in range(people)]


def tidy(text: str) -> str:
    """Leave out of a text what differs from person to person, and what the wire may change."""
    return _MARK.sub("#", _CODE.sub("PA#", unicodedata.normalize("NFC", text))).strip()


def write_shown(kind: str, reply: Reply) -> list[str]:
    """Write a reply as a person sees it on a kind of channel, tidied, in its parts."""
    text = reply.text if kind == "telegram" else write_menu(reply)
    return [tidy(part) for part in split_text(text, LIMITS[kind])]


async def join_official(database: Database, address: Address) -> None:
    """Let an official of the sample's commune join."""
    async with database.write() as work:
        place = await work.localities.find("xã Bến Lụa")
        assert place
        office = await work.offices.ensure(place.id, "Phòng Kinh tế")
        asked = Invitation(0, place.id, office.id, office.name, "Cán bộ", "officer", SUNDAY, None)
        await work.people.join(asked, address, now=SUNDAY, today=SUNDAY.date())


async def rehearse(
    database: Database, settings: Settings, embedder: Embedder | None, roles: Iterable[Role]
) -> dict[Role, list[list[str]]]:
    """Play every role alone and undisturbed; return what each step is answered, in its parts."""
    channels = {kind: RecordingChannel(f"{kind}:00000000") for kind in LIMITS}
    by_name = {channel.name: channel for channel in channels.values()}
    app = build(settings, database, channels=by_name, clock=FixedClock(SUNDAY), embedder=embedder)
    return {role: await _play(app, channels[role.kind], role) for role in roles}


async def _play(app: App, channel: RecordingChannel, role: Role) -> list[list[str]]:
    address = Address(channel.name, f"{role.part}-{role.variant}")
    if role.part is Part.OFFICIAL:
        await join_official(app.database, address)
    answers, heard = [], list[Reply]()
    for number, step in enumerate(role.script):
        before = len(channel.sent)
        words = _find_words(step, heard)
        message = Message(address, f"{address.user}.{number}", words, app.clock.now())
        await app.intake.receive(message)
        while await app.worker.work_once():
            await app.courier.settle()
        replies = [reply for to, reply, _ in channel.sent[before:] if to == address]
        heard += replies
        answers.append([part for each in replies for part in write_shown(role.kind, each)])
    return answers


def _find_words(step: Step, heard: Sequence[Reply]) -> str:
    if step.act is Act.SAYS:
        return step.words.format(mark=0)
    if step.act is Act.LOOKS_UP:
        return find_own_code([reply.text for reply in heard])
    buttons = [button for reply in reversed(heard) for button in reply.buttons]
    return next(button.says for button in buttons if button.label == step.words)


def find_own_code(texts: Sequence[str]) -> str:
    """Find the code that somebody was shown last."""
    return next(code for text in reversed(texts) if (code := find_code(text)))
