"""Citizens in tests: words with photos, and an office that takes steps with what they sent."""

import uuid

from handlers.cases.access import Doer
from handlers.cases.changes import Facts
from handlers.files.rules import Upload
from handlers.messages import Attachment, Message
from knowledge.cases.steps import Action, Actor
from storage.values import Case, NewFile
from tests.factories.photos import write_jpeg
from tests.factories.talk import Chat

LAMP = "Đèn đường đầu thôn Bến Đình hỏng cả tháng nay, tối đi lại rất nguy hiểm"
CLERKS = "Cán bộ tư pháp bắt tôi đi lại 4 lần mới chứng thực được giấy khai sinh"
RULE = "Quy định nộp 3 bản sao giấy khai sinh là không hợp lý, đề nghị bỏ"
CONTACT = "Nguyễn Thị Lan, thôn Bến Đình, 0912 345 678"
OFFICE = Doer(frozenset(Actor) - {Actor.CITIZEN, Actor.SYSTEM})
ANSWERED = (
    *(Action.ACCEPT, Action.ASSIGN, Action.START),
    *(Action.DRAFT, Action.APPROVE, Action.ANSWER),
)


async def show(chat: Chat, *names: str, text: str = "") -> str:
    """Send photos of some names with a text; return what was answered at once."""
    uploads = [Upload.of(name, write_jpeg()) for name in names]
    return await bring(chat, text, uploads=uploads)


async def bring(
    chat: Chat,
    text: str,
    *attachments: Attachment,
    uploads: list[Upload] | None = None,
) -> str:
    """Send a message with attachments; return what was answered at once."""
    before = len(chat.channel.sent)
    message = Message(chat.address, uuid.uuid4().hex, text, chat.clock.now(), attachments)
    await chat.app.intake.receive(message, uploads or [])
    await chat.app.drain()
    chat.clock.advance(seconds=1)
    return "\n".join(reply.text for _, reply, _ in chat.channel.sent[before:])


async def keep_voice(chat: Chat) -> Attachment:
    """Keep a voice message of the citizen's; return it as it comes with a message."""
    voice = NewFile(uuid.uuid4().hex, "audio/ogg", 9, "")
    async with chat.app.database.write() as work:
        number = await work.files.add(chat.address, voice, now=chat.clock.now())
    return Attachment("audio", file_id=number, media_type="audio/ogg")


async def wait(chat: Chat, seconds: float) -> str:
    """Let time pass; return what was said meanwhile."""
    before = len(chat.channel.sent)
    chat.clock.advance(seconds=seconds)
    await chat.app.drain()
    return "\n".join(reply.text for _, reply, _ in chat.channel.sent[before:])


async def report(chat: Chat, *said: str) -> Case:
    """Send a PAKN in the words given; return it as recorded."""
    for text in said or (LAMP, CONTACT):
        await chat.says(text)
    await chat.says("gửi")
    return await last_case(chat)


async def last_case(chat: Chat) -> Case:
    """Give the case recorded last."""
    async with chat.app.database.read() as work:
        return (await work.cases.list_all())[-1]


async def act(chat: Chat, *actions: Action) -> Case:
    """Let the office take steps with the case recorded last."""
    now = chat.clock.now()
    async with chat.app.database.write() as work:
        case = (await work.cases.list_all())[-1]
        office = await work.offices.ensure(case.locality_id, "Phòng Kinh tế")
        facts = {
            Action.ASSIGN: Facts(office_id=office.id, office=office.name),
            Action.ASK_INFO: Facts(text="đoạn nào của đường?"),
            Action.DRAFT: Facts(text="Đã thay bóng đèn."),
            Action.APPROVE: Facts(number="12/UBND-VP", day=now.date(), signer="Trần Văn Hai"),
        }
        for action in actions:
            held = await work.cases.hold(case.code)
            assert held
            case = await chat.app.desk.move(
                work, held, action, OFFICE, facts.get(action, Facts()), now=now
            )
    await chat.app.drain()
    return case
