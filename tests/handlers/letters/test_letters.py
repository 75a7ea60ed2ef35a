"""Letters: from a case's record, in templates of the office, safe whatever people wrote."""

import datetime as dt
import io

import pytest
from docx import Document

from handlers.cases.changes import Facts
from handlers.errors import HandlerError
from handlers.letters.filling import fill_template
from handlers.letters.letter import LetterKind, load_template, write_letter
from handlers.letters.signing import Signer, read_signer
from knowledge.cases.steps import Action
from storage.database import Database
from storage.values import Case, Contact
from storage.work import Work
from tests.factories.cases import Town, found_town, open_case, to_answer, walk
from tests.factories.talk import MONDAY

DAY = dt.timedelta(days=1)
HOSTILE = 'Đèn <b>hỏng</b> & "tối" {{ ma }} {% x %}\nDòng hai\x07\x00'
NOBODY = Contact()


def text_of(data: bytes) -> str:
    document = Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*cells, *(paragraph.text for paragraph in document.paragraphs)])


def template(*paragraphs: str) -> bytes:
    document, out = Document(), io.BytesIO()
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(out)
    return out.getvalue()


async def write(
    work: Work,
    town: Town,
    case: Case,
    kind: LetterKind,
    *,
    by: str = "thu",
    own: bytes | None = None,
) -> str:
    doer = town.doer(by, case)
    now = MONDAY + 3 * DAY
    return text_of(
        await write_letter(work, town.desk, case, doer, kind, now=now, template=own, name="x.docx")
    )


async def test_receipt_apology_and_answer(sqlite: Database) -> None:
    async with sqlite.write() as work:
        town = await found_town(work)
        await work.localities.change_profile(town.place_id, {"clerk.phone": "0298 3000 113"})
        case = await open_case(work, town.place_id, content=HOSTILE)
        receipt = await write(work, town, case, LetterKind.RECEIPT)
        more = Facts(day=dt.date(2026, 12, 25), text="chờ vật tư.")
        case = await walk(work, town, case, *to_answer(town)[:3], ("chutich", Action.EXTEND, more))
        apology = await write(work, town, case, LetterKind.APOLOGY)
        case = await walk(work, town, case, *to_answer(town)[3:])
        answer = await write(work, town, case, LetterKind.ANSWER)
        reads = [e for e in (await work.cases.list_all())[0].events if e.action is Action.READ]
    for letter in (receipt, apology, answer):
        assert "XÃ BẾN LỤA" in letter
        assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in letter
        assert "0298 3000 113" in letter
    assert 'Nội dung: Đèn <b>hỏng</b> & "tối" {{ ma }} {% x %}\nDòng hai' in receipt
    assert "Điện thoại: 0912 345 678" in receipt
    assert "Bến Lụa, ngày 26 tháng 11 năm 2026" in receipt
    assert "hạn trả lời là thứ Ba 15/12/2026" in apology
    assert "chậm nhất vào thứ Sáu 25/12/2026" in apology
    assert "Lý do: chờ vật tư." in apology
    assert "Số: 45/UBND" in answer
    assert "CHỦ TỊCH\nTrần Thị Mai" in answer
    assert "Kính gửi: Ông/Bà Nguyễn Văn Bình, Thôn 3, xã Bến Lụa" in answer
    assert "Đã thay bóng đèn đầu thôn 3." in answer
    assert [event.person_id for event in reads] == [town.people["thu"].id] * 3


async def test_who_sent_it_is_not_told_to_others(sqlite: Database) -> None:
    async with sqlite.write() as work:
        town = await found_town(work)
        hidden = await open_case(work, town.place_id, hides_name=True)
        hidden = await walk(work, town, hidden, *to_answer(town)[:4])
        with pytest.raises(HandlerError, match="letter_sender_hidden"):
            await write(work, town, hidden, LetterKind.ANSWER, by="dia")
        with pytest.raises(HandlerError, match="case_step_forbidden"):
            await write(work, town, hidden, LetterKind.ANSWER, by="tuphap")
        letter = await write(work, town, hidden, LetterKind.ANSWER)
        nameless = await open_case(work, town.place_id, number=2, contact=NOBODY)
        slip = await write(work, town, nameless, LetterKind.RECEIPT)
    assert "Số: ……………" in letter  # not signed yet: room to write on
    assert "Người gửi: ……………" in slip


async def test_a_merged_case_has_the_answer_of_the_other(sqlite: Database) -> None:
    async with sqlite.write() as work:
        town = await found_town(work)
        main, other = [await open_case(work, town.place_id, number=n) for n in (1, 2)]
        into = Facts(other_id=main.id, other_code=main.code)
        other = await walk(work, town, other, ("thu", Action.MERGE, into))
        with pytest.raises(HandlerError, match="letter_no_answer"):
            await write(work, town, other, LetterKind.ANSWER)
        await walk(work, town, main, *to_answer(town))
        letter = await write(work, town, other, LetterKind.ANSWER)
    assert other.code in letter
    assert "Đã thay bóng đèn đầu thôn 3." in letter


async def test_the_office_has_its_own_template(sqlite: Database) -> None:
    async with sqlite.write() as work:
        town = await found_town(work)
        case = await open_case(work, town.place_id)
        own = template("Giấy hẹn {{ ma }} của {{ ho_ten }}")
        letter = await write(work, town, case, LetterKind.RECEIPT, own=own)
    assert letter == f"Giấy hẹn {case.code} của Nguyễn Văn Bình"


def test_a_name_that_word_has_split_is_found() -> None:
    document, out = Document(), io.BytesIO()
    paragraph = document.add_paragraph("Kính gửi {{ ho")
    paragraph.add_run("_ten }}, ").bold = True
    document.save(out)
    assert text_of(fill_template(out.getvalue(), {"ho_ten": "Bà Ý"}, name="x")) == "Kính gửi Bà Ý, "


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (template("{{ ten }}"), "letter_placeholder_unknown"),
        (template("{{ ma.__class__.__mro__ }}"), "letter_template_mark"),
        (template("{{ range(9) }}"), "letter_placeholder_unknown"),
        (template("{{ ma "), "letter_template_mark"),
        (template("{% for x in ma %}"), "letter_template_mark"),
        (b"", "letter_template_broken"),
        (b"PK\x03\x04 nothing", "letter_template_broken"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 EncryptedPackage", "letter_template_broken"),
    ],
    ids=["unknown", "class", "range", "open", "loop", "empty", "zip", "old"],
)
def test_a_bad_template_is_one_sentence(data: bytes, code: str) -> None:
    with pytest.raises(HandlerError, match=code):
        fill_template(data, {"ma": "PA1"}, name="x.docx")


@pytest.mark.parametrize("kind", LetterKind)
def test_templates_have_the_form_of_the_decree(kind: LetterKind) -> None:
    document = Document(io.BytesIO(load_template(kind)))
    section = document.sections[0]
    page = round(section.page_width.mm), round(section.page_height.mm)
    margins = [
        round(each.mm)
        for each in (
            section.top_margin, section.bottom_margin, section.left_margin, section.right_margin
        )
    ]  # fmt: skip
    assert (page, margins) == ((210, 297), [20, 20, 30, 20])
    runs = [run for p in document.paragraphs for run in p.runs if run.text]
    assert {run.font.name for run in runs} == {"Times New Roman"}
    assert {run.font.size.pt for run in runs} == {14}


@pytest.mark.parametrize(
    ("text", "signer"),
    [
        ("Chủ tịch Trần Thị Mai", Signer("CHỦ TỊCH", "Trần Thị Mai")),
        ("Trần Thị Mai, Chủ tịch", Signer("CHỦ TỊCH", "Trần Thị Mai")),
        ("Chủ tịch UBND xã Trần Thị Mai", Signer("CHỦ TỊCH", "Trần Thị Mai")),
        ("Phó Chủ tịch: ông Lê Văn Hùng", Signer("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "Lê Văn Hùng")),
        ("Bà Trần Thị Mai", Signer("", "Trần Thị Mai")),
        ("", Signer("", "")),
    ],
)
def test_signers_are_read(text: str, signer: Signer) -> None:
    assert read_signer(text) == signer
