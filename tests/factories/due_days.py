"""Plans whose due days tests follow: reports, lines, groups, and what a superior asks."""

import datetime as dt

from handlers.plans.bringing import Planned
from handlers.plans.due_days import replan
from handlers.plans.values import Confirmation
from storage.database import Database
from storage.values import CancelReason, DueDay, DueState, Office
from tests.factories.clerk import PLACE, load
from tests.factories.plans import TEXT
from tests.factories.talk import Chat

GROUP = "Các ban, ngành"
MEMBERS = ("Phòng Kinh tế", "Công an xã")
_HEAD = TEXT[: TEXT.index("I\tTUYÊN TRUYỀN")]
ROWS = {
    "report": (
        "Báo cáo kết quả cải cách hành chính\tPhòng Kinh tế\t\tQuý I, II, III và năm\tBáo cáo"
    ),
    "ruled": "Báo cáo công tác tiếp dân\tPhòng Kinh tế\t\tĐịnh kỳ theo quy định\tBáo cáo",
    "line": "Trực đường dây nóng\tPhòng Kinh tế\t\tThường xuyên\tSổ theo dõi",
    "group": f"Rà soát thủ tục\t{GROUP}\t\tTrước ngày 12/12/2026\tDanh mục",
    "both": f"Kiểm kê tài sản\t{GROUP}; Phòng Kinh tế\t\tTrước ngày 16/12/2026\tBiên bản",
    "separate": "Sơ kết phong trào\tPhòng Kinh tế\t\tTheo kế hoạch riêng\tBáo cáo sơ kết",
    "past": "Họp triển khai\tPhòng Kinh tế\t\tTrước ngày 10/3/2026\tBiên bản",
    "dated": "Niêm yết giá dịch vụ\tPhòng Kinh tế\t\tTrước ngày 18/12/2026\tBảng giá",
    "untimed": "Sửa chữa nhà văn hóa\tPhòng Kinh tế\t\t\tCông trình",
    "below": "Thống kê hộ kinh doanh\tUBND các xã, phường\t\tTrước ngày 20/12/2026\tBiểu",
    "above": "Tập huấn cán bộ\tSở Nội vụ\t\tTrước ngày 20/12/2026\tLớp học",
}


def write_text(*rows: str, number: str = "07") -> str:
    """Write a plan of xã Bến Lụa of some of the rows."""
    numbered = "\n".join(f"{n}\t{ROWS[row]}" for n, row in enumerate(rows, 1))
    head = _HEAD.replace("Số: 07/", f"Số: {number}/")
    return f"{head}I\tNHIỆM VỤ\n{numbered}\n"


def write_superiors(*rows: str) -> str:
    """Write a plan of the province above it."""
    text = write_text(*rows, number="90")
    text = text.replace("XÃ BẾN LỤA", "TỈNH LAM HÀ").replace("xã Bến Lụa", "tỉnh Lam Hà")
    return text.replace("Bến Lụa", "Lam Hà")


async def load_rows(chat: Chat, *rows: str, number: str = "07") -> Confirmation:
    return await load(chat, write_text(*rows, number=number))


async def list_days(database: Database, *, place: str = PLACE) -> list[DueDay]:
    async with database.read() as work:
        found = await work.localities.find(place)
        states = frozenset(DueState)
        return list(await work.due_days.of_place(found.id, states)) if found else []


async def write_days(chat: Chat, *, place: str = PLACE) -> list[str]:
    """Write a place's due days that hold: office, label and day."""
    return [
        " ".join(filter(None, (due.office, due.label, due.last_day.isoformat())))
        for due in await list_days(chat.app.database, place=place)
        if due.state is not DueState.CANCELLED
    ]


async def make_group(chat: Chat, *members: str, name: str = GROUP) -> Office:
    """Say which offices a group stands for, as `motcua office group` does."""
    async with chat.app.database.write() as work:
        place = await work.localities.ensure(PLACE)
        group = await work.offices.ensure(place.id, name)
        offices = [await work.offices.ensure(place.id, member) for member in members]
        await work.offices.set_members(group.id, [office.id for office in offices])
    return group


async def plan_again(
    chat: Chat, *, place: str = PLACE, reason: CancelReason = CancelReason.REASSIGNED
) -> Planned:
    async with chat.app.database.write() as work:
        found = await work.localities.find(place)
        assert found
        return await replan(work, found.id, now=chat.clock.now(), reason=reason)


async def put_under(chat: Chat, place: str, parent: str | None) -> None:
    async with chat.app.database.write() as work:
        below = await work.localities.ensure(place)
        above = await work.localities.ensure(parent) if parent else None
        await work.localities.set_parent(below.id, above.id if above else None)


def at(chat: Chat, day: str) -> None:
    """Let it be nine in the morning of a day."""
    chat.clock.moment = dt.datetime.fromisoformat(f"{day}T02:00+00:00")
