"""A reply as messages of an Official Account: in parts, with files, with a form."""

import logging
import unicodedata
from collections.abc import AsyncIterator

import pytest

from bot.channels.base import Refused, TryLater
from handlers.messages import Button, Reply
from storage.database import Database
from storage.values import Address, OutboxKind
from tests.factories.accounts import Line, open_line
from tests.factories.photos import write_jpeg

PDF = "application/pdf"


@pytest.fixture
async def line(sqlite: Database) -> AsyncIterator[Line]:
    async with open_line(sqlite) as opened:
        await opened.meet()
        yield opened


# Parts


async def test_parts_that_were_sent_are_not_sent_again(line: Line) -> None:
    long = Reply("\n".join(f"đoạn {number} " + "chữ " * 100 for number in range(12)))
    line.service.refuse("cs", 0, 0, -32)
    with pytest.raises(TryLater):
        await line.oa.send(line.lan, long, key="7")
    assert len(line.heard()) == 2
    for _ in range(2):  # the second time nothing is left
        await line.oa.send(line.lan, long, key="7")
    texts = [shown.text for shown in line.heard()]
    assert len(texts) == len(set(texts)) == 3
    assert "\n".join(texts).count("đoạn") == 12
    assert all(len(text) <= 2000 for text in texts)


async def test_length_is_counted_after_letters_were_put_together(line: Line) -> None:
    apart = unicodedata.normalize("NFD", "ế" * 1999)  # three signs each
    assert len(await line.send(Reply(apart))) == 1


async def test_buttons_of_a_notice_are_words_to_send(line: Line) -> None:
    reply = Reply("Việc đến hạn", (Button("Đã xong", "xong 1"),), kind=OutboxKind.DIGEST)
    (shown,) = await line.send(reply)
    assert "“xong 1”" in shown.text


# Files


async def test_a_photo_and_a_document_are_uploaded(line: Line) -> None:
    photo = await line.keep("rác.jpg", write_jpeg(), "image/jpeg")
    paper = await line.keep("Công văn 45.pdf", b"%PDF-1.4", PDF)
    shown = await line.send(Reply("Hồ sơ", files=(photo, paper)))
    assert [each.files for each in shown] == [(), ("photo",), ("document",)]
    names = [asked["name"] for name, asked in line.service.calls if name.startswith("upload")]
    assert names == ["rác.jpg", "Công văn 45.pdf"]


@pytest.mark.parametrize(
    ("size", "media_type"),
    [(1024 * 1024 + 1, "image/jpeg"), (5 * 1024 * 1024 + 1, PDF), (9, "audio/ogg")],
)
async def test_what_is_not_taken_is_told_with_its_name(
    line: Line, size: int, media_type: str
) -> None:
    file = await line.keep("rác", b"x" * size, media_type)
    shown = await line.send(Reply("Hồ sơ", files=(file,)))
    assert [each.text for each in shown] == ["Hồ sơ", "“rác”: xin mở trên trang web."]


async def test_an_upload_that_gives_no_number_is_refused(line: Line) -> None:
    photo = await line.keep("rác.jpg", write_jpeg(), "image/jpeg")
    line.service.forgets_uploads = True
    with pytest.raises(Refused, match="no_attachment_id"):
        await line.send(Reply("Hồ sơ", files=(photo,)))


async def test_what_is_not_for_this_person_is_not_shown(line: Line) -> None:
    photo = await line.keep("rác.jpg", write_jpeg(), "image/jpeg")
    line.service.users["555"].heard_at = line.clock.now()
    async with line.app.database.write() as work:
        other = Address(line.oa.name, "555")
        await work.inbox.add(other, "another", "{}", now=line.clock.now())
    await line.oa.send(other, Reply("Hồ sơ", files=(photo,)), key="2")
    assert [shown.text for shown in line.service.phone("555").heard()] == ["Hồ sơ"]


async def test_a_form_without_a_picture_may_be_refused_and_the_words_stay(
    line: Line, caplog: pytest.LogCaptureFixture
) -> None:
    line.service.wants_image = True
    with caplog.at_level(logging.WARNING):
        shown = await line.send(Reply("Xin cho biết họ tên", asks="contact"))
    assert [each.text for each in shown] == ["Xin cho biết họ tên"]
    assert "takes no form" in caplog.text
