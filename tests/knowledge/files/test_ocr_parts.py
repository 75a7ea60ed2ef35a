"""The parts of OCR that need no Tesseract: lines, leans, numerals, bounds, missing programs."""

import io
import os
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFont

from knowledge.errors import UnreadableFile
from knowledge.files import read
from knowledge.files.ocr.drawn import despeckle, erase, find_strokes
from knowledge.files.ocr.pictures import Grey, count_frames, load_frame, turn
from knowledge.files.ocr.reading import MOST_PAGES, read_pages
from knowledge.files.ocr.roman import mend_roman
from knowledge.files.ocr.straight import find_lean, straighten
from knowledge.files.ocr.tesseract import Word
from tests.factories.sample_pdf import build_pdf
from tests.factories.scans import as_picture, as_tiff

SERIF = Path("/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf")
PAGE = as_picture(Image.new("RGB", (60, 80), "white"))


def ruled(width: int = 800, height: int = 600) -> Grey:
    """Draw a table of three columns and five rows, with bars for words."""
    page = Image.new("L", (width, height), 255)
    draw = ImageDraw.Draw(page)
    for y in range(100, 501, 80):
        draw.line((100, y, 700, y), fill=0, width=2)
        for x in range(120, 680, 40):
            draw.rectangle((x, y + 30, x + 25, y + 40), fill=0)
    for x in range(100, 701, 200):
        draw.line((x, 100, x, 500), fill=0, width=2)
    return np.asarray(page)


def test_lines_are_found_and_erased_and_words_stay() -> None:
    page = ruled()
    strokes = find_strokes(page, 200)
    assert {stroke.at // 5 * 5 for stroke in strokes if stroke.is_level} >= {100, 180, 500}
    clean = erase(page, strokes)
    assert not find_strokes(clean, 200)
    assert (clean[130:141, 121:145] == 0).all()


def test_dots_that_stand_alone_are_noise() -> None:
    page = np.full((9, 9), 255, np.uint8)
    page[1, 1] = page[4:7, 4:7] = 0
    clean = despeckle(page)
    assert (clean[1, 1], clean[5, 5]) == (255, 0)


@settings(max_examples=20)
@given(st.floats(-4.5, 4.5))
def test_a_lean_is_measured_to_a_fifth_of_a_degree(degrees: float) -> None:
    assert abs(find_lean(turn(ruled(), -degrees)).degrees - degrees) < 0.2


def test_an_empty_page_does_not_lean() -> None:
    page = np.full((40, 40), 255, np.uint8)
    assert (straighten(page) == page).all()


def test_lines_that_run_towards_each_other_are_set_straight() -> None:
    corners = (20, 10, 0, 600, 800, 585, 775, -5)
    seen = Image.fromarray(ruled()).transform(
        (800, 600), Image.Transform.QUAD, corners, Image.Resampling.BICUBIC, fillcolor=255
    )
    strokes = find_strokes(straighten(np.asarray(seen)), 200)
    longest = {
        kind: max(s.end - s.start for s in strokes if s.is_level is kind) for kind in (False, True)
    }
    assert longest[False] > 200
    assert longest[True] > 300


@pytest.mark.skipif(not SERIF.exists(), reason="Liberation Serif is not installed")
@pytest.mark.parametrize(
    ("drawn", "told", "before", "meant"),
    [
        ("II", "H", "", "II"),
        ("III", "IH", "quý", "III"),
        ("III/2026", "HI/2026", "Quý", "III/2026"),
        ("II/2026", "11/2026", "quý", "II/2026"),
        ("11/2026", "11/2026", "tháng", "11/2026"),
        ("VII", "VH", "", "VII"),
        ("IV", "1V", "quý", "IV"),
        ("H", "H", "nhóm", "H"),
        ("Hà", "Hà", "", "Hà"),
    ],
)
def test_numerals_are_told_by_their_stems(drawn: str, told: str, before: str, meant: str) -> None:
    image = Image.new("L", (300, 60), 255)
    ImageDraw.Draw(image).text((10, 10), drawn, fill=0, font=ImageFont.truetype(SERIF, 36))
    page = np.asarray(image)
    ys, xs = np.nonzero(page < 150)
    left, right, top, bottom = (int(x) for x in (xs.min(), xs.max() + 1, ys.min(), ys.max() + 1))
    assert mend_roman(Word(told, left, right, top, bottom, top, bottom, 0.5), before, page) == meant


@pytest.mark.parametrize("name", ["a.png", "a.pdf"])
def test_what_is_missing_is_named(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = PAGE if name == "a.png" else build_pdf("", picture=True)
    program = tmp_path / "tesseract"
    program.write_text("#!/bin/sh\necho eng\n")
    program.chmod(0o755)
    codes = []
    for path in (f"{tmp_path}{os.pathsep}{os.defpath}", str(tmp_path / "none")):
        monkeypatch.setenv("PATH", path)
        codes.append(code_of(name, data))
    assert codes == ["tesseract_language_missing", "tesseract_missing"]


def code_of(name: str, data: bytes) -> str:
    with pytest.raises(UnreadableFile) as caught:
        read(name, data)
    return caught.value.code


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"no picture", "damaged"),
        (PAGE[:60], "damaged"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n", "damaged"),
        (as_picture(Image.new("1", (9_000, 9_000))), "too_large"),
        (as_picture(Image.new("1", (14_000, 14_000))), "too_large"),
    ],
)
def test_pictures_that_cannot_be_read_say_why(data: bytes, code: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        load_frame(data, 1, 200)
    assert caught.value.code == code


def test_a_photo_is_taken_for_a4_and_never_enlarged() -> None:
    fine = as_picture(Image.new("RGB", (2400, 3400), "white"))
    coarse = as_picture(Image.new("RGB", (850, 1170), "white"), dpi=(100, 100))
    assert [(load_frame(data, 1, 200)[0].shape, load_frame(data, 1, 200)[1]) for data in (fine, coarse)] == [
        ((2340, 1652, 3), 200), ((1170, 850, 3), 100),
    ]  # fmt: skip


def test_what_is_clear_is_paper() -> None:
    picture, _ = load_frame(as_picture(Image.new("RGBA", (30, 40), (0, 0, 0, 0))), 1, 200)
    assert (picture == 255).all()


def test_pages_and_time_are_bounded() -> None:
    many = as_tiff([Image.new("1", (8, 8))] * 3)
    assert count_frames(many) == 3
    with pytest.raises(UnreadableFile, match="too_large"):
        read_pages(range(MOST_PAGES + 1), lambda number: load_frame(many, number, 200))


def test_a_scan_that_takes_too_long_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "tesseract"
    program.write_text("#!/bin/sh\necho vie\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.defpath}")
    with pytest.raises(UnreadableFile, match="too_slow"):
        read_pages([1], lambda number: load_frame(PAGE, number, 200), patience=0)


@settings(max_examples=40, deadline=2_000)
@given(st.sampled_from(("PNG", "JPEG", "TIFF", "WEBP")), st.floats(0, 1), st.binary(max_size=12))
def test_damaged_pictures_are_refused_or_read(kind: str, where: float, new: bytes) -> None:
    made = io.BytesIO()
    Image.new("RGB", (40, 30), "grey").save(made, kind)
    data = bytearray(made.getvalue())
    start = int(where * len(data))
    data[start : start + len(new)] = new
    with suppress(UnreadableFile):
        load_frame(bytes(data), count_frames(bytes(data)), 200)
