"""What a file is, by its bytes."""

import pytest

from knowledge.files.sniff import HEAD, find_type
from tests.factories.photos import (
    AAC,
    AMR,
    HEIC,
    MP3,
    OGG,
    PDF,
    write_docx,
    write_film,
    write_jpeg,
    write_png,
    write_webp,
    write_xlsx,
)

FILES = [
    (write_jpeg(), "image/jpeg"),
    (write_png(), "image/png"),
    (write_webp(), "image/webp"),
    (HEIC, "image/heic"),
    (PDF, "application/pdf"),
    (
        write_docx(),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    (
        write_xlsx(),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    (OGG, "audio/ogg"),
    (MP3, "audio/mpeg"),
    (AMR, "audio/amr"),
    (AAC, "audio/aac"),
    (write_film(b"M4A ", handler=b"soun"), "audio/mp4"),
    (write_film(b"mp42", handler=b"soun"), "audio/mp4"),  # what Android's recorder writes
    (write_film(b"3gp4", handler=b"soun"), "audio/3gpp"),
    (write_film(b"mp42"), "video/mp4"),
    (write_film(b"isom"), "video/mp4"),
    (write_film(b"qt  "), "video/quicktime"),
    (write_film(b"3gp5"), "video/3gpp"),
]
OTHERS = [
    b"",
    b"PK",
    b"PK\x03\x04" + bytes(40),
    b"MZ" + bytes(100),
    b"\x7fELF" + bytes(60),
    b"<html><script>alert(1)</script></html>",
    b"<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>",
    b"GIF89a" + bytes(40),
    b"plain words",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    b"OggS" + bytes(24) + b"\x80theora" + bytes(40),
    write_film(b"avif"),
    write_docx(main="spreadsheetml.sheet.main"),
    write_docx(main="wordprocessingml.document.macroEnabled.main"),
    write_docx()[:-30],
    bytes(1000),
]


@pytest.mark.parametrize(("data", "media_type"), FILES, ids=[kind for _, kind in FILES])
def test_content_tells(data: bytes, media_type: str) -> None:
    found = find_type(data)
    assert found
    assert found.media_type == media_type


@pytest.mark.parametrize("data", OTHERS)
def test_others_are_not_taken(data: bytes) -> None:
    assert find_type(data) is None


def test_the_head_of_a_large_file_tells_what_it_is() -> None:
    film = find_type(write_film(size=2 * HEAD)[:HEAD], is_whole=False)
    paper = find_type(write_docx()[:80], is_whole=False)
    assert film
    assert paper
    assert (film.kind, paper.kind) == ("video", "document")
