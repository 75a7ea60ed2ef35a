"""Any number of plausible passages in our own words, the same for the same seed."""

import random
from collections.abc import Iterator

from knowledge.text import strip_marks

_ACTS = """nạo vét|sửa chữa|quét dọn|kiểm tra|rà soát|tuyên truyền|phát quang|trồng mới|thống kê
lập danh sách|niêm yết|cấp phát|bảo dưỡng|đo đạc|tập huấn""".replace("\n", "|").split("|")
_THINGS = """kênh mương nội đồng|đèn chiếu sáng|chợ trung tâm|cây bóng mát|hồ sơ trực tuyến
nhà văn hóa|bến đò ngang|đường liên thôn|trạm bơm nước|sổ theo dõi|bảng công khai|tủ sách
giếng khoan|cầu treo|vườn ươm|sân thể thao|loa truyền thanh|bếp ăn bán trú|rác thải nhựa
phiếu khảo sát|máy lọc nước|biển chỉ dẫn|khu tái định cư|lớp học hè""".replace("\n", "|").split("|")
_UNITS = """Văn phòng HĐND và UBND xã|Phòng Kinh tế|Phòng Văn hóa - Xã hội|Công an xã
Trung tâm Phục vụ hành chính công|Ban Chỉ huy Quân sự""".replace("\n", "|").split("|")
_TIMES = """quý I|quý II|quý III|quý IV|tháng 5|tháng 9|tháng 11|thường xuyên
trước ngày 15/12/2026|chậm nhất 30/6/2026""".replace("\n", "|").split("|")
BARE_EVERY = 17  # one text in so many has lost its marks, as OCR leaves it
TWIN_EVERY = 29  # one in so many says what an earlier one says


def build_texts(count: int, *, seed: int = 7, places: int = 10) -> list[str]:
    """Return `count` texts; some without marks, some with document numbers, some twice."""
    rng = random.Random(seed)
    return list(_texts(rng, count, places))


def _texts(rng: random.Random, count: int, places: int) -> Iterator[str]:
    earlier: list[str] = []
    for i in range(count):
        if i % TWIN_EVERY == TWIN_EVERY - 1:
            yield rng.choice(earlier)
            continue
        text = _text(rng, places)
        earlier.append(strip_marks(text) if i % BARE_EVERY == BARE_EVERY - 1 else text)
        yield earlier[-1]


def _text(rng: random.Random, places: int) -> str:
    unit, other = rng.sample(_UNITS, 2)
    number = f" theo Quyết định số {rng.randint(1, 400)}/QĐ-UBND" if rng.random() < 0.2 else ""
    return (
        f"Kế hoạch công tác năm 2026 xã Bến {rng.randint(1, places)}. {rng.choice(_ACTS)} "
        f"{rng.choice(_THINGS)} tại thôn {rng.randint(1, 90)}, {rng.choice(_ACTS)} "
        f"{rng.choice(_THINGS)}{number}. Chủ trì: {unit}. Phối hợp: {other}. "
        f"Thời gian: {rng.choice(_TIMES)}. Sản phẩm: biên bản số {rng.randint(1, 3000)}"
    )
