"""A little of an hour's traffic on three channels: calls fail, the program is killed, nothing is lost.

The whole of it is `python -m bench.channels`.
"""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from bench.channel_scripts import Part, Role
from bench.channel_traffic import Outcome, Person, find_first, judge_person
from bench.channel_watch import Call, Watch
from bench.channels import SHORT, run_traffic
from storage.values import Address
from tests.doubles.base import Fault
from tests.doubles.telegram import TelegramDouble

PEOPLE = int(os.environ.get("MOTCUA_TRAFFIC", SHORT.people))
MOST_MEMORY = 400 * 1024 * 1024  # bytes
ANSWERS = [["a"], ["b"], ["a"]]


@pytest.mark.slow
@pytest.mark.timeout(240)
async def test_every_message_has_one_effect_and_every_reply_arrives(tmp_path: Path) -> None:
    size = replace(SHORT, people=PEOPLE)
    run = await run_traffic(size, tmp_path)
    outcome = run.outcome
    assert outcome.is_clean, (outcome, (tmp_path / "program.log").read_text("utf-8")[-3000:])
    assert outcome.messages == outcome.replies == PEOPLE * 10
    assert outcome.cases > 0
    assert len(run.program.started_in) == 1 + size.kills
    assert outcome.faults.total() > 0
    assert run.program.peak < MOST_MEMORY


def see(*calls: tuple[float, str, Fault], killed_at: float = -9) -> Outcome:
    """Judge what one person was sent, who is to be shown a, b and a again."""
    watch, phone = Watch(), TelegramDouble().phone("7")
    watch.calls["7"] = [Call(*each) for each in calls]
    role = Role(Part.ASKER, 0, "telegram")
    person = Person(phone, role, Address("telegram:1", "7"), 0, watch, ANSWERS)
    outcome = Outcome()
    judge_person(person, outcome, [killed_at])
    return outcome


FINE = Fault.NONE


@pytest.mark.parametrize(
    ("calls", "lost", "repeated", "disordered", "unexplained"),
    [
        (((0, "a", FINE), (1, "b", FINE), (2, "a", FINE)), 0, 0, 0, 0),
        (((0, "a", FINE), (1, "b", FINE)), 1, 0, 0, 0),
        (((0, "a", Fault.BUSY), (1, "b", FINE), (2, "a", FINE)), 2, 1, 1, 1),
        (((0, "a", FINE), (1, "b", Fault.BROKEN), (2, "b", FINE), (3, "a", FINE)), 0, 0, 0, 0),
        (((0, "a", FINE), (1, "b", Fault.CUT), (2, "b", FINE), (3, "a", FINE)), 0, 1, 0, 0),
        (((0, "a", FINE), (1, "b", FINE), (2, "b", FINE), (3, "a", FINE)), 0, 1, 0, 1),
        (((0, "b", FINE), (1, "a", FINE), (2, "b", FINE), (3, "a", FINE)), 0, 1, 1, 1),
        (((0, "a", FINE), (2, "a", FINE)), 2, 1, 0, 1),
    ],
)
def test_what_goes_wrong_is_counted(
    calls: tuple[tuple[float, str, Fault], ...],
    lost: int,
    repeated: int,
    disordered: int,
    unexplained: int,
) -> None:
    found = see(*calls)
    assert (found.lost, found.repeated) == (lost, repeated)
    assert (found.disordered, found.unexplained) == (disordered, unexplained)


def test_a_copy_may_follow_a_kill_and_nothing_else() -> None:
    calls = ((0.0, "a", FINE), (5.0, "b", FINE), (9.0, "b", FINE), (9.5, "a", FINE))
    assert see(*calls, killed_at=5.4).unexplained == 0
    assert see(*calls, killed_at=4.9).unexplained == 1
    assert see(*calls, killed_at=8.0).unexplained == 1


def test_texts_are_found_in_their_order() -> None:
    calls = [Call(0, text) for text in "xaab"]
    assert find_first(["a", "b"], calls) == [1, 3]
    assert find_first(["b", "a"], calls) == [3]
