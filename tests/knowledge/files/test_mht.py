import pytest

from knowledge.errors import UnreadableFile
from knowledge.files import read
from knowledge.files.document import Paragraph

PAGE = '<meta charset="windows-1252"><p>Kế hoạch</p>'
ARCHIVE = """MIME-Version: 1.0
Content-Type: multipart/related; boundary="bien"

--bien
Content-Type: text/html; charset="utf-8"
Content-Transfer-Encoding: 8bit

{page}
--bien
Content-Type: image/png
Content-Transfer-Encoding: base64

iVBORw0KGgo=
--bien--
"""


def test_the_page_inside_is_read_in_the_charset_of_its_part() -> None:
    (block,) = read("a.mht", ARCHIVE.format(page=PAGE).encode()).blocks
    assert isinstance(block, Paragraph)
    assert block.text == "Kế hoạch"


@pytest.mark.parametrize("data", [b"text", ARCHIVE.replace("text/html", "x/y").encode()])
def test_an_archive_without_a_page_is_damaged(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match="damaged"):
        read("a.mht", data)
