"""Documents made from invented text."""

from knowledge.files import read
from knowledge.files.document import Paragraph, Row, Table
from knowledge.parsing import parse
from knowledge.plan import Place, Plan


def plan_of(text: str) -> Plan:
    """Read a text file's plan."""
    return parse(read("thu.txt", text.encode()))


def lines_of(text: str) -> list[Paragraph]:
    """Return the lines as a text file's paragraphs."""
    return [
        Paragraph(line, Place("thu.txt", number, number))
        for number, line in enumerate(text.split("\n"), 1)
    ]


def table_of(*rows: tuple[str | None, ...]) -> Table:
    """Return a table, one line of the file a row."""
    return Table(tuple(Row(cells, Place("thu.txt", i, i)) for i, cells in enumerate(rows, 1)))


def tabbed(*rows: str) -> str:
    """Write rows with "|" as lines divided by tabs."""
    return "\n".join(row.replace("|", "\t") for row in rows)
