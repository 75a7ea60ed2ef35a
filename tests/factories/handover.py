"""Citizens and officials of a place in tests: a question asked, passed on, who is told."""

from handlers.messages import Reply
from handlers.people import NewInvitation, invite
from storage.database import Database
from storage.values import HandoverState, Role
from tests.factories.clerk import PLACE
from tests.factories.talk import Chat, build_chat

PROFILE = {
    "office.phone": "0298 3000 112",
    "office.address": "Thôn Bến Đình",
    "hours.days": "thứ Hai đến thứ Sáu",
    "hours.morning": "07:30–11:30",
    "hours.afternoon": "13:00–17:00",
}
QUESTION = "Nhà tôi tốc mái sau bão thì hỏi tiền hỗ trợ ở đâu?"


async def build_town(database: Database, *, place: str = PLACE) -> Chat:
    """Build a program with one place; the chat is Lan's, a citizen."""
    async with database.write() as work:
        await work.localities.ensure(place)
    return build_chat(database)


async def link_official(
    chat: Chat, user: str, name: str, *, role: Role = Role.CLERK, place: str = PLACE
) -> Chat:
    """Link another person to an office of a place."""
    official = chat.other(user)
    invitation = NewInvitation(place, "Văn phòng", name, role, makes_office=True)
    await official.says(await invite(chat.app.database, invitation, now=chat.clock.now()))
    return official


async def ask_official(chat: Chat, question: str = QUESTION) -> str:
    """Ask for an official and say what about."""
    await chat.says("gặp cán bộ")
    return await chat.says(question)


def replies_to(chat: Chat) -> list[Reply]:
    """Everything this person was told, with buttons."""
    return [reply for address, reply, _ in chat.channel.sent if address == chat.address]


def news(chat: Chat, before: int) -> list[str]:
    """What this person was told since there were `before` replies."""
    return chat.heard()[before:]


async def save_profile(chat: Chat, **profile: str) -> None:
    """Enter what the place says of itself."""
    async with chat.app.database.write() as work:
        [place] = await work.localities.list_all()
        await work.localities.save_profile(place.id, PROFILE | profile)


async def count_open(chat: Chat) -> int:
    """Count the open handovers."""
    async with chat.app.database.read() as work:
        return len(await work.handovers.list_open())


async def find_state(chat: Chat) -> HandoverState:
    """Give the state of the first handover."""
    async with chat.app.database.read() as work:
        found = await work.handovers.find(1)
    assert found
    return found.state
