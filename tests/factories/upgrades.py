"""An older program's database in today's program: what it was in the middle of goes on."""

from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bot.channels.base import Pressed
from handlers.messages import load_reply
from storage.cipher import Cipher
from storage.database import Database
from storage.migrate import migrate
from storage.values import Address, DueState
from tests.factories.talk import Chat, build_chat
from tests.storage.releases.loading import is_older, load_release, read_presses
from tests.storage.releases.make import DRAFT, KEY, OA, SECRET, TOKENS, at

WAITED = ("tam", "dao")  # a reply put off, and one whose sender died
ASKED = ("khe", "ha")  # a question whose worker died, and one nobody had taken


@dataclass(frozen=True, slots=True)
class Upgraded:
    """Today's program on what a release left behind, five minutes later."""

    release: str
    chat: Chat

    def knows(self, revision: str) -> bool:
        """Tell whether the release had what came with a revision."""
        return self.release >= f"r{revision}"

    async def catch_up(self) -> None:
        """Work and deliver what waits."""
        await self.chat.app.drain()

    def told(self, user: str) -> list[str]:
        """Everything somebody was told since the upgrade."""
        return self.chat.heard_by(user)

    async def shown_before(self, user: str) -> list[str]:
        """What the buttons of the last reply to somebody say, as the release stored it."""
        async with self.chat.app.database.read() as work:
            kept = [await work.outbox.find_shown(number) for number in range(1, 60)]
        bodies = [shown[1] for shown in kept if shown and shown[0].user == user]
        return [button.says for button in load_reply(bodies[-1]).buttons]

    async def press(self, user: str, says: str) -> None:
        """Press a button that the release showed and signed."""
        [token] = [
            t for who, t, words in read_presses(self.release) if (who, words) == (user, says)
        ]
        address, now = Address("web", user), self.chat.clock.now()
        await self.chat.app.receiver.receive(Pressed(address, f"press.{user}", token, now))
        await self.catch_up()

    async def tick(self, moment: str) -> None:
        """Let the schedule tick at a moment in Viet Nam."""
        self.chat.clock.moment = at(moment)
        await self.chat.app.tick()
        await self.catch_up()


@asynccontextmanager
async def upgrade(release: str, url: str) -> AsyncIterator[Upgraded]:
    """Put a release's database in place, migrate it and open today's program on it."""
    load_release(release, url)
    assert migrate(url) is is_older(release)
    database = Database(url, Cipher([KEY]))
    chat = build_chat(database)
    chat.clock.moment = at("2026-11-23T09:05")
    try:
        yield Upgraded(release, chat)
    finally:
        await database.close()


async def check_going_on(release: str, url: str) -> None:
    """Check all that a release was in the middle of."""
    async with upgrade(release, url) as upgraded:
        await check_queues(upgraded)
        await check_talk(upgraded)
        await check_dialogue(upgraded)
        await check_cases(upgraded)
        await check_buttons(upgraded)
        await check_secrets(upgraded)
        await check_nudges(upgraded)


async def check_queues(upgraded: Upgraded) -> None:
    """What waited is answered and delivered, each once.

    Plans of before 0002 are internal, as nobody has said that they are public.
    """
    await upgraded.catch_up()
    for user in WAITED:
        assert [text for text in upgraded.told(user) if "xin chào" in text] == upgraded.told(user)
        assert len(upgraded.told(user)) == 1
    for user in ASKED:
        [answer] = upgraded.told(user)
        assert ("30/11/2026" if upgraded.knows("0002") else "chưa có kế hoạch nào") in answer
    keys = Counter(key for _, _, key in upgraded.chat.channel.sent)
    assert set(keys.values()) == {1}
    async with upgraded.chat.app.database.read() as work:
        for state in ("new", "claimed", "parked"):
            assert not await work.inbox.count(state)
            assert not await work.outbox.count(state)


async def check_dialogue(upgraded: Upgraded) -> None:
    """A report half written goes on, or is closed with its text kept; it can be sent either way."""
    [skip] = [says for says in await upgraded.shown_before("mai") if says == "Bỏ qua"]
    mai = upgraded.chat.other("mai")
    said = await mai.says(skip)
    assert DRAFT in said
    if "Gửi" not in mai.buttons:  # closed: it was another version's
        assert "phản ánh" in said
        for text in ("phản ánh", DRAFT, "bỏ qua"):
            said = await mai.says(text)
    assert "Mã phản ánh: PA261123-" in await mai.says("gửi")


async def check_cases(upgraded: Upgraded) -> None:
    """The case is its sender's, with whom to call, and listed to whoever handles it."""
    lan, binh = upgraded.chat.other("lan"), upgraded.chat.other("binh")
    async with upgraded.chat.app.database.read() as work:
        case = next(c for c in await work.cases.list_all() if c.sender and c.sender.user == "lan")
    assert case.contact
    known = f"{case.contact.phone} {case.contact.address}"  # before 0004 it was one line
    assert "0912345678" in known.replace(" ", "")
    assert case.code in await lan.says("phản ánh của tôi")
    handler = upgraded.chat.other("an") if upgraded.knows("0004") else binh
    assert case.code in await handler.says("việc PAKN")


async def check_buttons(upgraded: Upgraded) -> None:
    """What an old nudge's button says is done."""
    an = upgraded.chat.other("an")
    if upgraded.knows("0006"):
        await upgraded.press("an", "xong V1")
    else:
        await an.says("việc của tôi")
        await an.says("xong 1")
    async with upgraded.chat.app.database.read() as work:
        states = {due.task_id: due.state for due in await work.due_days.of_tasks([1, 2, 3])}
    assert states == {1: DueState.DONE, 2: DueState.OPEN, 3: DueState.DONE}
    assert "Đã ghi việc" in upgraded.told("an")[-1]


async def check_talk(upgraded: Upgraded) -> None:
    """A question handed to an official is answered, or asked anew where that was unknown."""
    kim, binh = upgraded.chat.other("kim"), upgraded.chat.other("binh")
    if not upgraded.knows("0002"):
        await kim.says("gặp cán bộ")
        await kim.says("Nhà tôi tốc mái sau bão thì hỏi tiền hỗ trợ ở đâu?")
    await binh.says("trả lời 1: Ông/Bà liên hệ Văn phòng, sáng thứ Ba.")
    await binh.says("gửi")
    assert "sáng thứ Ba" in "\n".join(upgraded.told("kim"))


async def check_secrets(upgraded: Upgraded) -> None:
    """Sessions stay open, tokens can be read."""
    now = upgraded.chat.clock.now()
    async with upgraded.chat.app.database.read() as work:
        assert await work.logins.find_session(SECRET, now=now)
        pair = await work.token_pairs.find(OA)
    assert upgraded.knows("0006") == (pair is not None)
    assert pair is None or (pair.access, pair.refresh) == TOKENS


async def check_nudges(upgraded: Upgraded) -> None:
    """Who has not done yet is nudged, once; who asked to be reminded is."""
    done, waits = "Phát tờ rơi", "Lập danh sách"
    before = len(upgraded.told("binh")), len(upgraded.told("an"))
    for moment in ("2026-11-23T10:00", "2026-11-23T10:01"):
        await upgraded.tick(moment)
    assert len([text for text in upgraded.told("binh")[before[0] :] if waits in text]) == 1
    before = len(upgraded.told("binh")), before[1]
    await upgraded.tick("2026-11-26T07:30")
    told = [text for text in upgraded.told("binh")[before[0] :] if waits in text]
    assert len(told) == (2 if upgraded.knows("0002") else 1)
    assert not [text for text in upgraded.told("an")[before[1] :] if done in text]
