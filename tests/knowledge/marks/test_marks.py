import os
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.marks import share_restored
from knowledge.marks import SyllableModel, learn, load_own_model
from knowledge.text import fold, marked_share, nfc, strip_marks

SHARED = Path(os.environ.get("MOTCUA_SHARED") or Path(__file__).parents[4] / "shared")
PLANS = SHARED / "plans"
TAUGHT = "Tổ dân phố trồng cây. Tổ dân phố tưới cây. Trường trống. Công việc cộng lại."


@pytest.fixture(scope="module")
def model() -> SyllableModel:
    return learn([TAUGHT])


@pytest.fixture(scope="module")
def own() -> SyllableModel:
    return load_own_model()


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("to dan pho trong cay", "tổ dân phố trồng cây"),
        ("truong trong", "trường trống"),
        ("cong viec", "công việc"),
        ("TO DAN PHO", "TỔ DÂN PHỐ"),
        ("To dan  pho,\n(trong cay)!", "Tổ dân  phố,\n(trồng cây)!"),
        ("to 12, ngay 3/4/2026, 15/KH-UBND, trong cay.", "tổ 12, ngay 3/4/2026, 15/KH-UBND, trồng cây."),
        ("xyzzy trong cay", "xyzzy trồng cây"),
        ("trồng cay", "trồng cay"),
        ("to to trồng to to to cay", "tổ tổ trồng tổ tổ tổ cây"),
        ("", ""),
        ("?!", "?!"),
    ],
)  # fmt: skip
def test_restore(model: SyllableModel, typed: str, expected: str) -> None:
    assert model.restore(typed) == expected


def test_context_chooses(own: SyllableModel) -> None:
    assert own.restore("thu tuc hanh chinh") == "thủ tục hành chính"
    assert own.restore("nop le phi truc tuyen") == "nộp lệ phí trực tuyến"
    assert own.restore("tinh Quang Tri") == "tỉnh Quảng Trị"


@pytest.mark.parametrize(
    ("read", "expected"),
    [
        ("thii tuc hanh chinh", "thủ tục hành chính"),
        ("co ché mot ctra", "cơ chế một cửa"),
        ("UBND Phuwong 2", "UBND Phường 2"),
        ("S6: 5 /KH-UBND", "Số: 5 /KH-UBND"),
        ("t6 chirc", "tổ chức"),
        ("C6ng chirc Vian phong - Théng k&", "Công chức Văn phòng - Thống kê"),
        ("Nghi dinh s6 9/2024/ND-CP", "Nghị định số 9/2024/ND-CP"),
        ("30%, 12/5/2024, III", "30%, 12/5/2024, III"),
        ("c6 nguoi ¢6 thAm quyén", "có người có thẩm quyền"),
        ("giai quyét vige", "giải quyết việc"),
    ],
)
def test_mend(own: SyllableModel, read: str, expected: str) -> None:
    assert own.mend(read) == expected


def test_a_text_without_marks_teaches_nothing() -> None:
    assert learn(["to dan pho trong cay"]).forms == {}
    assert learn([]).restore("to dan pho") == "to dan pho"
    assert learn([]).mend("to dan pho") == "to dan pho"


def test_more_texts_teach_more() -> None:
    assert load_own_model(["Ông Nguyễn Chưởng Khuê."]).restore("chuong khue") == "chưởng khuê"


def test_a_run_is_weighed(model: SyllableModel) -> None:
    assert model.weigh(["trồng", "cây"]) > model.weigh(["cây", "trồng"])


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60))
def test_only_marks_change(text: str) -> None:
    restored = load_own_model().restore(text)
    assert fold(restored) == fold(text)


CODES = st.one_of(
    st.from_regex(
        r"[1-9][0-9]{0,3}/(?:[12][0-9]{3}/)?(?:KH|QD|ND|TT)-(?:UBND|CP|BTC)", fullmatch=True
    ),
    st.from_regex(r"[1-9][0-9]{0,5}(?:[.,][0-9]{1,3})?%?", fullmatch=True),
    st.from_regex(r"[0-3][0-9]/[01][0-9]/20[0-9]{2}", fullmatch=True),
    st.from_regex(r"[a-z]{2,8}@(?:xa|phuong)[a-z]{0,6}[.]gov[.]vn", fullmatch=True),
    st.from_regex(r"https://(?:xa|dichvu)[a-z]{0,6}[.]gov[.]vn/[a-z]{1,6}", fullmatch=True),
)


@settings(max_examples=200, deadline=None)
@given(CODES, st.sampled_from(["to dan pho", "thii tuc hanh", "xa", ""]))
def test_codes_are_never_touched(code: str, around: str) -> None:
    text = f"{around} {code} {around}"
    assert code in load_own_model().restore(text)
    assert code in load_own_model().mend(text)


@settings(max_examples=100, deadline=None)
@given(st.text(st.sampled_from("abcdeghiklmnopqrstuvxy 0146&¢'./-|\n"), max_size=60))
def test_mending_keeps_the_spacing(text: str) -> None:
    mended = load_own_model().mend(text)
    assert len(mended.split()) == len(text.split())
    assert mended.count("\n") == text.count("\n")


@pytest.mark.skipif(not PLANS.is_dir(), reason=f"no real plans in {SHARED}")
@pytest.mark.parametrize("name", ["000", "001", "003", "004"])
def test_a_plan_held_out_gets_its_marks_back(name: str) -> None:
    texts = {path.stem: path.read_text("utf-8") for path in PLANS.rglob("*.txt")}
    others = [text for each, text in texts.items() if each != name]
    assert share_restored(learn(others), texts[name]) >= 0.97


def test_two_hundred_syllables_are_quick(own: SyllableModel) -> None:
    typed = strip_marks(nfc(" ".join([TAUGHT] * 10)))
    assert marked_share(typed) == 0
    started = time.perf_counter()
    own.restore(typed)
    assert time.perf_counter() - started < 0.5  # 0.02 s on a free core
