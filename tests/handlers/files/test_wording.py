"""What is said of files."""

import pytest

from handlers.files.wording import count_words, say_refusals
from handlers.messages import Attachment
from handlers.texts import LANGUAGES

PHOTO = Attachment("photo", "a.jpg", 1)
PAPER = Attachment("document", "don.pdf", 2)
VOICE = Attachment("audio", "voice.ogg", 3)
FILM = Attachment("video", "phim.mp4", refusal="video_too_large")
NOISE = Attachment("", "x.exe", refusal="file_unknown")
CARD = Attachment("photo", "b.jpg", refusal="identity_paper")
REST = Attachment("photo", "c.jpg", refusal="too_many")


@pytest.mark.parametrize(
    ("attachments", "vi", "en"),
    [
        ([], "", ""),
        ([PHOTO], "1 ảnh", "1 photo"),
        ([PHOTO] * 3, "3 ảnh", "3 photos"),
        ([PAPER, PHOTO, PHOTO], "1 tài liệu và 2 ảnh", "1 document and 2 photos"),
        (
            [VOICE, PAPER, PHOTO],
            "1 tin thoại, 1 tài liệu và 1 ảnh",
            "1 voice message, 1 document and 1 photo",
        ),
        ([FILM, PHOTO], "1 ảnh", "1 photo"),
        ([NOISE], "", ""),
        ([Attachment("sticker")], "1 nhãn dán", "1 sticker"),
    ],
)
def test_counting(attachments: list[Attachment], vi: str, en: str) -> None:
    assert count_words(attachments) == vi
    assert count_words(attachments, "en") == en


@pytest.mark.parametrize(
    ("attachments", "start"),
    [
        ([FILM], "Video này quá 20 MB nên chưa được lưu."),
        ([PHOTO, FILM], "Video “phim.mp4” quá 20 MB nên chưa được lưu."),
        ([NOISE], "Tệp này không thuộc loại tệp nhận được"),
        ([CARD], "Hệ thống không nhận giấy tờ tùy thân nên ảnh này không được lưu."),
        ([CARD, CARD], "Hệ thống không nhận giấy tờ tùy thân nên 2 ảnh không được lưu."),
        ([PHOTO, *[REST] * 10], "Mỗi tin nhận tối đa 10 tệp nên 10 ảnh gửi sau chưa được lưu."),
    ],
)
def test_refusals(attachments: list[Attachment], start: str) -> None:
    said = say_refusals(attachments)
    assert said
    assert said.startswith(start)


def test_each_reason_is_said_once() -> None:
    said = say_refusals([NOISE, FILM, NOISE])
    assert said
    assert len(said.splitlines()) == 2
    assert "2 tệp" in said


def test_nothing_refused_says_nothing() -> None:
    assert say_refusals([PHOTO, VOICE]) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_has_words(language: str) -> None:
    codes = [
        key.removeprefix("file_refused_")
        for key in LANGUAGES[language]
        if key.startswith("file_refused_")
    ]
    assert len(codes) > 8
    for code in codes:
        said = say_refusals([Attachment("photo", "a.jpg", refusal=code)], language)
        assert said
        assert "{" not in said
