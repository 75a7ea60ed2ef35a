"""A clerk's place in tests: a plan, its next version, a linked clerk."""

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

from handlers.people import NewInvitation, invite
from handlers.plans import Confirmation, ImportReport
from storage.values import Role
from tests.factories.plans import CULTURE, OFFICE, TEXT
from tests.factories.talk import Chat

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
PLACE = "xã Bến Lụa"
BEFORE = dt.datetime(2026, 11, 2, 8, 0, tzinfo=HANOI)
# One task stays, one has a new day, one is reworded, one is dropped and one is new.
NEXT = TEXT.replace(
    "Trước ngày 05/12/2026\tTờ rơi được phát", "Trước ngày 20/12/2026\tTờ rơi được phát"
).replace(
    "Kiểm tra việc trả kết quả đúng hẹn tại quầy", "Kiểm tra việc trả kết quả đúng hẹn tại các quầy"
).replace(
    "2\tTrực đường dây nóng\tVăn phòng HĐND và UBND xã\t\tThường xuyên\tSổ theo dõi",
    "2\tNiêm yết giá dịch vụ tại chợ trung tâm\tPhòng Kinh tế\t\tTrước ngày 18/12/2026\tBảng giá",
)  # fmt: skip
ELSEWHERE = TEXT.replace("BẾN LỤA", "ĐỒI SIM").replace("Bến Lụa", "Đồi Sim")


async def add(
    chat: Chat, text: str = TEXT, name: str = "ke-hoach.txt", **more: Any
) -> ImportReport:
    return await chat.app.plans.add(name, text.encode(), now=chat.clock.now(), **more)


async def load(chat: Chat, text: str = TEXT, *, is_public: bool = True) -> Confirmation:
    """Add and confirm; public, so that anybody is answered from it."""
    report = await add(chat, text, is_announced=False)
    if is_public:
        await chat.app.plans.publish(report.plan_id, is_public=True)
    return await chat.app.plans.confirm(report.plan_id, now=chat.clock.now())


async def link(
    chat: Chat, office: str = CULTURE, *, role: Role = Role.OFFICER, place: str = PLACE
) -> Chat:
    """Link the chat's person to an office."""
    invitation = NewInvitation(place, office, "Trần Văn An", role, makes_office=True)
    code = await invite(chat.app.database, invitation, now=chat.clock.now())
    assert "Từ nay Anh/Chị nhận nhắc việc" in await chat.says(code)
    return chat


async def link_clerk(chat: Chat, place: str = PLACE) -> Chat:
    return await link(chat, OFFICE, role=Role.CLERK, place=place)


async def tick(chat: Chat, day: str, time: str = "08:00") -> list[str]:
    """Let the schedule tick at a moment; return what this person was told."""
    before = len(chat.heard())
    chat.clock.moment = dt.datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=HANOI)
    await chat.app.tick()
    return chat.heard()[before:]
