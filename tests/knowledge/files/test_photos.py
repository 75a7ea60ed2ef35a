"""Photos, films and sounds lose what their makers wrote beside them."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from knowledge.errors import UnreadableFile
from knowledge.files import photos
from knowledge.files.boxes import blank_told
from knowledge.files.photos import LONGEST_SIDE, clean_photo, shrink_photo
from tests.factories.photos import (
    CAMERA,
    HEIC,
    PLACE,
    SECRETS,
    box,
    draw,
    write_bomb,
    write_film,
    write_jpeg,
    write_png,
    write_webp,
)


def reopen(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(clean_photo(data)))


@pytest.mark.parametrize("data", [write_jpeg(), write_png(), write_webp()])
def test_nothing_but_dots_is_kept(data: bytes) -> None:
    assert CAMERA.encode() in data
    kept = clean_photo(data)
    assert not [secret for secret in SECRETS if secret in kept]
    picture = Image.open(io.BytesIO(kept))
    assert (picture.format, picture.size) == ("JPEG", (64, 48))
    assert not dict(picture.getexif())
    assert set(picture.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


@pytest.mark.parametrize(
    ("orientation", "size", "red"),
    [
        (1, (64, 48), (4, 4)),
        (6, (48, 64), (44, 4)),
        (3, (64, 48), (60, 44)),
        (8, (48, 64), (4, 60)),
    ],
)
def test_a_photo_is_upright(orientation: int, size: tuple[int, int], red: tuple[int, int]) -> None:
    picture = reopen(write_jpeg(orientation=orientation))
    assert picture.size == size
    dot = picture.getpixel(red)
    assert isinstance(dot, tuple)
    assert dot[0] > 180
    assert dot[1] < 80


def test_a_large_photo_is_made_smaller() -> None:
    picture = reopen(write_jpeg(width=3000, height=300))
    assert picture.size == (LONGEST_SIDE, 256)


def test_other_modes_become_colours() -> None:
    for mode in ("L", "P", "CMYK", "LA"):
        written = io.BytesIO()
        kind = "JPEG" if mode == "CMYK" else "PNG"
        draw().convert("L" if mode == "LA" else "RGB").convert(mode).save(written, kind)
        assert reopen(written.getvalue()).mode == "RGB"


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xd8\xff\xe0", write_jpeg()[:400], HEIC, write_png()[:60]]
)
def test_damaged_photos_are_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match="damaged"):
        clean_photo(data)


def test_a_photo_of_too_many_dots_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(photos, "_MOST_DOTS", 1000)
    with pytest.raises(UnreadableFile, match="too_large"):
        clean_photo(write_jpeg())
    with pytest.raises(UnreadableFile, match="too_large"):
        clean_photo(write_bomb(30_000))


def test_films_lose_their_place_and_nothing_else_moves() -> None:
    film = write_film()
    assert film.count(PLACE.encode()) == 3
    blanked = blank_told(film)
    assert PLACE.encode() not in blanked
    assert len(blanked) == len(film)
    assert blanked.index(b"mdat") == film.index(b"mdat")
    assert b"hdlr" in blanked


@given(st.binary(max_size=200))
@settings(max_examples=50)
def test_any_bytes_survive_blanking(noise: bytes) -> None:
    assert len(blank_told(noise)) == len(noise)
    assert blank_told(box(b"mdat", noise)) == box(b"mdat", noise)


@pytest.mark.parametrize("most", [400_000, 100_000, 20_000])
def test_a_photo_is_shrunk_until_it_fits(most: int) -> None:
    noise = Image.effect_noise((1600, 1200), 90).convert("RGB")
    written = io.BytesIO()
    noise.save(written, "JPEG", quality=95)
    shrunk = shrink_photo(written.getvalue(), most)
    assert most / 4 < len(shrunk) <= most
    with Image.open(io.BytesIO(shrunk)) as picture:
        assert abs(picture.width / picture.height - 4 / 3) < 0.02


def test_a_photo_that_fits_stays_as_it_is() -> None:
    photo = write_jpeg()
    assert shrink_photo(photo, len(photo)) is photo
