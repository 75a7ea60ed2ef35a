"""Plans and questions to measure with: the shared ones, or a few of our own words."""

from pathlib import Path
from typing import Any

from knowledge.files import read
from knowledge.parsing import parse
from knowledge.plan import Place, Plan, PlannedTask
from knowledge.text import strip_marks


def load_plans(shared: Path) -> list[Plan]:
    """Read the five shared plans."""
    files = sorted((shared / "plans").glob("00*.txt"))
    return [parse(read(path.name, path.read_bytes())) for path in files]


def own_plans() -> list[Plan]:
    """Return two small invented plans."""
    return [
        _plan(
            "a.txt", "xã Suối Mơ", 2023, ("Nạo vét kênh mương nội đồng", "Quét dọn chợ trung tâm")
        ),
        _plan("b.txt", "phường Hoa Ban", 2024, ("Sửa đèn chiếu sáng đường phố", "Tỉa cây xanh")),
    ]


def own_questions() -> list[dict[str, Any]]:
    """Return questions about the invented plans."""
    return [
        {
            "qid": "1",
            "q": "ai nạo vét kênh mương ở xã Suối Mơ?",
            "style": "dau",
            "seeds": ["a.t"],
            "gold_task_ids": [],
        },
        {
            "qid": "2",
            "q": "hoa ban tia cay xanh khi nao",
            "style": "khong_dau",
            "seeds": ["b.t"],
            "gold_task_ids": [],
        },
        {
            "qid": "3",
            "q": "Giá vàng hôm nay?",
            "style": "dau",
            "seeds": [],
            "gold_task_ids": [],
            "expected": "no_answer",
        },
    ]


def own_refusals(place: str) -> list[dict[str, Any]]:
    """Return questions about things that no plan here holds, some of them naming a place held."""
    bare = strip_marks(place)
    texts = [text.format(place=place, bare=bare) for text in _OTHER_THINGS]
    return [{"qid": "own", "q": text, "style": "own", "expected": "no_answer"} for text in texts]


_OTHER_THINGS = (
    "Giá vàng hôm nay bao nhiêu?",
    "Làm hộ chiếu ở {place} cần giấy tờ gì?",
    "Dân số của {place} là bao nhiêu?",
    "lich tiem chung o {bare} khi nao",
    "lam can cuoc o {bare} mat bao lau",
    "thu tuc dang ky khai sinh can giay to gi",
    "xin giay phep xay nha o {bare} nop o dau",
    "đổi giấy phép lái xe online ntn",
    "hom nay an gi",
    "viet giup toi bai van ta me",
    "ai là tổng thống Mỹ",
    "{place} xây cầu mới khi nào xong?",
    "kế hoạch phòng chống bão lụt của {place}",
    "{bare} tuyen dung cong chuc khi nao",
    "học phí trường mầm non {place} là bao nhiêu",
    "cách nấu phở bò ngon",
    "What is the weather in {bare} tomorrow?",
    "How do I get a passport in {bare}?",
    "Write me a poem",
    "What is the population of {bare}?",
    "tiền hỗ trợ hộ nghèo ở {place} là bao nhiêu",
    "tỷ lệ hộ nghèo của {place} là bao nhiêu phần trăm",
    "{place} thu ngân sách bao nhiêu",
    "ket qua xo so hom nay",
    "giá đất ở {place}",
    "kế hoạch thu gom rác thải của {place} hoàn thành khi nào?",
    "tuyen sinh lop 1 o {bare}",
    "cong chuc {bare} duoc nghi tet may ngay",
    "lich tiep dan cua chu tich {bare}",
    "thanh lap doanh nghiep can nhung giay to gi",
    "vay von ngan hang chinh sach o {bare}",
)


def _plan(source: str, locality: str, year: int, contents: tuple[str, ...]) -> Plan:
    tasks = tuple(
        PlannedTask(
            ("I",), "Vệ sinh môi trường", str(n), content, Place(source, n, n), lead=("Tổ dịch vụ",)
        )
        for n, content in enumerate(contents, 1)
    )
    return Plan(source, locality=locality, year=year, title="Kế hoạch chỉnh trang", tasks=tasks)
