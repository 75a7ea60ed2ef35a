"""What is kept of what comes with a message, by content, size and number."""

import io

import pytest

from handlers.files.rules import (
    LARGEST,
    MB,
    MOST_A_MESSAGE,
    Upload,
    examine,
    examine_all,
)
from tests.factories.photos import (
    HEIC,
    OGG,
    PDF,
    PLACE,
    write_bomb,
    write_docx,
    write_film,
    write_jpeg,
    write_png,
)

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
KEPT = [
    ("rác.jpg", write_jpeg(), "photo", "rác.jpg", "image/jpeg"),
    ("man hinh.PNG", write_png(), "photo", "man hinh.jpg", "image/jpeg"),
    ("don.jpg", write_docx(), "document", "don.docx", DOCX),
    ("anh.png", PDF, "document", "anh.pdf", "application/pdf"),
    ("voice", OGG, "audio", "voice.ogg", "audio/ogg"),
    ("C:\\phim\\duong.avi", write_film(), "video", "duong.mp4", "video/mp4"),
    ("../../etc/passwd", PDF, "document", "passwd.pdf", "application/pdf"),
    ("a\r\nSet-Cookie: x.pdf", PDF, "document", "a Set-Cookie: x.pdf", "application/pdf"),
    ("", write_jpeg(), "photo", "", "image/jpeg"),
    ("x" * 300 + ".jpg", write_jpeg(), "photo", None, "image/jpeg"),
]
REFUSED = [
    ("rong.jpg", b"", "file_empty", ""),
    ("virus.jpg", b"MZ" + bytes(200), "file_unknown", ""),
    ("trang.jpg", b"<html></html>", "file_unknown", ""),
    ("hong.jpg", write_jpeg()[:300], "file_damaged", "photo"),
    ("iphone.jpg", HEIC, "photo_heic", "photo"),
    ("lon.png", write_bomb(30_000), "photo_too_large", "photo"),
    ("don.pdf", PDF + bytes(10 * MB), "document_too_large", "document"),
    ("ghi am.ogg", OGG + bytes(10 * MB), "audio_too_large", "audio"),
    ("anh.jpg", write_jpeg() + bytes(10 * MB), "photo_too_large", "photo"),
    ("CCCD mặt trước.jpg", write_jpeg(), "identity_paper", "photo"),
    ("can cuoc.pdf", PDF, "identity_paper", "document"),
]


@pytest.mark.parametrize(("name", "data", "kind", "shown", "media_type"), KEPT)
def test_what_is_kept(
    name: str, data: bytes, kind: str, shown: str | None, media_type: str
) -> None:
    verdict = examine(Upload.of(name, data))
    attachment = verdict.describe()
    assert verdict.data
    assert PLACE.encode() not in verdict.data
    assert (attachment.kind, attachment.media_type) == (kind, media_type)
    assert len(attachment.name) <= 60
    assert shown is None or attachment.name == shown
    assert (attachment.size, attachment.refusal) == (len(verdict.data), None)


@pytest.mark.parametrize(("name", "data", "code", "kind"), REFUSED, ids=[r[2] for r in REFUSED])
def test_what_is_refused(name: str, data: bytes, code: str, kind: str) -> None:
    verdict = examine(Upload.of(name, data))
    attachment = verdict.describe()
    assert (attachment.refusal, attachment.kind, verdict.data) == (code, kind, None)


def test_a_long_film_is_refused_by_its_start() -> None:
    start = write_film(size=100_000)
    verdict = examine(Upload("phim.mp4", io.BytesIO(start), 60 * MB))
    assert verdict.describe().refusal == "video_too_large"
    assert examine(Upload.of("phim.mp4", write_film(size=LARGEST))).data


def test_words_make_photos_identity_papers_but_not_voices() -> None:
    uploads = [Upload.of("a.jpg", write_jpeg()), Upload.of("b.ogg", OGG)]
    verdicts = examine_all(uploads, room=9, is_identity=True)
    assert [each.refusal for each in verdicts] == ["identity_paper", None]


def test_twenty_photos() -> None:
    verdicts = examine_all([Upload.of("a.pdf", PDF) for _ in range(20)], room=20, is_identity=False)
    assert [each.refusal for each in verdicts] == [None] * MOST_A_MESSAGE + ["too_many"] * 10
    assert {each.describe().kind for each in verdicts} == {"document"}


def test_what_is_refused_takes_no_room() -> None:
    uploads = [Upload.of("a.exe", b"MZ"), *(Upload.of("a.pdf", PDF) for _ in range(3))]
    verdicts = examine_all(uploads, room=2, is_identity=False)
    assert [each.refusal for each in verdicts] == ["file_unknown", None, None, "too_many_hour"]
