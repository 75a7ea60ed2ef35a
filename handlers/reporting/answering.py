"""The answer to when a periodic report is due."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from handlers.inherited import pick_reporting_rules
from handlers.library.scopes import Row
from handlers.questions.answers import Answer, NextStep, cite, compose, keys_of
from handlers.questions.asking import Asking, ask_place
from handlers.questions.facts import LINES, say_fact
from handlers.questions.memory import Memory, remember
from handlers.reporting.asked import ReportAsked, read_asked
from handlers.reporting.known import find_known
from handlers.reporting.notes import explain_report
from handlers.reporting.rows import ReportRow, find_report_rows
from handlers.reporting.words import name_report
from handlers.texts import say
from knowledge.answering import Held, Reason, is_in_year
from knowledge.plan import PlannedTask
from knowledge.questions.rules import Asked
from knowledge.questions.understanding import Question
from knowledge.reporting import Fit, asks_for_data, find_report_topic, is_report_question
from storage.localities import climb
from storage.values import Locality, ReportingRule


@dataclass(frozen=True, slots=True)
class _Said:
    """An answer about one place, and the rows that it is about."""

    answer: Answer
    rows: tuple[Row, ...] = ()


def compute_report(question: Question, asking: Asking, memory: Memory) -> Answer | None:
    """Say when a periodic report is due; None where that is not asked, or a search serves better.

    Where no place is known it asks which one is meant.
    """
    if not is_report_question(question):
        return None
    refused = asking.refuse(question)
    if refused and refused.reason is Reason.UNKNOWN_PLACE:
        return None
    asked = read_asked(question, asking.today)
    places = _find_places(asked, asking)
    is_placed = len(places) <= max(1, len(question.localities))
    if asks_for_data(question):
        rules = _rules_of(places[0], asking) if is_placed and places else []
        return _join([_answer_data(asked, rules)], asked, memory)
    if not is_placed:
        return ask_place(question, [place.id for place in places], asking, memory)
    return _join([_answer(asked, place, asking) for place in places], asked, memory)


def _find_places(asked: ReportAsked, asking: Asking) -> list[Locality]:
    """Give the places named, else the chat's own, else all whose plans may be meant."""
    named = [place for place in asking.places if place.id in asked.question.localities]
    if named or asking.own:
        return named or [place for place in asking.places if place == asking.own]
    is_open = not find_report_topic(asked.question)
    return [
        place
        for place in asking.places
        if (rows := list(_rows_of(place, asked, asking)))
        and (is_open or find_report_rows(asked, rows))
    ]


def _rows_of(place: Locality, asked: ReportAsked, asking: Asking) -> Iterator[Row]:
    for row in asking.scope.rows.values():
        held = Held(row.plan.locality_id, row.plan.facts.year)
        if held.locality == place.id and is_in_year(asked.question, held):
            yield row


def _rules_of(place: Locality, asking: Asking) -> Sequence[ReportingRule]:
    above = climb(place.id, {each.id: each for each in asking.places})
    return pick_reporting_rules([place.id, *(each.id for each in above)], asking.scope.rules)


def _answer(asked: ReportAsked, place: Locality, asking: Asking) -> _Said | None:
    rules = _rules_of(place, asking)
    superiors = asking.asker.superiors if place == asking.own else ()
    for each in (place, *superiors):
        rows = find_report_rows(asked, _rows_of(each, asked, asking))
        if rows and each == place:
            return _answer_from_rows(asked, rows, rules)
        if rows:
            return _name_superior(_answer_from_rows(asked, rows, rules), asked, (place, each))
    is_refused = asking.refuse(asked.question) is not None
    return _answer_without_row(asked, place, rules, is_refused=is_refused)


def _answer_data(asked: ReportAsked, rules: Sequence[ReportingRule]) -> _Said | None:
    """Say what time the data are of, and the office's day where it has one."""
    known = find_known(asked, rules)
    if known.data is None:
        return None
    return _Said(Answer("answered", " ".join(known.basis), basis=known.basis))


def _answer_from_rows(
    asked: ReportAsked, found: Sequence[ReportRow], rules: Sequence[ReportingRule]
) -> _Said:
    rows = tuple(each.row for each in found)
    note = explain_report(asked, found, rules)
    if note is None:
        answer = compose(asked.question, rows, today=asked.today)
        return _Said(_add_own_day(answer, asked, found, rules=rules), rows)
    lines = [*note.lines, *_say_others(asked.question, rows[0]), *_say_year(asked, found[0])]
    cited = tuple(cite(row) for row in rows)
    steps = (NextStep.AS_WRITTEN,)
    return _Said(Answer("answered", "\n".join(lines), cited, note.basis, steps=steps), rows)


def _add_own_day(
    answer: Answer,
    asked: ReportAsked,
    found: Sequence[ReportRow],
    *,
    rules: Sequence[ReportingRule],
) -> Answer:
    """Add the office's own day where a further row names the period without one."""
    if all(each.fit is Fit.DAY for each in found):
        return answer
    sending = find_known(asked, rules, plan_year=found[0].year).sending
    text = "\n".join([answer.text, *sending])
    return replace(answer, text=text, basis=(*answer.basis, *sending))


def _answer_without_row(
    asked: ReportAsked, place: Locality, rules: Sequence[ReportingRule], *, is_refused: bool
) -> _Said | None:
    """Say what rules say where no plan does; without a day that is no answer yet."""
    known = find_known(asked, rules)
    if find_report_topic(asked.question) or (is_refused and not known.sending):
        return None
    report = name_report(asked.period, asked.language)
    none = say("no_report_found", asked.language, report=report, place=place.name)
    if known.sending:
        said = " ".join((*known.sending, *known.basis[: -len(known.sending)]))
        return _Said(Answer("answered", f"{said}\n{none}", basis=known.basis))
    return _Said(Answer("not_found", f"{none}\n{known.text}", basis=known.basis))


def _name_superior(said: _Said, asked: ReportAsked, places: tuple[Locality, Locality]) -> _Said:
    own, superior = places
    head = say("answered_by_superior", asked.language, place=own.name, superior=superior.name)
    return replace(said, answer=replace(said.answer, text=f"{head}\n{said.answer.text}"))


def _say_others(question: Question, row: Row) -> list[str]:
    """Say what else was asked of the row: who leads it, who supports."""
    fact = row.fact
    if not isinstance(fact, PlannedTask):
        return []
    kinds = [kind for kind in question.asked if kind in LINES and kind is not Asked.DEADLINE]
    return [line for kind in kinds if (line := say_fact(question, fact, kind))]


def _say_year(asked: ReportAsked, each: ReportRow) -> list[str]:
    """Say of which year the plan is, where it is another than this one and none was named."""
    if asked.question.time.year or each.year in (0, asked.today.year):
        return []
    return [say("plan_of_year", asked.language, year=each.year)]


def _join(said: Sequence[_Said | None], asked: ReportAsked, memory: Memory) -> Answer | None:
    """Put the answers about several places under each other."""
    found = [each for each in said if each]
    if not found:
        return None
    answers = [each.answer for each in found]
    rows = [row for each in found for row in each.rows]
    return Answer(
        "answered" if any(a.status == "answered" for a in answers) else answers[0].status,
        "\n\n".join(answer.text for answer in answers),
        tuple(citation for answer in answers for citation in answer.citations),
        tuple(dict.fromkeys(line for answer in answers for line in answer.basis)),
        memory=remember(memory, asked.question.text, keys_of(rows)),
        steps=answers[0].steps,
    )
