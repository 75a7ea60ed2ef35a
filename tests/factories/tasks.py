"""A place whose officials have work to do, each with a conversation of their own."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from handlers.messages import Message
from handlers.turn import Turn
from storage.database import Database
from storage.values import Address, DueDay, DueState, Invitation, Role
from storage.work import Work
from tests.factories.clerk import BEFORE, ELSEWHERE, PLACE, load
from tests.factories.plans import CULTURE, OFFICE, TEXT
from tests.factories.talk import MONDAY, Chat, build_chat
from tests.handlers.conftest import Prepared

ECONOMY = "Phòng Kinh tế"
ROWS = (
    "3\tTổ chức hội thi tìm hiểu cải cách hành chính\tPhòng Văn hóa - Xã hội\t\t"
    "Chậm nhất ngày 27/11/2026\tBáo cáo kết quả\n"
    "4\tĐăng tin về dịch vụ công trực tuyến\tPhòng Văn hóa - Xã hội\t\t"
    "Trước ngày 21/11/2026\tTin, bài\n"
    "5\tNiêm yết giá dịch vụ tại chợ\tPhòng Kinh tế\t\tTrước ngày 18/12/2026\tBảng giá\n"
)
PLAN = TEXT + ROWS
# user: name, role, office, place
PEOPLE = {
    "an": ("Trần Văn An", Role.OFFICER, CULTURE, PLACE),
    "binh": ("Lê Thị Bình", Role.OFFICER, CULTURE, PLACE),
    "ha": ("Phạm Thu Hà", Role.HEAD, CULTURE, PLACE),
    "kinhte": ("Vũ Minh Kha", Role.OFFICER, ECONOMY, PLACE),
    "thu": ("Đỗ Anh Thư", Role.CLERK, OFFICE, PLACE),
    "chutich": ("Bùi Văn Lâm", Role.LEADER, "Chủ tịch UBND xã", PLACE),
    "phochutich": ("Ngô Thị Mai", Role.LEADER, "Phó Chủ tịch UBND xã", PLACE),
    "xa": ("Hồ Văn Xá", Role.OFFICER, CULTURE, "xã Đồi Sim"),
}


@dataclass(slots=True)
class Official:
    """One official's conversation: what is answered to them alone, and what they are told."""

    chat: Chat
    seen: int = 0
    buttons: Mapping[str, str] = field(default_factory=dict)

    async def says(self, text: str) -> str:
        """Say something; give what is answered to this person, and keep its buttons by label."""
        self.told()
        await self.chat.says(text)
        replies = [r for to, r, _ in self.chat.channel.sent if to == self.chat.address]
        own = replies[self.seen :]
        self.seen = len(replies)
        self.buttons = {b.label: b.says for b in own[-1].buttons} if own else {}
        return "\n".join(reply.text for reply in own)

    async def presses(self, label: str) -> str:
        """Press a button of the last answer or notice."""
        return await self.says(self.buttons[label])

    def told(self) -> list[str]:
        """Give what this person was told unasked since the last look, and keep its buttons."""
        replies = [r for to, r, _ in self.chat.channel.sent if to == self.chat.address]
        new = replies[self.seen :]
        self.seen = len(replies)
        if new:
            self.buttons = {b.label: b.says for b in new[-1].buttons}
        return [reply.text for reply in new]


@dataclass(slots=True)
class Commune:
    """The people of a place, by user name."""

    chat: Chat
    officials: dict[str, Official]

    def __getitem__(self, user: str) -> Official:
        if user not in self.officials:
            self.officials[user] = Official(self.chat.other(user))
        return self.officials[user]

    async def find(self, words: str, office: str | None = None) -> DueDay:
        """Find a due day that holds, by words of its task and by its office."""
        async with self.chat.app.database.read() as work:
            places = await work.localities.list_all()
            found = [
                due
                for place in places
                for due in await work.due_days.of_place(place.id, frozenset(DueState))
                if words in due.task.content and office in (None, due.office)
            ]
        held = [due for due in found if due.state is not DueState.CANCELLED]
        return (held or found)[0]

    def go_to(self, moment: str) -> None:
        """Set the clock to a moment in Viet Nam's time: "2026-11-24 09:00"."""
        local = dt.datetime.strptime(moment, "%Y-%m-%d %H:%M").replace(tzinfo=BEFORE.tzinfo)
        self.chat.clock.moment = local.astimezone(dt.UTC)

    @property
    def today(self) -> dt.date:
        """The day by the set clock."""
        return self.chat.clock.moment.astimezone(BEFORE.tzinfo).date()

    async def turn(self, user: str, text: str) -> Turn:
        """Give the turn of a message, for one skill alone."""
        address, now = Address("web", user), self.chat.clock.now()
        async with self.chat.app.database.read() as work:
            places = await work.localities.list_all()
            person = await work.people.find(address, on=self.today)
            dialogues = await work.dialogues.of(address)
        message = Message(address, "1", text, now)
        return Turn(message, "vi", now, dialogues, person, places, None)

    async def deliver(self) -> None:
        """Let what waits for its moment go out."""
        await self.chat.app.drain()


async def seat_commune(database: Database) -> None:
    """Fill a database: two places with a confirmed plan each, officials linked in chat."""
    chat = build_chat(database)
    chat.clock.moment = BEFORE
    async with database.write() as work:
        for user, (name, role, office, place) in PEOPLE.items():
            await _seat(work, Address("web", user), name, role, office, place)
    await load(chat, PLAN)
    await load(chat, ELSEWHERE)


async def _seat(
    work: Work, address: Address, name: str, role: Role, office: str, place: str
) -> None:
    locality = await work.localities.ensure(place)
    held = await work.offices.ensure(locality.id, office)
    invitation = Invitation(0, locality.id, held.id, office, name, role, BEFORE, None)
    await work.people.join(invitation, address, now=BEFORE, today=BEFORE.date())


async def open_commune(prepared: Prepared, folder: Path) -> Commune:
    """Open a copy of the filled database on Monday 23/11/2026, 09:00."""
    database = await prepared.copy(seat_commune, folder / "motcua.sqlite")
    chat = build_chat(database)
    chat.clock.moment = MONDAY
    return Commune(chat, {})
