import pytest

from knowledge.errors import UnreadableFile
from knowledge.files import read
from knowledge.files.document import Paragraph, Table
from knowledge.files.guards import MOST_ROWS

HEADER = "TT;Nội dung;Chủ trì;Thời gian"
ROWS = [("TT", "Nội dung", "Chủ trì", "Thời gian"), ("1", "Một; hai\nba", "A", "Quý I")]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", f'KẾ HOẠCH;;;\n{HEADER}\n1;"Một; hai\nba";A;Quý I\n'),
        ("a.csv", 'KẾ HOẠCH,,,\nTT,Nội dung,Chủ trì,Thời gian\n1,"Một; hai\nba",A,Quý I\n'),
        ("a.tsv", "KẾ HOẠCH\nTT\tNội dung\tChủ trì\tThời gian\n1\t\"Một; hai\nba\"\tA\tQuý I\n"),
        ("a.tsv", "KẾ HOẠCH\r\nTT\tNội dung\tChủ trì\tThời gian\r\n1\t\"Một; hai\nba\"\t A \tQuý I"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_rows_and_text_around_them(name: str, text: str, encoding: str) -> None:
    first, table = read(name, text.encode(encoding)).blocks
    assert isinstance(first, Paragraph)
    assert isinstance(table, Table)
    assert first.text == "KẾ HOẠCH"
    assert [row.cells for row in table.rows] == ROWS
    assert [row.place.row for row in table.rows] == [2, 3]


def test_a_lone_quote_swallows_nothing() -> None:
    (table,) = read("a.tsv", b'a\t"b\tc\n1\t2\t3\n').blocks
    assert isinstance(table, Table)
    assert [row.cells for row in table.rows] == [("a", '"b', "c"), ("1", "2", "3")]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"a;b;c\n" * (MOST_ROWS + 1), "too_large"),
        (b";" * 101, "too_large"),
        (b"a;" + b'"' + b"x" * 200_000 + b'"', "damaged"),
        (b"\n\n", "empty_file"),
        (b"x\x00\x01\x02\x03", "binary_noise"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, code: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read("a.csv", data)
    assert caught.value.code == code
