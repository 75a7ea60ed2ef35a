"""The state machine is one table: every allowed step is walked, every other one is forbidden."""

import itertools

import pytest

from knowledge.cases.states import OPEN, CaseState, Notice
from knowledge.cases.steps import STEPS, Action, Actor, Clock, find_step

S, A = CaseState, Actor
STATES = (None, *CaseState)
ENDS = {S.REFUSED, S.TRANSFERRED, S.MERGED, S.WITHDRAWN, S.CLOSED}

# The same life written down a second time, by state: (action, who, where to). "=" stays; "<" is
# the state that was left for needs_info.
UNIT, DESK = {A.OFFICER, A.HEAD, A.CLERK}, {A.CLERK, A.LEADER}
STAFF = {*UNIT, A.LEADER}
Rows = list[tuple[str, set[Actor], object]]
ALWAYS: Rows = [
    ("register", {A.CLERK}, "="),
    ("note", STAFF, "="),
    ("read", STAFF, "="),
    ("tell", {*STAFF, A.SYSTEM}, "="),
    ("unpublish", DESK, "="),
]
ERASE: Rows = [("erase", {A.CLERK, A.SYSTEM}, "=")]
OUT: Rows = [("transfer", DESK, S.TRANSFERRED)]
SENDER: Rows = [("add", {A.CITIZEN}, "="), ("withdraw", {A.CITIZEN}, S.WITHDRAWN)]
MERGE: Rows = [("merge", DESK, S.MERGED)]
EXTEND: Rows = [("extend", {A.APPROVER}, "=")]
ASK_MORE_TIME: Rows = [
    ("ask_extension", UNIT, "="),
    ("decline_extension", {A.APPROVER}, "="),
]
ASSIGN: Rows = [("assign", DESK, S.ASSIGNED)]
WITH_UNIT: Rows = [
    *ALWAYS, *OUT, *SENDER, *MERGE, *EXTEND, *ASK_MORE_TIME, *ASSIGN,
    ("ask_info", UNIT, S.NEEDS_INFO),
    ("send_on", UNIT, S.ACCEPTED),
    ("draft", STAFF, S.DRAFTED),
]  # fmt: skip
PUBLISHING: Rows = [("publish", DESK, "=")]
LIFE: dict[CaseState | None, Rows] = {
    None: [("send", {A.CITIZEN}, S.RECEIVED), ("send_incomplete", {A.CITIZEN}, S.NEEDS_INFO)],
    S.RECEIVED: [
        *ALWAYS, *OUT, *SENDER, *MERGE,
        ("ask_info", UNIT, S.NEEDS_INFO),
        ("accept", DESK, S.ACCEPTED),
        ("classify", DESK, "="),
        ("refuse", DESK, S.REFUSED),
    ],
    S.NEEDS_INFO: [
        *ALWAYS, *OUT, *MERGE,
        ("add_info", {A.CITIZEN}, "<"),
        ("resume", STAFF, "<"),
        ("refuse", DESK, S.REFUSED),
        ("withdraw", {A.CITIZEN}, S.WITHDRAWN),
        ("classify", DESK, "="),
        ("lapse", {A.SYSTEM}, S.CLOSED),
    ],
    S.ACCEPTED: [*ALWAYS, *OUT, *SENDER, *MERGE, *EXTEND, *ASSIGN],
    S.ASSIGNED: [*WITH_UNIT, ("start", STAFF, S.IN_PROGRESS)],
    S.IN_PROGRESS: WITH_UNIT,
    S.DRAFTED: [
        *ALWAYS, *SENDER, *EXTEND, *ASK_MORE_TIME,
        ("draft", STAFF, S.DRAFTED),
        ("return_draft", {A.APPROVER}, S.IN_PROGRESS),
        ("approve", {A.APPROVER}, S.APPROVED),
    ],
    S.APPROVED: [*ALWAYS, *SENDER, *EXTEND, *ASK_MORE_TIME, ("answer", STAFF, S.ANSWERED)],
    S.ANSWERED: [
        *ALWAYS, *ERASE, *PUBLISHING,
        ("rate", {A.CITIZEN}, "="),
        ("reopen", {A.CITIZEN}, S.REOPENED),
        ("close", {A.SYSTEM}, S.CLOSED),
    ],
    S.REOPENED: [
        *ALWAYS, *OUT, *SENDER, *EXTEND, *ASSIGN,
        ("start", STAFF, S.IN_PROGRESS),
    ],
    S.REFUSED: [*ALWAYS, *ERASE],
    S.TRANSFERRED: [*ALWAYS, *ERASE],
    S.MERGED: [*ALWAYS, *ERASE],
    S.WITHDRAWN: [*ALWAYS, *ERASE],
    S.CLOSED: [*ALWAYS, *ERASE, *PUBLISHING],
}  # fmt: skip


@pytest.mark.parametrize("state", STATES)
def test_what_each_state_allows_and_forbids(state: CaseState | None) -> None:
    allowed = {(Action(name), actor): to for name, actors, to in LIFE[state] for actor in actors}
    for action, actor in itertools.product(Action, Actor):
        step = find_step(state, action, {actor})
        if (action, actor) not in allowed:
            assert step is None, f"{actor} may {action} from {state}"
            continue
        assert step is not None, f"{actor} may not {action} from {state}"
        to = allowed[action, actor]
        assert step.to == (to if isinstance(to, CaseState) else None)
        assert step.returns == (to == "<")


def test_an_action_has_one_row_from_a_state() -> None:
    for action, state in itertools.product(Action, STATES):
        rows = [s for s in STEPS if s.action is action and state in s.sources]
        assert len(rows) <= 1


def test_every_end_stops_the_clock_and_nothing_leads_back() -> None:
    for step in STEPS:
        if step.to in ENDS | {S.ANSWERED} and step.action is not Action.CLOSE:
            assert step.clock is Clock.END, step.action
        if step.sources & ENDS:
            assert step.to is None, step.action


def test_every_state_is_reached_and_every_open_one_can_be_left() -> None:
    reached: set[CaseState] = set()
    frontier: set[CaseState | None] = {None}
    while frontier:
        state = frontier.pop()
        for step in STEPS:
            if state in step.sources and step.to and step.to not in reached:
                reached.add(step.to)
                frontier.add(step.to)
    assert reached == set(CaseState)
    assert all(any(state in s.sources and s.to for s in STEPS) for state in OPEN)


def test_the_sender_is_told_what_the_design_names_and_no_internal_step() -> None:
    told = {step.action: step.notice for step in STEPS if step.notice}
    assert told == {
        Action.SEND: Notice.RECEIPT,
        Action.SEND_INCOMPLETE: Notice.RECEIPT,
        Action.ASK_INFO: Notice.NEEDS_INFO,
        Action.ACCEPT: Notice.ACCEPTED,
        Action.TRANSFER: Notice.TRANSFERRED,
        Action.REFUSE: Notice.REFUSED,
        Action.EXTEND: Notice.EXTENDED,
        Action.ANSWER: Notice.ANSWERED,
        Action.PUBLISH: Notice.PUBLISHED,
        Action.MERGE: Notice.MERGED,
        Action.LAPSE: Notice.LAPSED,
    }
    assert not any(Actor.CITIZEN in step.tells for step in STEPS)
