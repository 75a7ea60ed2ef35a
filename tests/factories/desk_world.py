"""A commune in the middle of its work, for the desk's pages, guides and benches.

The sample's plan and profile, people of every role, cases in every state, questions that wait.
"""

import datetime as dt
from dataclasses import dataclass, field
from time import monotonic

from bot.app import App
from bot.sample import load_sample
from handlers.cases.changes import Facts
from handlers.login.sessions import OFFICER
from handlers.texts.forms import local_day
from knowledge.cases.steps import Action
from storage.values import Address, Contact, KeptFor, Person, Role
from storage.work import Work
from tests.factories.cases import open_case
from tests.factories.desk import BROWSER
from tests.factories.talk import MONDAY
from tests.factories.town_hall import TownHall

PLACE = "xã Bến Lụa"
OFFICE, ECONOMY, CULTURE = (
    "Văn phòng HĐND và UBND xã",
    "Phòng Kinh tế",
    "Phòng Văn hóa - Xã hội",
)
PEOPLE = (
    ("clerk", "Lê Thị Bình", OFFICE, Role.CLERK),
    ("leader", "Nguyễn Thị Hạnh", "Lãnh đạo UBND xã", Role.LEADER),
    ("head", "Phạm Văn Cường", ECONOMY, Role.HEAD),
    ("officer", "Trần Văn An", ECONOMY, Role.OFFICER),
)
CONTENTS = (
    ("Đèn đường đầu thôn 3 hỏng cả tháng nay, buổi tối rất tối", "đầu thôn 3"),
    ("Rác ở chợ Bến Lụa ba ngày chưa thu gom, mùi rất khó chịu", "chợ Bến Lụa"),
    ("Cống thoát nước trước trường tiểu học bị tắc, mưa là ngập", "trước trường tiểu học"),
    ("Đường liên thôn 5 có ổ gà lớn, xe máy hay ngã", "thôn 5"),
    ("Loa truyền thanh thôn 2 nói quá to lúc sáng sớm", "thôn 2"),
    ("Bộ phận Một cửa hẹn trả kết quả hai lần mà chưa có", "Bộ phận Một cửa"),
    (
        "Cây bàng cạnh nhà văn hóa thôn 1 sắp đổ. Nhà ông Trần Văn Tám ở ngay cạnh, số 0912 345 678",
        "nhà văn hóa thôn 1",
    ),
)
SENDER = Contact("Nguyễn Văn Bình", "0912 345 678", "Thôn 3, xã Bến Lụa")
QUESTIONS = (
    ("Làm lại thẻ bảo hiểm y tế cho con ở đâu?", KeptFor.NOT_FOUND, 4),
    ("Thứ bảy có nhận hồ sơ đất đai không?", KeptFor.NOT_FOUND, 2),
    ("Hạn báo cáo kiểm soát thủ tục hành chính quý III?", KeptFor.DISLIKED, 1),
)


@dataclass(slots=True)
class RunningClock:
    """A clock that goes on from a moment of its own."""

    start: dt.datetime = MONDAY
    _began: float = field(default_factory=monotonic)

    def now(self) -> dt.datetime:
        return self.start + dt.timedelta(seconds=monotonic() - self._began)


def name_secret(who: str) -> str:
    """Give the secret of the session that somebody of the world has open."""
    return f"session-of-{who}"


async def fill_world(app: App) -> None:
    """Fill an empty database."""
    now = app.clock.now()
    await load_sample(app)
    async with app.database.write() as work:
        hall = TownHall(work, await work.localities.ensure(PLACE))
        people = {key: await hall.seat(name, office, role) for key, name, office, role in PEOPLE}
        await work.offices.ensure(hall.place.id, CULTURE)
        await _open_sessions(work, people, now=now)
        for text, reason, count in QUESTIONS:
            for _ in range(count):
                await work.faq.keep(hall.place.id, text, reason, now=now)
        office = await work.offices.ensure(hall.place.id, ECONOMY)
        await _fill_cases(app, work, people, hall.place.id, office.id, now=now)


async def _open_sessions(work: Work, people: dict[str, Person], *, now: dt.datetime) -> None:
    for who in (*people, "operator"):
        person = people.get(who)
        await work.logins.open_session(
            name_secret(who),
            role=OFFICER if person else Role.OPERATOR,
            person_id=person.id if person else None,
            browser=BROWSER,
            now=now,
            expires_at=now + dt.timedelta(hours=12),
        )


async def _fill_cases(
    app: App,
    work: Work,
    people: dict[str, Person],
    place_id: int,
    office_id: int,
    *,
    now: dt.datetime,
) -> None:
    """Send in a case of each content, each a step further on its way than the one before."""
    given = {"office_id": office_id, "office": ECONOMY}
    answer = "Phòng Kinh tế đã kiểm tra và cho sửa xong ngày 20/11/2026. Cảm ơn Ông/Bà đã phản ánh."
    signed = Facts(number="45/UBND", day=local_day(now), signer="Chủ tịch Nguyễn Thị Hạnh")
    life = (
        ("clerk", Action.ACCEPT, Facts()),
        ("clerk", Action.ASSIGN, Facts(**given)),  # type: ignore[arg-type]
        ("officer", Action.START, Facts()),
        ("officer", Action.DRAFT, Facts(text=answer)),
        ("leader", Action.APPROVE, signed),
        ("clerk", Action.ANSWER, signed),
    )
    for number, (content, where) in enumerate(CONTENTS):
        sent_at = now - dt.timedelta(days=2 + number)
        case = await open_case(
            work,
            place_id,
            number=number + 1,
            sender=Address("web", f"citizen-{number}"),
            content=content,
            where=where,
            contact=SENDER,
            now=sent_at,
        )
        for who, action, facts in life[:number]:
            doer = app.desk.find_doer(case, None, people[who])
            case = await app.desk.move(work, case, action, doer, facts, now=now)
