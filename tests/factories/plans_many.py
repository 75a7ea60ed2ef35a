"""Hundreds of plans of our own words: every kind of time, days around every public holiday."""

import datetime as dt
import random
from collections.abc import Sequence

from knowledge.dates import parse_deadline
from knowledge.plan import Place, Plan, PlannedTask

PLACES = ("xã Bến Lụa", "phường Cầu Tre", "đặc khu Hòn Yến", "xã Gò Mây")
OFFICES = (
    "Văn phòng HĐND và UBND", "Phòng Kinh tế", "Phòng Văn hóa - Xã hội",
    "Trung tâm Phục vụ hành chính công", "Ban Chỉ huy quân sự", "Trạm Y tế", "Đội trật tự",
)  # fmt: skip
GROUP = "Các tổ, đội"
MEMBERS = OFFICES[4:]
VACANT = "Ban Giám sát cộng đồng"  # an office that nobody holds
_VERBS = ("Rà soát", "Thống kê", "Kiểm tra", "Nạo vét", "Số hóa", "Tuyên truyền", "Bàn giao")
_THINGS = (
    "kênh mương nội đồng", "sổ hộ tịch", "bãi tập kết rác", "biển báo giao thông", "tủ thuốc thôn",
    "cây xanh ven đường", "giếng khoan công cộng", "danh sách tổ hòa giải", "đàn gia súc",
)  # fmt: skip
# Days around Tết, Giỗ Tổ, 30/4–1/5, 2/9, 24/11, swap days and the ends of years.
_TURNS = ("02/01", "10/01", "17/02", "18/02", "23/02", "26/4", "30/4", "01/5", "04/5", "01/9",
          "02/9", "03/9", "23/11", "24/11", "25/11", "31/12")  # fmt: skip

_DATED = (
    "Trước ngày {day}/{month}/{year}",
    "Chậm nhất ngày {day}/{month}/{year}",
    "Ngày {turn}/{year}",
    "Chậm nhất ngày {turn}/{year}",
    "Tháng {month} năm {year}",
    "Trong tháng {month}/{year}",
    "Quý {quarter}/{year}",
    "Trong năm {year}",
    "Từ tháng {month}/{year} đến 20/12/{year}",
    "Tháng 6 và tháng 12",
    "Trước ngày 10 của tháng cuối Quý",
    "Định kỳ hàng tháng",
)
_UNDATED = (
    "Thường xuyên",
    "Khi có phản ánh của người dân",
    "Theo kế hoạch riêng",
    "Quý I, II, III và năm",
    "Định kỳ theo quy định",
    "",
)


def invent_plans(
    count: int, places: Sequence[str], *, rows: int = 5, year: int = 2026, seed: int = 7
) -> list[Plan]:
    """Return plans of the places in turn, each with an undated row and some dated ones."""
    dice = random.Random(seed)
    return [
        invent_plan(places[number % len(places)], number + 1, rows=rows, year=year, dice=dice)
        for number in range(count)
    ]


def invent_plan(place: str, number: int, *, rows: int, year: int, dice: random.Random) -> Plan:
    """Return a plan with a number of its own; contents name it, so that none is like another."""
    times = [_UNDATED[number % len(_UNDATED)], *dice.choices(_DATED, k=rows - 1)]
    tasks = [_task(f"{number}.{at}", time, year, dice) for at, time in enumerate(times, 1)]
    return Plan(
        source=f"ke-hoach-{number}.txt",
        number=f"{number}/KH-UBND",
        issued_on=dt.date(year, 1, 5),
        issuer=f"UBND {place}",
        locality=place,
        year=year,
        title=f"Kế hoạch công tác số {number} năm {year}",
        kind="Kế hoạch",
        tasks=tuple(tasks),
    )


def _task(code: str, time: str, year: int, dice: random.Random) -> PlannedTask:
    month, turn = dice.randint(1, 12), dice.choice(_TURNS)
    facts = {"day": dice.randint(1, 28), "month": month, "year": year, "turn": turn}
    written = time.format(**facts, quarter=("I", "II", "III", "IV")[month % 4])
    lead, support = dice.sample(OFFICES, 2)
    is_report = time in ("Quý I, II, III và năm", "Định kỳ theo quy định")
    return PlannedTask(
        section=("II",),
        section_title="NHIỆM VỤ",
        number=code,
        content=f"{dice.choice(_VERBS)} {dice.choice(_THINGS)} (mã {code})",
        place=Place("ke-hoach.txt", 10, 10),
        lead=(dice.choices((lead, GROUP, VACANT), (20, 1, 1))[0],),
        supporting=(support,) if dice.random() < 0.4 else (),
        timeframe=written,
        deadline=parse_deadline(written, year=year),
        deliverable="Báo cáo" if is_report else "Kết quả",
    )


def find_kinds(plans: Sequence[Plan]) -> set[str]:
    """Return the kinds of deadlines that plans have."""
    return {task.deadline.kind.value for plan in plans for task in plan.tasks}
