"""The clerk's lists in sentences: the same lines in chat and on the command line."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from handlers.plans.decided import word_decided
from handlers.plans.lines import LONGEST_CONTENT, Line
from handlers.plans.outcomes import word_past
from handlers.plans.values import ListedDay
from handlers.plans.waiting import UndatedRow
from handlers.plans.wording import write_numbers
from handlers.sources import describe_document
from handlers.tasks.wording import describe_content
from handlers.texts import say
from handlers.texts.forms import clip, write_day
from knowledge.treatments import Treatment


def word_undated(rows: Sequence[UndatedRow], language: str) -> list[Line]:
    """Say rows without a day: what waits for the clerk with its reason, others in brief."""
    if not rows:
        return [Line(say("undated_none", language), 0)]
    waiting = [row for row in rows if row.is_waiting]
    lines = [Line(say("undated_head", language, count=len(rows), waiting=len(waiting)), 0)]
    for row in waiting:
        lines += _word_waiting(row, language)
    others = [row for row in rows if not row.is_waiting]
    for plan, own in groupby(others, key=lambda row: row.plan_id):
        lines += _word_others(plan, list(own), language)
    return lines


def _word_waiting(row: UndatedRow, language: str) -> Iterator[Line]:
    facts = {"row": row.row, "plan": row.plan_id}
    content = clip(row.task.content.rstrip(" .;,"), LONGEST_CONTENT)
    yield Line(say("undated_row", language, content=content, **facts), 2)
    yield Line(say(f"reason_{row.task.deadline.reason or 'bare_periods'}", language), 3)
    yield Line(say(f"undated_{row.treatment.value}", language, **facts), 3)


def _word_others(plan: int, rows: Sequence[UndatedRow], language: str) -> Iterator[Line]:
    document = describe_document(rows[0].plan)
    yield Line(say("undated_plan", language, plan=plan, document=document), 1)
    treated: dict[Treatment, list[int]] = {}
    for row in rows:
        if not row.decided:
            treated.setdefault(row.treatment, []).append(row.row)
    for treatment, numbers in treated.items():
        said = say(f"treatment_{treatment.value}", language)
        facts = {"rows": write_numbers(numbers), "treatment": said}
        yield Line(say("report_treatment", language, **facts), 2)
    for row in rows:
        for text in word_decided(row.decided, language) if row.decided else ():
            yield Line(say("undated_decided", language, row=row.row, decided=text), 2)


def word_unassigned(listed: Sequence[ListedDay], language: str) -> list[Line]:
    """Say open days that nobody answers for, by office, and what can be done."""
    if not listed:
        return [Line(say("unassigned_none", language), 0)]
    lines = [Line(say("unassigned_head", language, count=len(listed)), 0)]
    by_office: dict[str, list[ListedDay]] = {}
    for each in listed:
        by_office.setdefault(each.due.office or "", []).append(each)
    for office, own in by_office.items():
        name = office or say("unassigned_unnamed", language)
        lines.append(Line(say("unassigned_office", language, office=name, count=len(own)), 1))
        lines += [Line(_word_open(each, language), 2) for each in own]
    first = next((each for each in listed if each.row), None)
    if first:
        facts = {"row": first.row, "plan": first.due.plan_id or 0}
        lines.append(Line(say("unassigned_foot", language, **facts), 1))
    return lines


def _word_open(each: ListedDay, language: str) -> str:
    key = "unassigned_item" if each.row else "unassigned_item_given"
    said = say(
        key,
        language,
        row=each.row,
        plan=each.due.plan_id or 0,
        content=describe_content(each.due, LONGEST_CONTENT),
        day=write_day(each.due.due_on, language),
    )
    return said + (say("unassigned_more", language, count=each.more) if each.more else "")


def word_past_list(listed: Sequence[ListedDay], language: str) -> list[Line]:
    """Say days that were over before their plan was confirmed."""
    if not listed:
        return [Line(say("past_none", language), 0)]
    head = Line(say("confirmed_past", language, count=len(listed)), 0)
    return [head, *(Line(word_past(each, language), 2) for each in listed)]
