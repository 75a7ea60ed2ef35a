"""Who holds the phones of the demonstration, and what they may want to say."""

from collections.abc import Sequence
from dataclasses import dataclass

TELEGRAM, ZALO_BOT, ZALO_OA = "telegram", "zalo_bot", "zalo_oa"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a phone: on which service, under which number, as whom."""

    id: str
    service: str
    user: str
    title: str
    who: str
    hints: Sequence[str]


CITIZEN = Person(
    "oa-citizen",
    ZALO_OA,
    "246845883529197922",
    "Zalo OA – người dân",
    "Nhắn với Official Account của xã",
    ("tôi muốn phản ánh", "thứ Bảy có làm việc không?", "phản ánh của tôi"),
)
READER = Person(
    "telegram-citizen",
    TELEGRAM,
    "7100000021",
    "Telegram – người dân",
    "Khi cơ quan mở Telegram cho người dân",
    ("Hạn nộp báo cáo tự kiểm tra là ngày nào?", "tôi muốn phản ánh", "trợ giúp"),
)
OFFICER = Person(
    "zalo-official",
    ZALO_BOT,
    "6ede9afa66b88fe6d6a9",
    "Zalo Bot – cán bộ",
    "Trần Văn An, Phòng Kinh tế",
    ("việc của tôi", "tuần này tôi phải làm gì?", "việc PAKN"),
)
CLERK = Person(
    "telegram-official",
    TELEGRAM,
    "7100000045",
    "Telegram – cán bộ",
    "Lê Thị Bình, công chức đầu mối",
    ("việc PAKN", "câu hỏi", "trợ giúp"),
)
PEOPLE = (CITIZEN, READER, OFFICER, CLERK)
