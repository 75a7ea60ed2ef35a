"""Sending as an Official Account: windows, templates, endpoints, parts, files, faults."""

import datetime as dt
import logging
from collections.abc import AsyncIterator

import pytest

from bot.channels.base import Refused, TryLater, Unreachable
from handlers.messages import Reply, Template
from storage.database import Database
from storage.values import Address, OutboxKind
from tests.doubles.base import Fault
from tests.factories.accounts import LAN, Line, open_line, open_program

DAY = dt.timedelta(days=1)
RESULT = Reply(
    "Kết quả phản ánh", kind=OutboxKind.NOTICE, template=Template("case_result", {"ma": "PA-1"})
)
TEMPLATES = {"zalo_templates": "case_result:7895417a7d3f9461cd2e"}
PDF = "application/pdf"


@pytest.fixture
async def line(sqlite: Database) -> AsyncIterator[Line]:
    async with open_line(sqlite, **TEMPLATES) as opened:
        await opened.meet()
        yield opened


# Windows


async def test_within_seven_days_the_reply_itself_is_sent(line: Line) -> None:
    line.clock.moment += 7 * DAY - dt.timedelta(seconds=1)
    assert [shown.text for shown in await line.send(RESULT)] == ["Kết quả phản ánh"]
    assert line.calls("template") == 0


async def test_after_seven_days_the_approved_words_are_sent(line: Line) -> None:
    line.clock.moment += 7 * DAY
    assert [shown.text for shown in await line.send(RESULT)] == ["[7895417a7d3f9461cd2e] PA-1"]
    assert line.calls("cs") == 0


async def test_after_seven_days_nothing_else_is_tried(line: Line) -> None:
    line.clock.moment += 7 * DAY
    with pytest.raises(Unreachable):
        await line.send(Reply("Nhắc việc"))
    unknown = Reply("Nhắc việc", template=Template("not_approved", {}))
    with pytest.raises(Unreachable):
        await line.send(unknown)
    assert line.service.calls == []


async def test_whom_nobody_has_heard_is_not_written_to(line: Line) -> None:
    with pytest.raises(Unreachable):
        await line.oa.send(Address(line.oa.name, "555"), Reply("Nhắc việc"), key="1")
    assert line.service.calls == []


@pytest.mark.parametrize("code", [-213, -230, -232, -217])
async def test_what_the_service_closes_earlier_goes_by_template(line: Line, code: int) -> None:
    line.service.refuse("cs", code)
    assert [shown.text for shown in await line.send(RESULT)] == ["[7895417a7d3f9461cd2e] PA-1"]


@pytest.mark.parametrize(
    ("code", "error"),
    [(-118, Unreachable), (-139, Unreachable), (-144, TryLater), (-131, Refused), (-135, Refused)],
)
async def test_a_template_s_codes_are_told_apart(
    line: Line, code: int, error: type[Exception]
) -> None:
    line.clock.moment += 8 * DAY
    line.service.refuse("template", code)
    with pytest.raises(error):
        await line.send(RESULT)


async def test_another_window_may_be_set(sqlite: Database) -> None:
    async with open_line(sqlite, reply_windows="zalo_oa:2") as line:
        await line.meet()
        line.clock.moment += 3 * DAY
        with pytest.raises(Unreachable):
            await line.send(Reply("Nhắc việc"))


# Endpoints


async def test_a_government_s_account_falls_back_and_that_is_remembered(line: Line) -> None:
    line.service.oa_type = 4
    assert await line.send(Reply("một"))
    assert await line.send(Reply("hai"))
    assert (line.calls("cs"), line.calls("v2")) == (1, 2)
    async with open_program(line.service, line.app.database, line.clock) as other:
        assert await other.send(Reply("ba"))
    assert (line.calls("cs"), line.calls("v2")) == (1, 3)


@pytest.mark.parametrize("code", [-201, -230, -240, -32, -221])
async def test_no_other_code_leads_to_the_second_endpoint(line: Line, code: int) -> None:
    line.service.refuse("cs", code)
    with pytest.raises((Refused, Unreachable, TryLater)):
        await line.send(Reply("một"))
    assert line.calls("v2") == 0


async def test_refused_by_both_is_told_with_its_code(line: Line) -> None:
    line.service.refuse("cs", -235)
    line.service.refuse("v2", -235)
    with pytest.raises(Refused, match="zalo -235"):
        await line.send(Reply("một"))
    assert await line.send(Reply("hai"))
    assert line.calls("cs") == 2


# Faults


@pytest.mark.parametrize(
    ("fault", "may_have_arrived"),
    [
        (Fault.BUSY, False),
        (Fault.BROKEN, False),
        (Fault.MALFORMED, True),
        (Fault.CUT, True),
    ],
)
async def test_a_fault_is_told_with_whether_the_message_may_be_there(
    line: Line, fault: Fault, may_have_arrived: bool
) -> None:
    line.service.faults.script("cs", fault)
    with pytest.raises(TryLater) as raised:
        await line.send(Reply("một"))
    assert raised.value.may_have_arrived is may_have_arrived
    assert bool(line.heard()) is may_have_arrived
    assert await line.send(Reply("một"))


async def test_a_blocked_account_is_not_to_be_reached(line: Line) -> None:
    line.service.phone(LAN).blocks()
    with pytest.raises(Unreachable):
        await line.send(Reply("một"))


async def test_a_used_up_quota_halts_the_whole_account(line: Line) -> None:
    line.service.quota = 1
    await line.send(Reply("một"))
    with pytest.raises(TryLater) as raised:
        await line.send(Reply("hai"))
    assert raised.value.whole_channel


async def test_a_service_that_is_gone_can_be_tried_again(sqlite: Database) -> None:
    async with open_line(sqlite, zalo_oa_url="http://127.0.0.1:9") as line:
        await line.meet()
        with pytest.raises(TryLater) as raised:
            await line.send(Reply("một"))
        assert not raised.value.may_have_arrived


async def test_no_token_and_no_word_stands_in_the_log(
    line: Line, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    line.service.faults.script("cs", Fault.CUT, Fault.MALFORMED, Fault.UNAUTHORIZED)
    for _ in range(2):
        with pytest.raises(TryLater):
            await line.send(Reply("bí mật của bà Lan"))
    await line.send(Reply("bí mật của bà Lan"))
    await line.talk("bí mật của bà Lan")
    pairs = [line.service.pair, ("access-", "refresh-")]
    kept = [*(token for pair in pairs for token in pair), line.service.secret, "bí mật", LAN]
    ours = [
        r.getMessage() for r in caplog.records if not r.name.startswith(("asyncio", "aiosqlite"))
    ]
    assert not [word for word in kept if word in "\n".join(ours)]


async def test_an_account_says_who_it_is(line: Line) -> None:
    account = await line.oa.open()
    assert account.number == line.service.oa_id
    assert account.title == "UBND xã Bến Lụa"
    assert account.link == f"https://zalo.me/{line.service.oa_id}"
    line.service.refuse("getoa", -221)
    with pytest.raises(Refused, match="zalo -221"):
        await line.oa.ask()
