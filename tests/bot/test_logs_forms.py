"""Records as lines: what they are told with, what is left out, and how long they get."""

import json
import logging
import re
import sys
import traceback
from types import TracebackType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.failures import log_failure
from bot.logs.context import bind
from bot.logs.forms import LONGEST, JsonForm, ShortForm, TextForm
from storage.errors import Conflict
from tests.factories.logged import heard_by_the_log, write_record

PRIVATE = "Nguyễn Thị Lan ở thôn 3, điện thoại 0912 345 678"
FORMS = [JsonForm("web"), TextForm("web"), ShortForm()]
LIBRARIES = ["uvicorn.error", "nicegui", "asyncio", "sqlalchemy.pool", "root", "telegram.ext"]
Caught = tuple[type[Exception], Exception, TracebackType | None]


def catch() -> Caught:
    """Raise and catch an error that quotes what a person wrote."""
    try:
        try:
            raise KeyError(PRIVATE)
        except KeyError as cause:
            raise ValueError(f"cannot read {PRIVATE}") from cause
    except ValueError as error:
        return type(error), error, error.__traceback__


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("logger", LIBRARIES)
def test_what_an_error_of_a_library_says_is_lost_and_its_kind_and_lines_stay(
    form: logging.Formatter, logger: str
) -> None:
    caught = catch()
    for line in (
        write_record(form, logger, "failed", exc_info=caught),
        write_record(form, logger, f"failed: {caught[1]}", exc_info=caught),
        write_record(form, logger, "failed: %s", caught[1], exc_info=caught),
        write_record(form, logger, caught[1], exc_info=caught),
        write_record(form, logger, f"failed\nfuture: <Task exception={caught[1]!r}>"),
        write_record(form, logger, "".join(traceback.format_exception(caught[1]))),
        write_record(form, logger, "%r said %s", PRIVATE, f"{PRIVATE}!", exc_info=caught),
        write_record(form, logger, "%(who)s", {"who": PRIVATE}, exc_info=caught),
    ):
        assert "Lan" not in line
        assert "345" not in line
    line = write_record(form, logger, "failed", exc_info=caught)
    assert "ValueError" in line
    assert "after KeyError" in line
    assert "test_logs_forms.py:" in line


@pytest.mark.parametrize("form", FORMS)
def test_what_is_in_a_group_is_told_by_its_kind(form: logging.Formatter) -> None:
    _, error, _ = catch()
    group = ExceptionGroup(PRIVATE, [error])
    line = write_record(form, "asyncio", "failed", exc_info=(type(group), group, None))
    assert "in it ValueError" in line
    assert "Lan" not in line


def test_addresses_and_long_numbers_of_libraries_go_and_figures_stay() -> None:
    said = "GET https://api.telegram.org/bot1:x took 0.25 s, tries 3 of 0912345678 to a@b.vn"
    line = json.loads(write_record(JsonForm(), "httpx", said))
    assert line["message"] == "GET <…> took 0.25 s, tries 3 of <…> to <…>"
    filled = json.loads(write_record(JsonForm(), "x", "%s: %d of %.1f %s", "a", 3, 2.5, None))
    assert filled["message"] == "<str>: 3 of 2.5 None"


def test_our_own_records_are_told_as_they_are_and_errors_in_them_by_their_code() -> None:
    own = json.loads(write_record(JsonForm(), "bot.worker", "message %s of %s", 17, "web"))
    assert own["message"] == "message 17 of web"
    coded = write_record(JsonForm(), "storage.queue", "%s", Conflict("no_such_plan"))
    assert "no_such_plan" in coded
    assert "Lan" not in write_record(JsonForm(), "bot.x", "%s", catch()[1])


def test_json_is_one_object_with_everything_by_name() -> None:
    with bind(request="r-1"), bind(inbox=17):
        line = write_record(JsonForm("worker"), "bot.worker", "xin “chào”\nhai", exc_info=catch())
    assert "\n" not in line
    told = json.loads(line)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", told["time"])
    assert [told[name] for name in ("level", "logger", "message", "role", "request", "inbox")] == [
        "ERROR", "bot.worker", "xin “chào”\nhai", "worker", "r-1", 17,
    ]  # fmt: skip
    assert told["error"] == "ValueError"
    assert told["stack"]
    assert isinstance(told["pid"], int)


def test_text_is_one_line_and_what_follows_is_indented() -> None:
    with bind(duty="nudges", outbox=5):
        line = write_record(TextForm("web"), "bot.app", "a\nERROR forged: b\x1b[31m")
    first, second = line.split("\n")
    assert first.endswith("Z ERROR bot.app [duty=nudges outbox=5]: a")
    assert second == "    ERROR forged: b?[31m"


def test_what_is_bound_ends_with_its_block() -> None:
    with bind(inbox=1):
        pass
    assert "inbox" not in write_record(JsonForm(), "bot.x", "y")


@given(st.text(max_size=40), st.integers(1, 1200))
def test_no_line_is_longer_than_promised_and_json_stays_whole(text: str, times: int) -> None:
    for form in FORMS:
        line = write_record(form, "bot.x", "%s", text * times)
        assert len(line.encode("utf-8", "replace")) <= LONGEST
    told = json.loads(write_record(JsonForm(), "bot.x", "%s", text * times))
    assert isinstance(told["message"], str)


def test_of_a_long_way_the_inner_lines_stay() -> None:
    def dive(depth: int) -> None:
        if depth:
            dive(depth - 1)
        raise_here()

    def raise_here() -> None:
        raise LookupError

    try:
        dive(400)
    except LookupError:
        told = json.loads(write_record(JsonForm(), "bot.x", "y", exc_info=sys.exc_info()))
    assert "raise_here" in told["stack"][-1]
    assert len(told["stack"]) < 200


def test_a_record_that_does_not_fit_its_facts_is_told_without_them() -> None:
    for args in ((1,), ("a", "b"), ({"x": 1},)):
        assert "%d and %s" in write_record(JsonForm(), "bot.x", "%d and %s", *args)


def test_a_failure_is_told_with_its_kind_apart() -> None:
    with heard_by_the_log() as heard:
        log_failure(logging.getLogger("bot.x"), LookupError(), "message %s failed", 3)
    [told] = heard.of("bot.x")
    assert (told["message"], told["error"]) == ("message 3 failed", "LookupError")


def test_an_error_raised_out_of_its_own_group_ends() -> None:
    error = ValueError(PRIVATE)
    error.__context__ = ExceptionGroup(PRIVATE, [error, KeyError(PRIVATE)])
    line = write_record(TextForm(), "bot.x", "failed", exc_info=(ValueError, error, None))
    assert [each.strip() for each in line.splitlines()[1:]] == [
        "after ExceptionGroup",
        "in it KeyError",
    ]


def test_a_token_in_words_of_a_library_goes_whole() -> None:
    said = "the token 1234567890:AAF-x_Qw8rTyUiOpAsDfGhJkLzXcVbNm12 was refused"
    line = json.loads(write_record(JsonForm(), "telegram.ext", said))
    assert line["message"] == "the token <…> was refused"


def test_a_value_without_words_does_not_stop_the_program() -> None:
    class Odd:
        def __str__(self) -> str:
            raise RuntimeError(PRIVATE)

    assert "told of %s" in write_record(TextForm(), "bot.x", "told of %s", Odd())
