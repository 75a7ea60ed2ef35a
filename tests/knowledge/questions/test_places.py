import pytest

from knowledge.questions.places import LocalityName, bare_name, find_places

OURS = (
    LocalityName(1, "xã Suối Mơ"),
    LocalityName(2, "huyện Tân Lạc Hồng"),
    LocalityName(3, "Phường 7, thành phố Hoa Ban"),
    LocalityName(4, "thị trấn Bản Vàng", aliases=("Bản Cũ",)),
)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("ở xã Suối Mơ ai quét chợ", [1]),
        ("suoi mo ai quet cho", [1]),
        ("SUỐI MƠ thì sao", [1]),
        ("smo có việc gì", [1]),
        ("suoimo có việc gì", [1]),
        ("s.mơ có việc gì", [1]),
        ("hỏi về s. mơ mộng", []),
        ("phường 7 làm gì", [3]),
        ("what does Ward 7 do", [3]),
        ("số 7 là gì", []),
        ("phường 7 của Hoa Ban", [3]),
        ("bản cũ và tân lạc hồng", [2, 4]),
        ("Suối Mơ, huyện Mường La", [1]),
        ("không nói nơi nào", []),
        ("", []),
    ],
)
def test_ours(text: str, keys: list[int]) -> None:
    named = find_places(text, OURS)
    assert sorted(place.key for place in named.ours) == keys
    assert named.unknown is None


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("Kế hoạch của huyện Mường La năm 2024", "huyện Mường La"),
        ("xa tan tien lam duong khi nao", "xa tan tien"),
        ("xã tân tiến làm đường khi nào", "xã tân tiến"),
        ("phường 8 có bao nhiêu hộ", "phường 8"),
        ("phuong 77 co gi", "phuong 77"),
        ("thời tiết ở Hà Nội", "Hà Nội"),
        ("thoi tiet ha noi", "ha noi"),
        ("in Da Nang city", "Da Nang"),
        ("việc tại Mường La", "Mường La"),
        ("Phường 7, thành phố Hồ Chí Minh", "thành phố Hồ Chí"),
    ],
)
def test_not_ours(text: str, unknown: str) -> None:
    named = find_places(text, OURS)
    assert named.unknown == unknown
    assert named.ours == ()


@pytest.mark.parametrize(
    "text",
    [
        "xã phải làm gì",
        "xa phai lam gi",
        "co quan nao chu tri",
        "tình hình thực hiện",
        "tinh hinh thuc hien",
        "phương án xử lý rác",
        "phuong an xu ly rac",
        "phát triển kinh tế xã hội",
        "kinh te xa hoi cua xa",
        "UBND huyện chỉ đạo ai",
        "tại Bộ phận Một cửa",
        "ở Sở Nội vụ",
        "định kỳ hằng năm",
        "hang nam dinh ky",
        "ủy ban nhân dân xã báo cáo",
        "xã, phường, thị trấn nào",
    ],
)
def test_ordinary_words_are_no_places(text: str) -> None:
    assert find_places(text, OURS).unknown is None


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("xã Suối Mơ", "suoi mo"),
        ("Phường 7, thành phố Hoa Ban", "phuong 7"),
        ("Thị xã Hoa Ban", "hoa ban"),
        ("Suối Mơ", "suoi mo"),
    ],
)
def test_bare_name(name: str, bare: str) -> None:
    assert bare_name(name) == bare


def test_odd_letters_do_not_move_the_spans() -> None:
    assert find_places("İİİ ở Hà Nội", OURS).unknown is not None
    assert find_places("ŉ Suối Mơ", OURS).ours
