import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.files.legacy.detection import find_encoding
from knowledge.files.legacy.encodings import ENCODINGS, decode_font, decode_surface
from knowledge.files.legacy.syllables import is_syllable
from tests.factories.legacy import encode, show
from tests.factories.sample_docx import TEXT

SMALL = "aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
WORDS = [word for word in TEXT.read_text("utf-8").lower().split() if word.isalpha()]
MARKED = [word for word in dict.fromkeys(WORDS) if not word.isascii() and word != "hđnd"]


@pytest.mark.parametrize(
    ("encoding", "shown", "text"),
    [
        ("tcvn3", "KÕ ho¹ch trång c©y ®ît mét", "Kế hoạch trồng cây đợt một"),
        ("tcvn3", "§¬n vÞ tæ chøc thùc hiÖn n\xad\xadíc", "Đơn vị tổ chức thực hiện nưước"),
        ("tcvn3", "KÕ HO¹CH trång\nKÕ HO¹CH", "Kế HOạCH trồng\nKẾ HOẠCH"),
        ("vni", "Keá hoaïch troàng caây ñôït moät", "Kế hoạch trồng cây đợt một"),
        ("vni", "ÑOÄC LAÄP - TÖÏ DO", "ĐỘC LẬP - TỰ DO"),
        ("vni", "khaúng ñònh saün saøng kyõ", "khẳng định sẵn sàng kỹ"),
        ("vni", "é 5%", "\ufffd 5%"),
        ("viscii", "K\xaa ho\xd5ch tr\xb0ng c\xe2y \xf0\xfet m\xb5t", "Kế hoạch trồng cây đợt một"),
        ("windows-1258", "Kê\u0301 hoa\u0323ch".encode("cp1258").decode("latin-1"), "Kế hoạch"),
    ],
)
def test_known_words(encoding: str, shown: str, text: str) -> None:
    assert decode_surface(shown, encoding) == text


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_letter_has_its_own_bytes(encoding: str) -> None:
    letters = SMALL if encoding == "tcvn3" else SMALL + SMALL.upper()
    assert ENCODINGS[encoding](encode(letters, encoding)) == letters


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(words=st.lists(st.sampled_from(MARKED), min_size=40, max_size=90, unique=True))
def test_own_words_are_found_and_given_back(encoding: str, words: list[str]) -> None:
    text = " ".join(words)
    data = encode(text, encoding)
    assert find_encoding(data) == encoding
    assert ENCODINGS[encoding](data) == text


FRENCH = """Les délégués ont été reçus à l'hôtel où le maire a présenté les priorités de l'année ;
après le déjeuner, ils ont visité la préfecture, le théâtre et le musée rénové à grands frais, puis
une école où les élèves répétaient une pièce célèbre, même très à l'étroit."""
GERMAN = """Die Bürger müssen über die Änderungen größerer Maßnahmen für Straßen künftig früher
informiert werden; schöne Grüße, Fräulein Müller, für die nächste Prüfung wäre möglich."""
SPANISH = """El año próximo la señora Núñez enseñará también inglés a los niños según el plan;
además habrá más jardín, más árboles, más música, más números y más páginas únicas aquí allí."""
ENGLISH = "The committee shall report before 15 December; no letter here is beyond ASCII at all."


@pytest.mark.parametrize("text", [FRENCH, GERMAN, SPANISH, ENGLISH, ""])
def test_other_languages_are_no_old_encoding(text: str) -> None:
    assert find_encoding(text.encode("cp1252")) is None


@pytest.mark.parametrize(
    ("font", "shown", "text"),
    [
        (".VnTime", "KÕ ho¹ch", "Kế hoạch"),
        (".VnTimeH", "KÕ ho¹ch", "KẾ HOẠCH"),
        (".VnArial Narrow", "x·", "xã"),
        ("VNI-Times", "xaõ", "xã"),
        ("VNI-Helve-Condense", "ÑAÛNG", "ĐẢNG"),
        ("Times New Roman", "KÕ ho¹ch", "KÕ ho¹ch"),
        (".VnTime", "Kế hoạch", "Kế hoạch"),  # typed in Unicode, whatever the font
        ("", "x·", "x·"),
    ],
)
def test_a_font_tells_the_encoding(font: str, shown: str, text: str) -> None:
    assert decode_font(shown, font) == text


def test_what_is_shown_is_what_the_bytes_look_like() -> None:
    assert show("kế hoạch", "tcvn3") == "kÕ ho¹ch"


@pytest.mark.parametrize(
    ("word", "is_one"),
    [
        ("nghiêng", True),
        ("Quyết", True),
        ("gì", True),
        ("giếng", True),
        ("GIỮ", True),
        ("khuỷu", True),
        ("Đắk", True),
        ("hoạch", True),
        ("hoạcH", False),
        ("été", False),
        ("năạ", False),
        ("kế́", False),
        ("strước", False),
        ("níc", False),
        ("nớc", False),
        ("", False),
        ("1", False),
    ],
)
def test_syllables(word: str, is_one: bool) -> None:
    assert is_syllable(word) is is_one


def test_every_word_of_the_sample_is_a_syllable() -> None:
    assert not [word for word in MARKED if not is_syllable(word)]
