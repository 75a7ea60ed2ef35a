"""Invented places with a plan each, whose words differ from place to place."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, product

_FIRST = (
    "Bàu", "Bến", "Cẩm", "Đồng", "Gò", "Hòa", "Kim", "Lâm", "Long", "Mường", "Nà", "Phú", "Suối",
    "Tân", "Thạch", "Thanh", "Vĩnh", "Xuân",
)  # fmt: skip
_SECOND = (
    "An", "Bình", "Châu", "Dương", "Giang", "Hà", "Hạnh", "Khê", "Lạc", "Liên", "Mai", "Nghĩa",
    "Ngọc", "Phong", "Quang", "Sơn", "Thủy", "Trung", "Yên",
)  # fmt: skip
_THIRD = ("Đông", "Tây", "Nam")
_VERBS = (
    "Rà soát", "Lập danh sách", "Tuyên truyền", "Kiểm tra", "Nạo vét", "Sửa chữa", "Cập nhật",
    "Niêm yết", "Số hóa", "Tập huấn", "Vận động", "Thống kê", "Nghiệm thu", "Bàn giao",
)  # fmt: skip
_THINGS = (
    "hộ kinh doanh nhỏ", "kênh mương nội đồng", "đèn chiếu sáng", "sổ hộ tịch", "tủ sách cộng đồng",
    "bãi tập kết rác", "cây xanh ven đường", "nhà văn hóa", "trạm bơm điện", "vườn ươm cây giống",
    "giếng khoan công cộng", "đàn gia súc", "lớp xóa mù chữ", "tổ hòa giải", "sân thể thao",
    "chợ phiên", "cầu dân sinh", "biển báo giao thông", "hồ sơ đất đai", "lò gạch thủ công",
    "đường dây nóng", "quầy trả kết quả", "thuyền du lịch", "nghề đan lát", "vùng trồng chè",
    "ao nuôi thủy sản", "đường tuần tra rừng", "kho lương thực", "đội chữa cháy", "nhà trẻ",
)  # fmt: skip
_WHERE = (
    "thôn Đông", "thôn Đoài", "thôn Thượng", "thôn Hạ", "khu tái định cư", "cụm công nghiệp",
)  # fmt: skip
_UNITS = (
    "Văn phòng HĐND và UBND", "Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Ban Chỉ huy quân sự",
    "Công an xã", "Trung tâm Phục vụ hành chính công", "Trạm Y tế",
)  # fmt: skip
_SECTIONS = ("TUYÊN TRUYỀN", "KIỂM TRA", "XÂY DỰNG", "BÁO CÁO")
_HEADER = """ỦY BAN NHÂN DÂN
{upper}
Số: {number}/KH-UBND
{bare}, ngày 12 tháng 01 năm 2026

KẾ HOẠCH
{title} năm 2026

Căn cứ tình hình thực tế, Ủy ban nhân dân {name} ban hành kế hoạch như sau:

NHIỆM VỤ CỤ THỂ

TT\tNội dung công việc\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian thực hiện\tDự kiến sản phẩm
"""


@dataclass(frozen=True, slots=True)
class InventedPlace:
    """A place, the text of its plan, and questions about rows of it."""

    name: str
    text: str
    questions: tuple[str, ...]


def invent_places(number: int, *, rows: int = 80, seed: int = 7) -> list[InventedPlace]:
    """Return so many places of different names with about so many rows each."""
    chosen = random.Random(seed).sample([f"{a} {b}" for a, b in product(_FIRST, _SECOND)], number)
    return [invent_place(name, at, rows, seed + at) for at, name in enumerate(chosen, 1)]


def invent_names(number: int) -> list[str]:
    """Return names of so many places, which may be more than a province has."""
    names = (" ".join(parts) for parts in product(_FIRST, _SECOND, _THIRD))
    return [f"xã {name}" for name in islice(names, number)]


def invent_place(bare: str, number: int, rows: int, seed: int) -> InventedPlace:
    """Return a place with about so many rows, the same for the same seed."""
    dice = random.Random(seed)
    things = dice.sample(_THINGS, 12)
    contents = [_invent_content(dice, things) for _ in range(dice.randint(rows * 3 // 4, rows))]
    title = f"{dice.choice(_VERBS)} {dice.choice(things)}"
    head = _HEADER.format(
        upper=f"XÃ {bare.upper()}", number=number, bare=bare, title=title, name=f"xã {bare}"
    )
    asked = (_ask(content, dice) for content in dice.sample(contents, min(4, len(contents))))
    body = "\n".join(_write_table(contents, dice))
    return InventedPlace(f"xã {bare}", f"{head}{body}\n", tuple(asked))


def _invent_content(dice: random.Random, things: Sequence[str]) -> str:
    verb, thing = dice.choice(_VERBS), dice.choice(things)
    return f"{verb} {thing} tại {dice.choice(_WHERE)} đợt {dice.randint(1, 9)}"


def _write_table(contents: Sequence[str], dice: random.Random) -> list[str]:
    lines = []
    per_section = len(contents) // len(_SECTIONS) + 1
    for at, content in enumerate(contents):
        if at % per_section == 0:
            number = at // per_section
            lines.append(f"{('I', 'II', 'III', 'IV')[number]}\t{_SECTIONS[number]}")
        lead, support = dice.sample(_UNITS, 2)
        day = f"{dice.randint(1, 28):02}/{dice.randint(1, 12):02}/2026"
        cells = (at % per_section + 1, content, lead, support, f"Trước ngày {day}", "Báo cáo")
        lines.append("\t".join(map(str, cells)))
    return lines


def _ask(content: str, dice: random.Random) -> str:
    asked = ("Khi nào phải xong việc {}?", "Ai chủ trì {}?", "Hạn {} là ngày nào?")
    return dice.choice(asked).format(f"{content[0].lower()}{content[1:]}")
