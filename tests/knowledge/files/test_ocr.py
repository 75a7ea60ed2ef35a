"""Scans and photos through Tesseract; skipped where it is not installed."""

import shutil
import subprocess

import pytest

from knowledge.errors import RefusedDocument
from knowledge.files import read
from knowledge.files.document import Document, Paragraph, Table
from knowledge.parsing.plans import parse
from tests.factories.sample_docx import TEXT, WORD
from tests.factories.sample_pdf import SOFFICE, build_pdf, convert
from tests.factories.scans import (
    FONT,
    Picture,
    as_pdf,
    as_picture,
    as_tiff,
    photograph,
    render,
    scan,
    scan_all,
    stamp,
    with_layer,
)

LETTER = """ỦY BAN NHÂN DÂN XÃ BẾN LỤA
Số: 12/KH-UBND

KẾ HOẠCH
Trồng cây xanh năm 2026

Giao Phòng Kinh tế rà soát đất trống tại từng thôn.
Thời gian thực hiện: Quý II/2026.
Giao Công an xã kiểm tra việc trồng cây dọc đường liên xã.
Thời gian thực hiện: Hoàn thành trước ngày 15/12/2026."""


def has_vietnamese() -> bool:
    if shutil.which("tesseract") is None:
        return False
    listed = subprocess.run(["tesseract", "--list-langs"], capture_output=True, check=False)
    return b"vie" in listed.stdout.split()


pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not has_vietnamese(), reason="Tesseract with its data vie is not installed"),
]
needs_font = pytest.mark.skipif(not FONT.exists(), reason="DejaVu Sans is not installed")


@pytest.fixture(scope="module")
def letter() -> bytes:
    return build_pdf(LETTER)


@pytest.fixture(scope="module")
def page(letter: bytes) -> Picture:
    return render(letter)[0]


@pytest.fixture(scope="module")
def scanned(page: Picture) -> Picture:
    return scan(page)


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


@pytest.mark.timeout(300)
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_the_sample_plan_as_a_scan_gives_its_tasks_and_all_their_days() -> None:
    expected = parse(read("ke-hoach.txt", TEXT.read_bytes()))
    told: list[tuple[int, int]] = []
    pages = scan_all(convert(WORD.read_bytes(), ".docx", "pdf"))
    document = read("quet.pdf", as_pdf(pages), on_page=lambda *done: told.append(done))
    plan = parse(document)
    assert told == [(done, len(pages)) for done in range(1, len(pages) + 1)]
    wanted = {task.timeframe: task.deadline for task in expected.tasks}
    read_right = [task for task in plan.tasks if wanted.get(task.timeframe) == task.deadline]
    assert len(read_right) >= 0.95 * len(expected.tasks)
    days = [task.deadline.last_day for task in expected.tasks]
    assert [task.deadline.last_day for task in plan.tasks] == days
    assert (plan.number, plan.issued_on, plan.locality) == (
        expected.number, expected.issued_on, expected.locality,
    )  # fmt: skip
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    assert {row.place.page for row in table.rows} == {4, 5, 6, 7}
    assert not [d for task in plan.tasks for d in task.doubts if d.code == "ocr_mended"]


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_a_page_is_read_however_it_was_laid(scanned: Picture, turned: int) -> None:
    laid = scanned.rotate(turned, expand=True)
    assert "Trồng cây xanh năm 2026" in texts(read("a.png", as_picture(laid)))


def test_a_photo_from_an_angle_is_read_as_its_camera_lay(page: Picture) -> None:
    photo = photograph(page).rotate(90, expand=True)
    exif = photo.getexif()
    exif[0x0112] = 6  # the camera lay on its side: to be turned clockwise
    document = read("a.jpg", as_picture(photo, "JPEG", exif=exif))
    assert "Thời gian thực hiện: Quý II/2026." in texts(document)
    assert min(block.confidence or 0 for block in document.blocks if isinstance(block, Paragraph))


def test_pages_of_a_tiff_are_counted(page: Picture) -> None:
    document = read("a.tiff", as_tiff([page, page]))
    found = {block.place.page for block in document.blocks if isinstance(block, Paragraph)}
    assert found == {1, 2}


def test_a_layer_of_text_without_marks_is_read_anew(page: Picture) -> None:
    plain = "\n".join(["Giao Phong Kinh te ra soat dat trong tai tung thon"] * 6)
    document = read("a.pdf", with_layer(page, plain))
    assert "Trồng cây xanh năm 2026" in texts(document)


@needs_font
@pytest.mark.parametrize(
    ("text", "ink", "lean"), [("MẬT", "#d21f2b", 6), ("TUYỆT MẬT", "black", 2)]
)
def test_a_stamp_of_secrecy_is_refused(page: Picture, text: str, ink: str, lean: float) -> None:
    stamped = scan(stamp(page, text, ink=ink, lean=lean, at=(1100, 100)))
    with pytest.raises(RefusedDocument, match="secret"):
        read("a.png", as_picture(stamped))


@needs_font
def test_another_red_stamp_is_no_secret(page: Picture) -> None:
    assert read("a.png", as_picture(scan(stamp(page, "ĐẾN")))).blocks
