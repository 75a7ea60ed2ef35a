"""Figures of a period: what is counted when, and identities that hold for any history."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from knowledge.calendar import load_calendar
from knowledge.cases.figures import Figures, count_by_unit, count_cases
from knowledge.cases.history import CaseHistory, Happening
from knowledge.cases.states import CaseKind, CaseState, Solved
from knowledge.cases.steps import Action
from knowledge.cases.terms import ONE_DAY

CALENDAR = load_calendar()
FIRST, LAST = dt.date(2026, 6, 15), dt.date(2026, 9, 14)  # quý III (NĐ 09/2019, Điều 12)
A, S = Action, CaseState


def day(month: int, number: int) -> dt.date:
    return dt.date(2026, month, number)


def history(
    *steps: tuple[dt.date, Action, CaseState],
    due: dt.date | None = None,
    unit: str = "",
    kind: CaseKind = CaseKind.SCENE,
    told: dt.date | None = None,
    solved: Solved | None = None,
) -> CaseHistory:
    happenings = [Happening(on, action, state) for on, action, state in steps]
    happenings[0] = Happening(*steps[0], unit=unit, due_on=due)
    if solved:
        happenings[-1] = Happening(*steps[-1], solved=solved)
    return CaseHistory("PA", kind, tuple(happenings), told)


def sent(on: dt.date) -> tuple[dt.date, Action, CaseState]:
    return on, A.SEND, S.RECEIVED


def answered(on: dt.date) -> tuple[dt.date, Action, CaseState]:
    return on, A.ANSWER, S.ANSWERED


def count(*cases: CaseHistory, first: dt.date = FIRST, last: dt.date = LAST) -> Figures:
    return count_cases(cases, first, last, CALENDAR)


def test_a_quarter_of_every_sort() -> None:
    figures = count(
        history(sent(day(6, 15)), answered(day(6, 16)), due=day(6, 20), told=day(6, 17)),
        history(sent(day(6, 14)), answered(day(7, 1)), due=day(6, 30), kind=CaseKind.CONDUCT),
        history(sent(day(9, 14)), due=day(9, 20)),
        history(sent(day(9, 1)), due=day(9, 13)),
        history(sent(day(7, 1)), (day(7, 2), A.REFUSE, S.REFUSED)),
        history(sent(day(7, 1)), (day(7, 2), A.TRANSFER, S.TRANSFERRED)),
        history(sent(day(5, 1)), answered(day(5, 2)), (day(7, 2), A.REOPEN, S.REOPENED)),
        history(sent(day(5, 1)), answered(day(6, 14)), (day(7, 14), A.CLOSE, S.CLOSED)),
        history(sent(day(9, 15))),
    )
    assert (figures.received, figures.carried_over, figures.reopened) == (5, 1, 1)
    assert figures.new[CaseKind.SCENE] == 5
    assert (figures.on_time, figures.answered_late) == (1, 1)
    assert (figures.open, figures.open_overdue, figures.late) == (3, 1, 2)
    assert (figures.ended[S.REFUSED], figures.ended[S.TRANSFERRED]) == (1, 1)
    assert (figures.told, figures.share_on_time, figures.points) == (1, 1 / 3, 0)


def test_open_and_overdue_counts_as_late_from_the_day_after() -> None:
    case = history(sent(day(9, 1)), due=day(9, 14))
    assert count(case).open_overdue == 0
    assert count(case, last=day(9, 15)).open_overdue == 1


def test_a_term_that_stands_still_is_not_overdue() -> None:
    asked = day(8, 5), A.ASK_INFO, S.NEEDS_INFO
    assert count(history(sent(day(8, 3)), asked, due=day(8, 10))).open_overdue == 0
    assert count(history(sent(day(8, 3)), asked, due=day(8, 4))).open_overdue == 1


def test_told_is_of_the_latest_answer() -> None:
    again = sent(day(7, 1)), answered(day(7, 2)), (day(7, 5), A.REOPEN, S.REOPENED)
    assert count(history(*again, answered(day(7, 9)), told=day(7, 3))).told == 0
    assert count(history(*again, answered(day(7, 9)), told=day(7, 10))).told == 1


def test_a_report_made_again_later_says_the_same() -> None:
    case = history(
        sent(day(9, 1)), answered(day(9, 20)), (day(9, 25), A.PUBLISH, S.ANSWERED), due=day(9, 10),
        told=day(9, 21),
    )  # fmt: skip
    figures = count(case)
    assert (figures.open_overdue, figures.answered, figures.published, figures.told) == (1, 0, 0, 0)
    later = count(case, first=day(9, 15), last=day(12, 14))
    assert (later.carried_over, later.answered_late, later.published, later.told) == (1, 1, 1, 1)


def test_points_of_the_index() -> None:
    good = [history(sent(day(7, 1)), answered(day(7, 2)), due=day(7, 9)) for _ in range(9)]
    late = history(sent(day(7, 1)), answered(day(7, 10)), due=day(7, 9))
    assert [count().points, count(*good).points, count(*good, late).points] == [2, 2, 1]
    assert count(*good[:8], late).points == 0


def test_solved_is_of_the_latest_answer_and_days_are_working_days() -> None:
    case = history(
        sent(day(7, 3)), answered(day(7, 6)), (day(7, 7), A.REOPEN, S.REOPENED),
        answered(day(7, 10)), (day(7, 11), A.RATE, S.ANSWERED), solved=Solved.PARTLY,
    )  # fmt: skip
    figures = count(case)
    assert figures.solved == {Solved.YES: 0, Solved.PARTLY: 1, Solved.NO: 0}
    assert figures.mean_days == 5  # a weekend lies between


NEXT = {
    S.RECEIVED: [(A.ACCEPT, S.ACCEPTED), (A.REFUSE, S.REFUSED), (A.WITHDRAW, S.WITHDRAWN)],
    S.ACCEPTED: [(A.ASSIGN, S.ASSIGNED), (A.TRANSFER, S.TRANSFERRED)],
    S.ASSIGNED: [(A.ANSWER, S.ANSWERED), (A.WITHDRAW, S.WITHDRAWN)],
    S.ANSWERED: [(A.REOPEN, S.REOPENED), (A.PUBLISH, S.ANSWERED), (A.CLOSE, S.CLOSED)],
    S.REOPENED: [(A.ASSIGN, S.ASSIGNED), (A.WITHDRAW, S.WITHDRAWN)],
    S.CLOSED: [(A.PUBLISH, S.CLOSED), (A.UNPUBLISH, S.CLOSED)],
}


@st.composite
def histories(draw: st.DrawFn) -> CaseHistory:
    on = day(5, 1) + ONE_DAY * draw(st.integers(0, 160))
    due = on + ONE_DAY * draw(st.integers(0, 40))
    found = [Happening(on, A.SEND, S.RECEIVED, due_on=due)]
    for _ in range(draw(st.integers(0, 9))):
        if found[-1].state not in NEXT:
            break
        action, state = draw(st.sampled_from(NEXT[found[-1].state]))
        on += ONE_DAY * draw(st.integers(0, 30))
        unit = draw(st.sampled_from(["", "Công an xã", "Công chức Địa chính"]))
        found.append(Happening(on, action, state, unit))
    return CaseHistory("PA", draw(st.sampled_from(list(CaseKind))), tuple(found))


@given(st.lists(histories(), max_size=12))
def test_what_came_is_what_went_and_what_is_there(cases: list[CaseHistory]) -> None:
    figures = count(*cases)
    came = figures.received + figures.carried_over + figures.reopened
    assert came == figures.answered + sum(figures.ended.values()) + figures.open
    assert figures.open_overdue <= figures.open
    assert sum(figures.solved.values()) <= figures.answered
    by_unit = count_by_unit(cases, FIRST, LAST, CALENDAR).values()
    for name in ("received", "carried_over", "answered", "late", "open", "reopened"):
        assert sum(getattr(each, name) for each in by_unit) == getattr(figures, name)
