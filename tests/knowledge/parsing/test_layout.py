import pytest

from knowledge.files.document import Table
from knowledge.parsing.flattened import read_flattened
from knowledge.parsing.piped import read_piped
from knowledge.parsing.tabbed import read_tabbed
from tests.knowledge.parsing.texts import lines_of, tabbed

FLAT_HEADER = "\tTT\n\tNội dung\n\tCơ quan \nchủ trì\n\tThời gian\n\n"
PIPE_HEADER = "|\n**TT**\n|\n**Nội dung**\n|\n**Chủ trì**\n|\n**Thời gian**\n|\n"
Cells = list[tuple[str, ...]]


def cells_of(found: tuple[Table, int] | None) -> Cells:
    assert found is not None
    return [tuple(" ".join((c or "").split()) for c in row.cells) for row in found[0].rows[1:]]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("\t1\n\tTrồng\n\tĐội A\n\tQuý I\n", [("1", "Trồng", "Đội A", "Quý I")]),
        ("\t1\n\tTrồng\ncây\n\tĐội A\n\t\nQuý I\n", [("1", "Trồng cây", "Đội A", "Quý I")]),
        ("\t1\n\tTrồng\n\n\tĐội A\n\tQuý I\n", [("1", "Trồng", "Đội A", "Quý I")]),
        ("\t1\n\tTrồng\n \tTưới\n\tĐội A\n\tQuý I\n", [("1", "Trồng Tưới", "Đội A", "Quý I")]),
        ("\tI\n\tCây\n\n\t1\n\tTrồng\n", [("I", "Cây"), ("1", "Trồng")]),
        ("\tI\n\tCây\n\t\n\t\n\n\t1\n\tTrồng\n", [("I", "Cây", "", ""), ("1", "Trồng")]),
        ("\t1\n\ta\n\tb\n\tc\n\nPHỤ LỤC 2\n", [("1", "a", "b", "c")]),
    ],
)
def test_flattened_rows(body: str, expected: Cells) -> None:
    assert cells_of(read_flattened(lines_of(FLAT_HEADER + body), 0)) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("|\n1\n|\nTrồng\ncây\n|\nĐội A\n|\nQuý I\n|", [("1", "Trồng cây", "Đội A", "Quý I")]),
        ("|\n1\n|\nTrồng\n|\n|\nQuý I\n|\n|\n2\n|\na\n|\nb\n|\nc\n|",
         [("1", "Trồng", "", "Quý I"), ("2", "a", "b", "c")]),
        ("|\nI\n|\nCây\n|\n|\n1\n|\na\n|\nb\n|\nc\n|", [("I", "Cây"), ("1", "a", "b", "c")]),
        ("|\n1\n|\na\n|\nb\n|\nc\n|\n\nSau bảng\n|", [("1", "a", "b", "c")]),
    ],
)  # fmt: skip
def test_piped_rows(body: str, expected: Cells) -> None:
    assert cells_of(read_piped(lines_of(PIPE_HEADER + body), 0)) == expected


def test_tabbed_rows_go_on_over_blank_lines_and_end_at_text() -> None:
    text = tabbed("TT|Nội dung|Chủ trì", "1|a|b", "", "2|c|d", "", "Hết bảng")
    found = read_tabbed(lines_of(text), 0)
    assert cells_of(found) == [("1", "a", "b"), ("2", "c", "d")]
    assert found is not None
    assert found[1] == 4


@pytest.mark.parametrize("text", ["Văn bản", "\tThụt đầu dòng", "", "a\tb", "|x|"])
def test_lines_that_are_no_table(text: str) -> None:
    for reader in (read_flattened, read_tabbed, read_piped):
        assert reader(lines_of(text), 0) is None
