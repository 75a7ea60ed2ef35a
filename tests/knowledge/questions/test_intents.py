import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.questions.intents import MOST, read_intents, split_intents, strip_greeting
from knowledge.questions.language import Language


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "chào ad cho e hỏi giờ lviec t7, với lại cống trc nhà bà Tư hôi quá",
            ("giờ lviec t7?", "cống trc nhà bà Tư hôi quá"),
        ),
        (
            "Ai trồng cây ở thôn 2? Hạn nộp báo cáo quý 3 là khi nào?",
            ("Ai trồng cây ở thôn 2?", "Hạn nộp báo cáo quý 3 là khi nào?"),
        ),
        (
            "làm khai sinh cho cháu cần giấy tờ gì, t7 có làm không",
            ("làm khai sinh cho cháu cần giấy tờ gì", "t7 có làm không"),
        ),
        (
            "lam khai sinh cho chau can giay to j, t7 co lam k",
            ("lam khai sinh cho chau can giay to j", "t7 co lam k"),
        ),
        ("rác không ai dọn, tiện thể hỏi lịch tiếp dân", ("rác không ai dọn", "lịch tiếp dân?")),
        (
            "đường ngập nước và cho tôi hỏi thủ tục xin phép xây nhà",
            ("đường ngập nước", "thủ tục xin phép xây nhà?"),
        ),
        (
            "đèn đường hư rồi, hồ sơ đất của tôi bao giờ xong?",
            ("đèn đường hư rồi", "hồ sơ đất của tôi bao giờ xong?"),
        ),
        (
            "den duong hu may hom nay roi, ho so dat cua toi bao gio xong",
            ("den duong hu may hom nay roi", "ho so dat cua toi bao gio xong"),
        ),
        (
            "ai phụ trách trồng cây xanh\nlệ phí chứng thực bao nhiêu",
            ("ai phụ trách trồng cây xanh", "lệ phí chứng thực bao nhiêu"),
        ),
        (
            "1. hạn nạo vét kênh\n2. cống hôi quá",
            ("hạn nạo vét kênh", "cống hôi quá"),
        ),
        (
            "Suối Mơ sửa cầu khi nào; ngoài ra nhà văn hóa mượn được không ạ",
            ("Suối Mơ sửa cầu khi nào", "nhà văn hóa mượn được không ạ"),
        ),
        (
            "cho hỏi giờ làm việc. À mà con chó nhà bên thả rông cắn người",
            ("giờ làm việc?", "con chó nhà bên thả rông cắn người"),
        ),
    ],
)  # fmt: skip
def test_two_things_in_one_message(text: str, parts: tuple[str, ...]) -> None:
    assert split_intents(text, "vi") == parts


@pytest.mark.parametrize(
    "text",
    [
        "hạn rà soát là khi nào và ai chủ trì",
        "han ra soat la khi nao va ai chu tri",
        "còn quý IV thì sao",
        "đèn hỏng 3 hôm rồi, bao giờ sửa?",
        "Suối Mơ nạo vét khi nào, ai chủ trì, sản phẩm là gì?",
        "Cống hôi quá. Ruồi muỗi nhiều. Không ai dọn.",
        "Tôi ở thôn 3. Tôi nộp hồ sơ đất tuần trước. Bao giờ có kết quả?",
        "Suối Mơ và Hoa Ban ai chủ trì trồng cây?",
        "Bộ phận nào ghi nhận và gửi đi ý kiến của bà con?",
        "Việc đánh giá, xếp loại đơn vị phải xong trước thời điểm nào?",
        "nạo vét kênh khi nào xong? nạo vét do ai làm?",
        "báo cáo quý nộp cho ai và nộp ở đâu",
        "kế hoạch số bao nhiêu, ban hành ngày nào?",
        "sửa đường, thay đèn, trồng cây do ai làm",
        "tôi muốn gặp cán bộ",
        "hồ sơ trễ hẹn 5 ngày rồi, cán bộ bảo chờ mãi",
    ],
)
def test_one_thing_stays_whole(text: str) -> None:
    (part,) = split_intents(text, "vi")
    assert part.strip(" .?") == text.strip(" .?")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "hello, when is the office open? also the street light is broken",
            ("when is the office open?", "the street light is broken"),
        ),
        ("what is the deadline and who is responsible", None),
        ("hi there, who plants the trees?", ("who plants the trees?",)),
    ],
)
def test_english(text: str, parts: tuple[str, ...] | None) -> None:
    assert split_intents(text, "en") == (parts or (text,))


def test_ten_questions_are_four_and_six_more() -> None:
    things = ("trồng cây xanh", "nạo vét kênh", "sửa cầu treo", "thay bóng đèn", "quét dọn chợ",
              "tiêm phòng chó", "phát cỏ ven đê", "sơn lại trường", "kẻ vạch đường", "đào giếng")  # fmt: skip
    intents = read_intents(" ".join(f"Khi nào {thing} xong?" for thing in things))
    assert len(intents.parts) == MOST
    assert intents.parts[0] == "Khi nào trồng cây xanh xong?"
    assert intents.more == 6


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("chào ad cho e hỏi giờ lviec", "giờ lviec?"),
        ("dạ thưa anh chị cho em hỏi ai trồng cây ạ", "ai trồng cây ạ?"),
        ("alo ad oi den hong roi", "den hong roi"),
        ("Xin chào, tôi muốn hỏi lịch tiếp dân", "lịch tiếp dân?"),
        ("chào", "chào"),
        ("Chào buổi sáng", "buổi sáng"),
        ("đạt bao nhiêu", "đạt bao nhiêu"),
        ("can you tell me who plants trees", "who plants trees?"),
        ("", ""),
    ],
)
def test_greetings_are_taken_off(text: str, left: str) -> None:
    assert strip_greeting(text) == left


@given(st.text(max_size=200), st.sampled_from(["vi", "en"]))
def test_any_text_has_one_to_four_parts(text: str, language: Language) -> None:
    intents = read_intents(text, language)
    assert 1 <= len(intents.parts) <= MOST
    assert intents.more >= 0
