"""Conversations with an Official Account, through its real adapter and a double of the service."""

import datetime as dt
import unicodedata
from collections.abc import AsyncIterator

import pytest

from bot.worker import put_out
from handlers.handover.staffed import SILENT_FOR
from handlers.messages import Reply, Template
from storage.database import Database
from tests.doubles.base import Fault
from tests.factories.accounts import LAN, Line, open_line
from tests.factories.citizens import LAMP
from tests.factories.photos import write_jpeg

SILENT = ""


@pytest.fixture
async def line(sqlite: Database) -> AsyncIterator[Line]:
    async with open_line(sqlite) as opened:
        yield opened


async def test_a_text_is_answered_with_a_menu(line: Line) -> None:
    said = await line.talk("xin chào")
    assert "\n1. " in said
    assert (await line.pair()).access == line.service.pair[0]


async def test_a_number_stands_for_a_button(line: Line) -> None:
    first = await line.talk("xin chào")
    label = first.split("\n1. ")[1].split("\n")[0]
    await line.service.phone(LAN).presses(label)
    said = await line.hear(1)
    assert said
    assert said != first


async def test_feedback_is_sent_with_a_photo_and_the_form(line: Line) -> None:
    async with line.app.database.write() as work:
        await work.localities.ensure("xã Bến Lụa")
    lan = line.service.phone(LAN)
    await line.talk(LAMP)
    assert line.heard()[-1].files == ("form",)
    await lan.sends_photo(write_jpeg(), "đầu thôn Bến Đình")
    await line.hear()
    before = len(line.heard())
    await lan.submits(name="Nguyễn Thị Lan", phone=84912345678, address="thôn Đình")
    said = await line.hear(before)
    assert "0912 345 678" in said or "0912345678" in said
    assert "ảnh" in said


@pytest.mark.parametrize("kind", ["sticker", "gif", "contact", "location", "unsupported"])
async def test_what_is_no_text_gets_a_kind_sentence(line: Line, kind: str) -> None:
    await line.service.phone(LAN).sends_odd(kind)
    assert await line.hear()


async def test_an_event_brought_twice_is_handled_once(line: Line) -> None:
    line.service.faults.script("webhook", Fault.TWICE)
    await line.talk("xin chào")
    assert len(line.heard()) == 1


async def test_what_is_edited_into_another_form_of_letters_is_the_same(line: Line) -> None:
    plain = await line.talk("giờ làm việc")
    assert await line.talk(unicodedata.normalize("NFD", "giờ làm việc")) == plain


async def test_what_came_while_the_program_was_down_is_brought_again(line: Line) -> None:
    async def down(*_: object) -> int:
        return 502

    line.service.hook = down
    await line.service.phone(LAN).says("xin chào")
    await line.app.drain()
    assert line.heard() == []
    line.service.hook = line.take
    await line.service.events.settle()
    assert "\n1. " in await line.hear()
    assert any("num_retry" in headers for headers, _ in line.service.events.brought)


async def test_the_console_s_probe_is_answered_and_does_nothing(line: Line) -> None:
    assert await line.service.events.probe() == 200
    async with line.app.database.read() as work:
        assert await work.inbox.count("new") == 0


@pytest.mark.parametrize("stamps", ["header", "body", "both"])
async def test_whichever_time_is_signed_is_found(line: Line, stamps: str) -> None:
    line.service.events.stamps = stamps
    assert await line.talk("xin chào")


async def test_events_in_the_wrong_order_are_both_answered(line: Line) -> None:
    line.service.faults.script("webhook", Fault.SWAPPED)
    lan = line.service.phone(LAN)
    await lan.says("xin chào")
    await lan.says("giờ làm việc")
    await line.hear()
    assert len(line.heard()) == 2


async def test_following_is_not_answered(line: Line) -> None:
    await line.service.phone(LAN).follows()
    assert await line.hear() == SILENT


async def test_another_account_of_the_app_is_passed_over(
    line: Line, caplog: pytest.LogCaptureFixture
) -> None:
    line.service.oa_id = "999999999999999999"
    await line.service.phone(LAN).says("xin chào")
    assert line.service.events.statuses == [200]
    assert await line.hear() == SILENT
    assert "nobody has logged in for the account …9999" in caplog.text


# Humans of the office


async def test_our_own_messages_come_back_and_do_not_silence_us(line: Line) -> None:
    assert await line.talk("xin chào")
    names = [body for _, body in line.service.events.brought if b"oa_send_text" in body]
    assert len(names) == 1
    assert await line.talk("giờ làm việc")


async def test_a_long_answer_comes_back_in_parts_and_does_not_silence_us(line: Line) -> None:
    await line.talk("xin chào")
    rows = "\n".join(f"{number}. việc thứ {number} " + "chữ " * 30 for number in range(60))
    await _put_out(line, Reply(rows))
    await line.hear()
    assert len(line.heard()) > 3
    assert await line.talk("giờ làm việc")


async def test_files_and_forms_come_back_and_do_not_silence_us(line: Line) -> None:
    await line.talk("xin chào")
    file = await line.keep("rác.jpg", write_jpeg(), "image/jpeg")
    await _put_out(line, Reply("Xin cho biết", files=(file,), asks="contact"))
    await line.hear()
    assert [shown.files for shown in line.heard()[-2:]] == [("photo",), ("form",)]
    assert await line.talk("giờ làm việc")


async def test_a_template_comes_back_and_does_not_silence_us(line: Line) -> None:
    await line.talk("xin chào")
    await _put_out(line, Reply("Kết quả", template=Template("case_result", {"ma": "PA261123-7K"})))
    await line.hear()
    words = "Phản ánh PA261123-7K đã có kết quả, mời bà xem."
    await line.service.events.echo(LAN, "oa_send_text", {"text": words, "msg_id": "9"})
    await line.hear()
    assert await line.talk("giờ làm việc")


async def test_a_human_who_answers_after_a_form_is_noticed(line: Line) -> None:
    await line.talk("xin chào")
    await _put_out(line, Reply("Xin cho biết họ tên", asks="contact"))
    await line.hear()
    await line.service.staff_answers(LAN, "Chào bà, bà cho tôi xin số nhà với ạ.")
    await line.hear()
    assert await line.talk("giờ làm việc") == SILENT


async def test_a_file_told_of_comes_back_and_does_not_silence_us(line: Line) -> None:
    await line.talk("xin chào")
    file = await line.keep("rác.ogg", b"x", "audio/ogg")
    await _put_out(line, Reply("Hồ sơ", files=(file,)))
    await line.hear()
    assert line.heard()[-1].text == "“rác.ogg”: xin mở trên trang web."
    assert await line.talk("giờ làm việc")


async def test_while_a_human_answers_the_bot_keeps_silent(line: Line) -> None:
    await line.talk("xin chào")
    await line.service.staff_answers(LAN, "Chào bà, tôi là Minh ở Văn phòng, bà chờ tôi một chút.")
    await line.hear()
    assert await line.talk("giờ làm việc") == SILENT
    line.clock.advance(seconds=SILENT_FOR.total_seconds())
    assert await line.talk("giờ làm việc")


async def test_a_human_s_photo_silences_the_bot_too(line: Line) -> None:
    await line.talk("xin chào")
    line.clock.advance(hours=2)
    await line.service.events.echo(LAN, "oa_send_image", {"msg_id": "7", "attachments": []})
    await line.hear()
    assert await line.talk("giờ làm việc") == SILENT


async def test_one_person_s_human_does_not_silence_another_s_bot(line: Line) -> None:
    await line.service.staff_answers("987", "Chào ông, tôi là Minh ở Văn phòng xã.")
    await line.hear()
    assert await line.talk("xin chào")


async def _put_out(line: Line, reply: Reply) -> None:
    async with line.app.database.write() as work:
        now = line.clock.now()
        born = await put_out(work, [reply], line.lan, courier=line.app.courier, now=now)
    await line.app.courier.deliver(born)


async def test_staff_s_moment_is_the_event_s(line: Line) -> None:
    await line.talk("xin chào")
    await line.service.staff_answers(LAN, "Chào bà, tôi là Minh ở Văn phòng, bà chờ tôi một chút.")
    await line.hear()
    line.clock.moment += SILENT_FOR - dt.timedelta(minutes=1)
    assert await line.talk("giờ làm việc") == SILENT
