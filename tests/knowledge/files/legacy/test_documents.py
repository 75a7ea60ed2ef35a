import pytest

from knowledge.errors import UnreadableFile
from knowledge.files import read
from knowledge.files.document import Document, Paragraph, Table
from tests.factories.legacy import encode, show
from tests.knowledge.files.word import docx_bytes, packed_docx, para, table

PLAIN = (
    "ủy ban nhân dân xã giao các thôn, tổ chức rà soát từng hộ, đánh giá kết quả thực hiện, trả lời "
    "phản ánh của người dân; báo cáo trước ngày 15/12/2026, bảo đảm đúng thời hạn được phân công"
)
ENGLISH = "The committee shall report to the people's council before 15 December 2026. " * 4


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def in_font(text: str, font: str) -> str:
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>'
    return f'<w:r>{fonts}<w:t xml:space="preserve">{text}</w:t></w:r>'


@pytest.mark.parametrize("encoding", ["tcvn3", "vni", "viscii", "windows-1258"])
def test_a_text_file_in_an_old_encoding_is_read(encoding: str) -> None:
    assert texts(read("a.txt", encode(PLAIN, encoding))) == [PLAIN]


@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
@pytest.mark.parametrize("form", ["txt", "html", "docx"])
def test_letters_shown_as_western_ones_are_read(form: str, encoding: str) -> None:
    shown = show(PLAIN, encoding)
    data = {
        "txt": shown.encode(),
        "html": f"<meta charset=utf-8><p>{shown}</p>".encode(),
        "docx": docx_bytes(para(shown)),
    }
    assert texts(read(f"a.{form}", data[form])) == [PLAIN]


def test_a_page_that_calls_itself_western_is_read() -> None:
    page = b'<meta charset="windows-1252"><font face=".VnTime">' + encode(PLAIN, "tcvn3")
    assert texts(read("a.html", page)) == [PLAIN]


def test_cells_are_decoded() -> None:
    words = PLAIN.split(", ")
    document = read("a.docx", docx_bytes(table([[show(word, "vni") for word in words]])))
    (block,) = document.blocks
    assert isinstance(block, Table)
    assert block.rows[0].cells == tuple(words)


def test_runs_are_decoded_by_their_fonts() -> None:
    mixed = para(
        in_font(show("số ", "tcvn3"), ".VnTime"),
        in_font("12/KH-UBND của xã ", "Times New Roman"),
        in_font(show("đ", "vni") + "o", "VNI-Times"),
        in_font(show("ộ", "vni")[1:], "VNI-Times"),
        in_font(show("n", "vni"), "VNI-Times"),
        in_font(show(" bến lụa", "tcvn3"), ".VnTimeH"),
    )
    assert texts(read("a.docx", docx_bytes(mixed))) == ["số 12/KH-UBND của xã độn BẾN LỤA"]


def test_a_soft_hyphen_is_a_letter_only_in_old_fonts() -> None:
    soft = "<w:r>{}<w:t>n</w:t><w:softHyphen/><w:t>íc</w:t></w:r>"
    old = soft.format('<w:rPr><w:rFonts w:hAnsi=".VnTime"/></w:rPr>')
    document = read("a.docx", docx_bytes(para(old), para(soft.format(""))))
    assert texts(document) == ["nước", "níc"]


STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:hAnsi="Arial"/></w:rPr></w:rPrDefault>'
    '</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:rPr>'
    '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Than"><w:basedOn w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Moi"><w:basedOn w:val="Than"/>'
    '<w:rPr><w:rFonts w:hAnsi="Arial"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Vong"><w:basedOn w:val="Vong"/></w:style>'
)


@pytest.mark.parametrize(
    ("style", "text"), [("", "xã"), ("Than", "xã"), ("Moi", "x·"), ("Vong", "xã"), ("Lạ", "xã")]
)
def test_a_font_may_come_from_a_style(style: str, text: str) -> None:
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    body = f"<w:p>{named}<w:r><w:t>x·</w:t></w:r></w:p>"
    assert texts(read("a.docx", packed_docx(body, styles=STYLES))) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "".join(chr(ord(letter) + (letter > "\x7f")) for letter in show(PLAIN, "tcvn3")),
        show(PLAIN, "tcvn3") + " và phần này đã là chữ Unicode",
        show("kế hoạch trồng cây ", "tcvn3") * 20,
    ],
)
def test_in_doubt_the_document_is_refused(text: str) -> None:
    with pytest.raises(UnreadableFile, match="legacy_encoding"):
        read("a.txt", text.encode())


@pytest.mark.parametrize(
    "text",
    [
        PLAIN,
        PLAIN + " và café của Müller",
        ENGLISH,
        "Été à l'hôtel: " + "les élèves répétaient une pièce très célèbre. " * 5,
        "40°C, 5m², §4, ±3, «một», ½ ngày · " * 10,
        "chữ mềm".replace("ữ", "ữ\xad") + " và n\xadước " * 30,
    ],
)
def test_text_of_today_stays(text: str) -> None:
    assert texts(read("a.txt", text.encode())) == [text.replace("\xad", "")]
