"""Which questions an office's answer is found by: the same in other words, no other question."""

import datetime as dt

import numpy as np
import pytest

from knowledge.faq import FaqHit, FaqIndex, FaqText, ask_the_same, has_subject
from knowledge.questions.places import LocalityName
from knowledge.questions.understanding import Question, understand
from knowledge.search.nano import NanoEmbedder

TODAY = dt.date(2026, 11, 23)
BIRTH = "Đăng ký khai sinh cần giấy tờ gì?"
DESK = "Thứ Bảy Bộ phận Một cửa có làm việc không?"
WASTE = "Thu gom rác vào ngày nào?"
FEE = "Học phí mầm non năm 2025 là bao nhiêu?"
SHOTS = "Lịch tiêm phòng dại quý II thế nào?"
WATER = "Thôn 3 bao giờ có nước sạch?"
CARD = "Cấp lại thẻ căn cước ở đâu?"
LAND = "Làm sổ đỏ lần đầu mất bao nhiêu tiền?"
SCHOOL = "Tuyển sinh lớp 1 nộp hồ sơ khi nào?"
VACCINE = "Trạm y tế có tiêm vắc xin cho trẻ thứ Bảy không?"
DRAIN = "Cống thoát nước bị tắc thì báo ai?"
LAMP = "Đèn đường hỏng thì báo ai?"
TAX = "Nộp thuế đất ở đâu?"
HOUSE = "Xây nhà cấp 4 có phải xin phép không?"
NO_PAPER = "Không có sổ đỏ thì xin phép xây dựng được không?"
CHAIRMAN = "Chủ tịch xã tiếp công dân ngày nào?"
LOAN = "Hộ nghèo được vay vốn bao nhiêu?"
FEAST = "Lễ hội đình làng tổ chức ngày nào?"
COPY = "Chứng thực bản sao mất phí bao nhiêu?"
MARKET = "Chợ phiên họp vào ngày mấy âm lịch?"

SAME, NEAR, NONE = "same", "near", "none"
FOUND = (SAME, NEAR)  # either will do: nothing else answers it
PAIRS = [
    (BIRTH, "đăng ký khai sinh cần giấy tờ gì", SAME),
    (BIRTH, "dang ky khai sinh can giay to gi", SAME),
    (BIRTH, "DANG KY KHAI SINH CAN GIAY TO GI", SAME),
    (BIRTH, "làm giấy khai sinh cần những giấy tờ gì ạ", SAME),
    (BIRTH, "ad cho e hỏi lm khai sinh cần giấy tờ j", SAME),
    (BIRTH, "giấy tờ cần khi đăng ký khai sinh", FOUND),
    (BIRTH, "làm khai sinh cho bé phải mang theo gì", FOUND),
    (BIRTH, "hồ sơ khai sinh gồm những gì", FOUND),
    (BIRTH, "khai sinh cho con cần giấy tờ gì", FOUND),
    (BIRTH, "đăng ký khai tử cần giấy tờ gì", NONE),
    (BIRTH, "dang ky khai tu can giay to gi", NONE),
    (BIRTH, "đăng ký kết hôn cần giấy tờ gì", NONE),
    (BIRTH, "đăng ký lại khai sinh cần giấy tờ gì", NONE),
    (BIRTH, "đăng ký khai sinh quá hạn cần giấy tờ gì", NONE),
    (BIRTH, "khai sinh có yếu tố nước ngoài cần giấy tờ gì", NONE),
    (BIRTH, "thay đổi khai sinh cần giấy tờ gì", NONE),
    (BIRTH, "đăng ký khai sinh ở đâu", NONE),
    (BIRTH, "đăng ký khai sinh mất bao lâu", NONE),
    (BIRTH, "lệ phí khai sinh bao nhiêu", NONE),
    (DESK, "t7 một cửa có mở cửa ko", FOUND),
    (DESK, "thứ 7 bộ phận 1 cửa có làm việc không ạ", FOUND),
    (DESK, "thu bay bo phan mot cua co lam viec khong", SAME),
    (DESK, "chủ nhật bộ phận một cửa có làm việc không", NONE),
    (DESK, "thứ sáu bộ phận một cửa có làm việc không", NONE),
    (DESK, "chiều thứ bảy bộ phận một cửa có làm việc không", NONE),
    (WASTE, "mấy hôm có xe lấy rác", FOUND),
    (WASTE, "khi nào thu gom rác", SAME),
    (WASTE, "phí thu gom rác bao nhiêu", NONE),
    (WASTE, "ai thu gom rác", NONE),
    (FEE, "học phí mầm non năm 2025 bao nhiêu", SAME),
    (FEE, "học phí mầm non năm 2026 bao nhiêu", NONE),
    (FEE, "hoc phi mam non nam nay bao nhieu", NONE),
    (FEE, "học phí mầm non bao nhiêu", NEAR),
    (FEE, "học phí tiểu học năm 2025 bao nhiêu", NONE),
    (SHOTS, "lịch tiêm phòng dại quý 2 thế nào", SAME),
    (SHOTS, "lịch tiêm phòng dại quý III thế nào", NONE),
    (SHOTS, "lịch tiêm phòng dại thế nào", NONE),
    (SHOTS, "lịch tiêm phòng dại tháng 5 thế nào", NONE),
    (WATER, "thôn ba khi nào có nước sạch", SAME),
    (WATER, "thôn 4 bao giờ có nước sạch", NONE),
    (WATER, "bao giờ có nước sạch", NONE),
    (CARD, "làm lại căn cước công dân ở đâu", FOUND),
    (CARD, "cap lai can cuoc o dau", SAME),
    (CARD, "cấp đổi thẻ căn cước ở đâu", NONE),
    (CARD, "cấp lại sổ đỏ ở đâu", NONE),
    (LAND, "cấp giấy chứng nhận quyền sử dụng đất lần đầu hết bao nhiêu tiền", FOUND),
    (LAND, "làm sổ đỏ lần đầu mất bao lâu", NONE),
    (SCHOOL, "tuyển sinh lớp một nộp hồ sơ khi nào", SAME),
    (SCHOOL, "tuyển sinh lớp 6 nộp hồ sơ khi nào", NONE),
    (VACCINE, "thứ bảy có tiêm chủng cho bé ở trạm xá không", FOUND),
    (VACCINE, "thứ bảy trạm y tế có khám bệnh không", NONE),
    (DRAIN, "cống tắc báo cho ai", FOUND),
    (DRAIN, "cong tac bao ai", FOUND),
    (DRAIN, "đèn đường hỏng thì báo ai", NONE),
    (LAMP, "đèn đường hư báo ai", SAME),
    (LAMP, "đèn đường bị hư thì gọi ai", FOUND),
    (TAX, "nop thue dat o dau", SAME),
    (TAX, "thuê đất ở đâu", NONE),
    (HOUSE, "xay nha cap 4 co phai xin phep ko", SAME),
    (HOUSE, "xây nhà cấp 3 có phải xin phép không", NONE),
    (HOUSE, "xây chuồng bò có phải xin phép không", NONE),
    (NO_PAPER, "có sổ đỏ thì xin phép xây dựng được không", NONE),
    (CHAIRMAN, "lịch tiếp dân của chủ tịch", FOUND),
    (CHAIRMAN, "bí thư tiếp công dân ngày nào", NONE),
    (LOAN, "ho ngheo dc vay bn", FOUND),
    (LOAN, "hộ cận nghèo được vay vốn bao nhiêu", NONE),
    (LOAN, "giá vàng hôm nay bao nhiêu", NONE),
    (FEAST, "lễ hội đình làng năm 2027 tổ chức ngày nào", NONE),
    (FEAST, "nghỉ tết mấy ngày", NONE),
    (COPY, "công chứng bản photo hết bao nhiêu tiền", FOUND),
    (COPY, "chứng thực chữ ký mất phí bao nhiêu", NONE),
    (MARKET, "chợ phiên ngày mấy âm", FOUND),
    (MARKET, "", NONE),
    (MARKET, "ai", NONE),
]
KNOWN = list(dict.fromkeys(known for known, _, _ in PAIRS))


def read(text: str) -> Question:
    return understand(text, (), TODAY)


def judge(hit: FaqHit | None) -> str:
    return NONE if hit is None else SAME if hit.is_same else NEAR


def is_as_wanted(found: str, wanted: str | tuple[str, ...]) -> bool:
    return found in wanted if isinstance(wanted, tuple) else found == wanted


@pytest.mark.parametrize(("known", "asked", "wanted"), PAIRS)
def test_by_words_alone(known: str, asked: str, wanted: str | tuple[str, ...]) -> None:
    index = FaqIndex([FaqText(1, known, "…")])
    assert is_as_wanted(judge(index.find(read(asked), None, None)), wanted)


@pytest.fixture(scope="module")
def embedder() -> NanoEmbedder:
    return NanoEmbedder()


@pytest.fixture(scope="module")
def whole(embedder: NanoEmbedder) -> FaqIndex:
    vectors = embedder.embed_passages(KNOWN)
    return FaqIndex([FaqText(i, known, "…", vectors[i]) for i, known in enumerate(KNOWN)])


@pytest.mark.parametrize(("known", "asked", "wanted"), PAIRS)
def test_among_all_with_the_bundled_embedder(
    known: str,
    asked: str,
    wanted: str | tuple[str, ...],
    whole: FaqIndex,
    embedder: NanoEmbedder,
) -> None:
    question = read(asked)
    vector = embedder.embed_query(question.search_text)
    hit = whole.find(question, vector, embedder.related_from)
    if wanted == NONE:
        assert hit is None or KNOWN[hit.key] != known
        return
    assert hit
    assert KNOWN[hit.key] == known
    assert is_as_wanted(judge(hit), wanted)


def test_this_year_is_the_year_of_writing() -> None:
    text = FaqText(1, "Năm nay nghỉ hè từ ngày nào?", "…", written_on=dt.date(2025, 4, 1))
    index = FaqIndex([text])
    assert judge(index.find(read("năm 2025 nghỉ hè từ ngày nào"), None, None)) == SAME
    assert index.find(read("năm nay nghỉ hè từ ngày nào"), None, None) is None


def test_an_undated_answer_serves_the_year_it_was_written_in() -> None:
    written = FaqText(1, FEAST, "…", written_on=dt.date(2026, 3, 1))
    index = FaqIndex([written])
    assert index.find(read("năm nay lễ hội đình làng tổ chức ngày nào"), None, None)
    assert not index.find(read("năm 2027 lễ hội đình làng tổ chức ngày nào"), None, None)


def test_names_of_places_do_not_count_but_other_places_do() -> None:
    places = [LocalityName(1, "xã Bến Lụa"), LocalityName(2, "xã Đồi Sim")]
    index = FaqIndex([FaqText(7, "Xã Bến Lụa thu gom rác vào ngày nào?", "…")], places)

    def ask(text: str) -> FaqHit | None:
        return index.find(understand(text, places, TODAY), None, None)

    assert judge(ask("khi nào thu gom rác")) == SAME
    assert judge(ask("ben lua khi nao thu gom rac")) == SAME
    assert ask("xã Đồi Sim khi nào thu gom rác") is None


def test_only_some_may_be_found() -> None:
    index = FaqIndex([FaqText(1, WASTE, "một"), FaqText(2, WASTE, "hai")])
    assert index.find(read(WASTE), None, None) == FaqHit(2, is_same=True)
    assert index.find(read(WASTE), None, None, among={1}) == FaqHit(1, is_same=True)
    assert index.find(read(WASTE), None, None, among=()) is None


def test_of_two_as_near_none_is_told() -> None:
    index = FaqIndex([FaqText(1, BIRTH, "…"), FaqText(2, "Lệ phí đăng ký khai sinh?", "…")])
    assert index.find(read("đăng ký khai sinh"), None, None) is None
    assert judge(index.find(read("lệ phí khai sinh"), None, None)) == SAME


def test_an_english_question_finds_the_same_one_written_in_english() -> None:
    index = FaqIndex([FaqText(1, "When is waste collected in hamlet 3?", "…")])
    assert judge(index.find(read("in hamlet 3, when is the waste collected?"), None, None)) == SAME
    assert index.find(read("when is waste collected in hamlet 4"), None, None) is None


def test_english_is_answered_but_never_the_same() -> None:
    index = FaqIndex([FaqText(1, "Rà soát thủ tục hành chính khi nào?", "…")])
    hit = index.find(read("when is the review of administrative procedures"), None, None)
    assert judge(hit) == NEAR
    assert index.find(read("what is the weather like in the mountains"), None, None) is None


def test_what_means_something_else_is_not_near() -> None:
    one, other = np.array([1, 0], dtype=np.float32), np.array([0, 1], dtype=np.float32)
    index = FaqIndex([FaqText(1, FEE, "…", one)])
    near = read("học phí mầm non bao nhiêu")
    assert index.find(near, one, 0.85)
    assert index.find(near, other, 0.85) is None
    assert index.find(read("học phí mầm non năm 2025 bao nhiêu"), other, 0.85)


def test_nothing_known_nothing_found() -> None:
    assert FaqIndex([]).find(read(WASTE), None, None) is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (WATER, "thon 3 khi nao co nuoc sach", True),
        (WATER, WATER, True),
        (WATER, "thôn 4 khi nào có nước sạch", False),
        ("", "", False),
    ],
)
def test_two_questions_as_typed(one: str, other: str, same: bool) -> None:
    assert ask_the_same(one, other, TODAY) is same


@pytest.mark.parametrize(
    ("text", "has"), [(WATER, True), ("giờ làm việc", True), ("?", False), ("ở đâu ạ", False)]
)
def test_what_has_a_subject(text: str, has: bool) -> None:
    assert has_subject(text) is has
