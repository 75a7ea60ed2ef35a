"""Plans of our own words that ask for reports, and questions about these put to the handlers."""

import datetime as dt

from handlers.library.scopes import Library
from handlers.places import find_place
from handlers.questions.answers import Answer
from handlers.questions.asking import Asker, Asking
from handlers.questions.memory import Memory
from handlers.reporting import compute_report
from storage.database import Database
from tests.factories.clerk import load
from tests.factories.talk import Chat

TODAY = dt.date(2026, 11, 23)
HEAD = """ỦY BAN NHÂN DÂN
XÃ {shouted}
Số: {number}/KH-UBND
{name}, ngày 12 tháng 01 năm {year}

KẾ HOẠCH
Chăm sóc cây xanh công cộng năm {year}

Ủy ban nhân dân xã {name} ban hành kế hoạch như sau:

II. NHIỆM VỤ CỤ THỂ

TT\tNội dung công việc\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian thực hiện\tDự kiến sản phẩm
I\tTRỒNG CÂY
1\tTrồng cây dọc bờ kênh\tPhòng Kinh tế\t\tTrước ngày 05/12/{year}\tCây được trồng
II\tBÁO CÁO
"""
NAMED = (
    "Tổng hợp kết quả trồng cây, báo cáo UBND tỉnh\tVăn phòng xã\tPhòng Kinh tế\t"
    "Quý I, II, III và năm\tBáo cáo của UBND xã"
)
GENERAL = "Nhập biểu số liệu cây xanh\tVăn phòng xã\t\tĐịnh kỳ theo quy định\tBiểu số liệu"
REFERS = (
    "Định kỳ báo cáo quý, 6 tháng, năm theo Thông tư số 05/2025/TT-ABC ngày 10/3/2025\t"
    "Văn phòng xã\t\tTheo đúng quy định\tBáo cáo"
)
DATED = (
    "Gửi báo cáo quý về Văn phòng xã\tPhòng Kinh tế\t\tTrước ngày 10 của tháng cuối quý\tBáo cáo"
)
CHECK = "Kiểm tra vườn ươm\tPhòng Kinh tế\t\tQuý II/{year}\tBiên bản"


def write_plan(*rows: str, name: str = "Bến Lụa", year: int = 2026, number: str = "09") -> str:
    """Write a plan with these rows in its section on reports."""
    head = HEAD.format(shouted=name.upper(), name=name, year=year, number=number)
    return head + "".join(f"{i}\t{row}\n" for i, row in enumerate(rows, 1)).replace(
        "{year}", str(year)
    )


async def load_plans(chat: Chat, *texts: str) -> None:
    """Add and confirm plans."""
    for text in texts:
        await load(chat, text)


async def ask(
    database: Database,
    text: str,
    *,
    place: str | None = "xã Bến Lụa",
    today: dt.date = TODAY,
    memory: Memory | None = None,
) -> Answer | None:
    """Put a question to the answers on reports alone."""
    async with database.read() as work:
        places = await work.localities.list_all()
    own = find_place(place, places) if place else None
    asker = Asker(places, own, today, is_official=True)
    library = Library(None)
    try:
        scope = await library.open(database, asker.find_scope([text]), only_public=False)
        asking = Asking(asker, scope)
        return compute_report(asking.read(text), asking, memory or Memory())
    finally:
        library.close()


async def hear(database: Database, text: str, **more: object) -> str:
    """Give what is said to a question about reports."""
    answer = await ask(database, text, **more)  # type: ignore[arg-type]
    assert answer
    return answer.text
