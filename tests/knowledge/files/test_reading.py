import unicodedata

import pytest

from knowledge.errors import RefusedDocument, UnreadableFile
from knowledge.files import read
from knowledge.files.document import Paragraph
from knowledge.files.guards import refuse_bad_size, refuse_bad_zip
from tests.knowledge.files.word import docx_bytes, para, table, zip_bytes

TEXT = "Kế hoạch trồng cây\nđợt một"
TCVN3 = "KÕ ho¹ch trång c©y ®ît mét".encode("latin-1")
VNI = "Keá hoaïch troàng caây ñôït moät".encode("latin-1")
VISCII = b"K\xaa ho\xd5ch tr\xb0ng c\xe2y \xf0\xfet m\xb5t"


def lines_of(name: str, data: bytes) -> list[str]:
    return [block.text for block in read(name, data).blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", TEXT.encode()),
        ("a.md", TEXT.encode()),
        ("A.TXT", TEXT.encode("utf-8-sig")),
        ("a.txt", TEXT.encode("utf-16")),
        ("a.txt", TEXT.encode("utf-16-le")),
        ("a.txt", TEXT.encode("utf-16-be")),
        ("a.txt", TEXT.replace("\n", "\r\n").encode()),
        ("a.txt", TEXT.replace("\n", "\r").encode()),
        ("a.txt", unicodedata.normalize("NFD", TEXT).encode()),
        ("a.txt", TEXT.replace("cây", "c\u200bây").encode()),
        ("a.txt", TEXT.replace("\n", "\x0c").encode()),
        ("a.txt", TEXT.replace("\n", "\x85").encode()),
        ("a.txt", TEXT.replace("cây", "\u202bcây\u202c").encode()),
        ("a.txt", TEXT.replace("cây", "c\u00adây").encode()),
    ],
)
def test_text_is_read_whatever_its_encoding(name: str, data: bytes) -> None:
    assert lines_of(name, data) == TEXT.split("\n")


def test_a_few_broken_bytes_stay_visible() -> None:
    data = bytearray((TEXT * 20).encode())
    data[data.index("ế".encode()) + 1] = 0xFF
    assert lines_of("a.txt", bytes(data))[0].startswith("K\ufffd")


def test_right_to_left_text_is_text() -> None:
    assert lines_of("a.txt", "تقرير السنة".encode()) == ["تقرير السنة"]


@pytest.mark.parametrize("name", ["../../a.txt", "C:\\kế hoạch\\a.txt", "/etc/a.txt", "x/a.TXT"])
def test_a_name_with_a_path_is_only_a_name(name: str) -> None:
    assert read(name, b"x").source.lower() == "a.txt"


def test_lines_are_counted_from_one_and_blank_ones_count() -> None:
    document = read("thư mục/kế hoạch.txt", b"mot\n\nba\n")
    places = [(b.text, b.place.first_line) for b in document.blocks if isinstance(b, Paragraph)]
    assert document.source == "kế hoạch.txt"
    assert places == [("mot", 1), ("", 2), ("ba", 3), ("", 4)]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.pptx", b"x", "unknown_format"),
        ("khong_duoi", b"x", "unknown_format"),
        ("a.txt", b"", "empty_file"),
        ("a.txt", b" \n\t\n", "empty_file"),
        ("a.txt", b"\xef\xbb\xbf", "empty_file"),
        ("a.txt", bytes(range(256)) * 20, "binary_noise"),
        ("a.txt", b"\x89PNG\r\n\x1a\n" + b"\x01\x02\x03" * 90, "binary_noise"),
        ("a.txt", b"abc\x00\x01\x02\x03\x04", "binary_noise"),
        ("a.txt", TCVN3, "legacy_encoding"),
        ("a.txt", VNI, "legacy_encoding"),
        ("a.txt", VISCII, "legacy_encoding"),
        ("a.html", b"<p>" + TCVN3, "legacy_encoding"),
        ("a.docx", b"not a zip", "damaged"),
        ("a.docx", docx_bytes(para("x"))[:-30], "damaged"),
        ("a.docx", zip_bytes({"other.txt": b"x"}), "damaged"),
        ("a.docx", docx_bytes("<w:p>"), "damaged"),
        ("a.docx", docx_bytes(para("")), "empty_file"),
        ("a.docx", docx_bytes(table([["", ""], ["", ""]])), "empty_file"),
        ("a.html", b"<table><tr><td><td></table>", "empty_file"),
        ("a.txt", "\ufeff\u200b\u00ad\n".encode(), "empty_file"),
        ("a.txt", b"K\x00\x00\x00 ho\x00", "binary_noise"),
    ],
)
def test_what_cannot_be_read_says_why(name: str, data: bytes, code: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read(name, data)
    assert caught.value.code == code


def test_size_is_limited_before_and_after_unpacking() -> None:
    bomb = zip_bytes({"word/document.xml": b"0" * 1_000_000})
    with pytest.raises(UnreadableFile, match="too_large"):
        refuse_bad_size(b"12345", limit=4)
    with pytest.raises(UnreadableFile, match="too_large"):
        refuse_bad_zip(bomb, limit=999_999)
    refuse_bad_zip(bomb, limit=1_000_000)


@pytest.mark.parametrize("stamp", ["MẬT", "TỐI MẬT", "TUYỆT MẬT", "**TỐI MẬT**", "  MẬT ", "[MẬT]"])
@pytest.mark.parametrize("form", ["txt", "docx"])
def test_a_secrecy_stamp_refuses_the_document(stamp: str, form: str) -> None:
    text = f"ỦY BAN NHÂN DÂN\n{stamp}\nKẾ HOẠCH"
    data = text.encode() if form == "txt" else docx_bytes(*map(para, text.split("\n")))
    with pytest.raises(RefusedDocument, match="secret"):
        read(f"a.{form}", data)


@pytest.mark.parametrize(
    "text", ["bảo mật", "Mật", "GIỮ BÍ MẬT", "MẬT ONG RỪNG", "x\n" * 60 + "MẬT"]
)
def test_other_uses_of_the_word_are_no_stamp(text: str) -> None:
    assert read("a.txt", f"Kế hoạch\n{text}".encode()).blocks
