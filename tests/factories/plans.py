"""Plans of our own words, built in code or as text."""

import datetime as dt

from knowledge.plan import Deadline, DeadlineKind, Place, Plan, PlannedParagraph, PlannedTask
from storage.values import PlanState, StoredPlan

ADDED_AT = dt.datetime(2026, 11, 23, 2, 0, tzinfo=dt.UTC)
OFFICE = "Văn phòng HĐND và UBND xã"
CULTURE = "Phòng Văn hóa - Xã hội"

TEXT = """ỦY BAN NHÂN DÂN
XÃ BẾN LỤA
Số: 07/KH-UBND
Bến Lụa, ngày 12 tháng 01 năm 2026

KẾ HOẠCH
Nâng cao chất lượng phục vụ người dân năm 2026

Căn cứ tình hình thực tế, Ủy ban nhân dân xã Bến Lụa ban hành kế hoạch như sau:

II. NHIỆM VỤ CỤ THỂ

TT\tNội dung công việc\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian thực hiện\tDự kiến sản phẩm
I\tTUYÊN TRUYỀN
1\tPhát tờ rơi hướng dẫn nộp hồ sơ trực tuyến tới từng hộ\tPhòng Văn hóa - Xã hội\tCông an xã\tTrước ngày 05/12/2026\tTờ rơi được phát
2\tLập danh sách tổ hỗ trợ thôn\tVăn phòng HĐND và UBND xã\t\tChậm nhất ngày 27/11/2026\tDanh sách được phê duyệt
II\tKIỂM TRA
1\tKiểm tra việc trả kết quả đúng hẹn tại quầy\tUBND xã\tPhòng Văn hóa - Xã hội\tQuý II/2026\tBiên bản kiểm tra
2\tTrực đường dây nóng\tVăn phòng HĐND và UBND xã\t\tThường xuyên\tSổ theo dõi
"""


def build_task(
    content: str = "Phát tờ rơi hướng dẫn nộp hồ sơ trực tuyến",
    *,
    lead: tuple[str, ...] = (CULTURE,),
    last_day: dt.date | None = dt.date(2026, 12, 4),
    timeframe: str | None = "Trước ngày 05/12/2026",
    deliverable: str | None = "Tờ rơi",
    line: int = 10,
) -> PlannedTask:
    kind = DeadlineKind.BY if last_day else DeadlineKind.CONTINUOUS
    return PlannedTask(
        section=("I",),
        section_title="TUYÊN TRUYỀN",
        number="1",
        content=content,
        place=Place("ke-hoach.txt", line, line),
        lead=lead,
        timeframe=timeframe,
        deadline=Deadline(kind, last_day=last_day),
        deliverable=deliverable,
    )


def store_plan(facts: Plan) -> StoredPlan:
    """Give a confirmed, public plan as the database would."""
    return StoredPlan(
        id=1,
        locality_id=1,
        locality="xã Bến Lụa",
        facts=facts,
        state=PlanState.CONFIRMED,
        digest="d",
        is_sample=False,
        is_public=True,
        added_at=ADDED_AT,
        confirmed_at=ADDED_AT,
        replaces_id=None,
        task_count=1,
    )


def build_plan(*tasks: PlannedTask, locality: str = "xã Bến Lụa", year: int = 2026) -> Plan:
    return Plan(
        source="ke-hoach.txt",
        number="07/KH-UBND",
        issued_on=dt.date(year, 1, 12),
        issuer=f"UBND {locality}",
        locality=locality,
        year=year,
        title=f"Kế hoạch nâng cao chất lượng phục vụ người dân năm {year}",
        tasks=tasks or (build_task(),),
        paragraphs=(
            PlannedParagraph(
                ("III",), "KINH PHÍ", "Kinh phí lấy từ ngân sách xã.", Place("ke-hoach.txt", 30, 30)
            ),
        ),
    )
