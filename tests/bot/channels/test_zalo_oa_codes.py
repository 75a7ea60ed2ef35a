"""Every documented code of the Official Account's API is told apart by what the sender does next."""

import datetime as dt
from collections.abc import AsyncIterator

import pytest

from bot.channels.base import Refused, TryLater, Unreachable
from bot.channels.zalo_oa.codes import STALE, judge
from handlers.messages import Reply
from storage.database import Database
from tests.factories.accounts import Line, open_line
from tests.factories.talk import MONDAY

HOUR, MINUTE = dt.timedelta(hours=1), dt.timedelta(minutes=1)
MORNING = dt.timedelta(hours=21)  # from 09:00 to 06:00
UNREACHABLE = [-213, -217, -218, -227, -230, -232, -244, -108, -114, -118, -119, -139, -141]
LATER = {
    -32: (MINUTE, True),
    -100: (None, False),
    -211: (HOUR, True),
    -234: (MORNING, False),
    -133: (MORNING, False),
    -144: (MORNING, False),
    -147: (MORNING, False),
}
REFUSED = [
    *(-201, -204, -205, -209, -210, -212, -219, -221, -223, -224, -240, -242, -248, -320, -321),
    *(-115, -131, -135, -137, -1121, -1122, -999, 1, -235, -216, -220, -124),
]


def test_who_cannot_be_reached() -> None:
    assert all(isinstance(judge(code, now=MONDAY), Unreachable) for code in UNREACHABLE)


@pytest.mark.parametrize("code", LATER)
def test_what_may_work_later(code: int) -> None:
    error = judge(code, now=MONDAY)
    assert isinstance(error, TryLater)
    assert (error.after, error.whole_channel) == LATER[code]
    assert not error.may_have_arrived


@pytest.mark.parametrize("code", REFUSED)
def test_what_is_a_defect_or_a_setting_carries_its_code(code: int) -> None:
    error = judge(code, now=MONDAY)
    assert isinstance(error, Refused)
    assert error.code == f"zalo {code}"


@pytest.mark.parametrize(
    ("hour", "wait"), [(22, 8), (23, 7), (0, 6), (3, 3), (5, 1)], ids=lambda n: str(n)
)
def test_the_night_ends_at_six(hour: int, wait: int) -> None:
    night = MONDAY + dt.timedelta(hours=hour - 9)  # MONDAY is 09:00
    error = judge(-234, now=night)
    assert isinstance(error, TryLater)
    assert error.after == wait * HOUR


@pytest.fixture
async def line(sqlite: Database) -> AsyncIterator[Line]:
    async with open_line(sqlite) as opened:
        await opened.meet()
        yield opened


async def test_no_code_escapes_the_adapter_as_anything_else(line: Line) -> None:
    for code in [*UNREACHABLE, *LATER, *REFUSED]:
        line.service.refuse("cs", code, always=True)
        line.service.refuse("v2", code, always=True)
        with pytest.raises((Unreachable, TryLater, Refused)) as raised:
            await line.send(Reply("Xin chào"))
        assert type(raised.value) is type(judge(code, now=line.clock.now())), code
    assert line.heard() == []


@pytest.mark.parametrize("code", STALE)
async def test_a_dead_token_is_renewed_and_the_call_made_once_more(line: Line, code: int) -> None:
    line.service.refuse("cs", code)
    assert [shown.text for shown in await line.send(Reply("Xin chào"))] == ["Xin chào"]
    assert (line.calls("cs"), line.calls("token")) == (2, 1)
