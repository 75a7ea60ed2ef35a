"""How work that is given out is asked for, shown before it goes, and told of."""

import datetime as dt
from collections.abc import Sequence

from handlers.assigning.drafting import Draft
from handlers.buttons import make_button, make_word_button
from handlers.daytime import next_working_morning
from handlers.messages import Button, Reply
from handlers.tasks.wording import describe_content, write_code
from handlers.texts import say
from handlers.texts.forms import clip, join_names, write_time, write_weekday
from knowledge.calendar import Calendar
from storage.values import DueDay, Office, Person

MOST_NAMED = 12  # offices or people named one by one


def write_last_day(day: dt.date, calendar: Calendar, language: str = "vi") -> str:
    """Write the last day; of a day off with the working day before it."""
    written = write_weekday(day, language)
    if calendar.is_working_day(day):
        return written
    before = write_weekday(calendar.working_day_on_or_before(day), language)
    return written + say("assigning_day_off", language, day=before)


def write_names(names: Sequence[str], language: str) -> str:
    """Write names one by one, or how many they are where that is too long."""
    names = list(dict.fromkeys(names))
    if len(names) > MOST_NAMED:
        return say("assigning_many", language, count=len(names))
    return join_names(names)


def word_preview(
    draft: Draft, offices: Sequence[Office], members: Sequence[Office], calendar: Calendar
) -> Reply:
    """Show what would be given to whom; `members` are those that groups stand for."""
    assert draft.last_day
    language = draft.language
    after = say("assigning_after", language, document=draft.document) if draft.document else ""
    text = say(
        "assigning_review",
        language,
        offices=_write_offices(offices, members, language),
        content=draft.content,
        day=write_last_day(draft.last_day, calendar, language),
        after=after,
    )
    return Reply(
        text,
        (
            make_button("assign", language),
            make_word_button("edit", language),
            make_word_button("cancel", language),
        ),
    )


def _write_offices(offices: Sequence[Office], members: Sequence[Office], language: str) -> str:
    names = join_names([office.name for office in offices])
    if not any(office.is_group for office in offices):
        return names
    listed = write_names([member.name for member in members], language)
    return say("assigning_members", language, offices=names, members=listed)


def ask_piece(draft: Draft, *, is_unread: bool = False) -> Reply:
    """Ask for what is missing, or once more where it was not understood."""
    mark = "_unread" if is_unread else ""
    return Reply(
        say(f"assigning_ask_{draft.step.value}{mark}", draft.language),
        (make_word_button("cancel", draft.language),),
    )


def ask_office(near: Sequence[Office], language: str) -> Reply:
    """Ask which office, with those that may be meant."""
    lines = [say("assigning_ask_office", language)]
    lines += [f"{number}. {office.name}" for number, office in enumerate(near, 1)]
    buttons = tuple(Button(office.name, office.name) for office in near)
    cancel = make_word_button("cancel", language)
    return Reply("\n".join(lines), (*buttons, cancel), numbered=len(near))


def word_given(
    due_days: Sequence[DueDay],
    told: Sequence[Person],
    unlinked: Sequence[str],
    *,
    now: dt.datetime,
    calendar: Calendar,
    language: str,
) -> Reply:
    """Say what was given to whom, who is told and who cannot be."""
    first = due_days[0]
    lines = [
        say(
            "assigning_given",
            language,
            offices=write_names([due.office or "" for due in due_days], language),
            content=describe_content(first),
            day=write_last_day(first.due_on, calendar, language),
            codes=_write_codes(due_days),
        )
    ]
    if told:
        lines.append(say_told(told, now=now, calendar=calendar, language=language))
    if unlinked:
        names = write_names(unlinked, language)
        lines.append(say("assigning_unlinked", language, offices=names, office=unlinked[0]))
    codes = " ".join(write_code(due.id) for due in due_days)
    return Reply(" ".join(lines), (make_button("withdraw_work", language, codes=codes),))


def _write_codes(due_days: Sequence[DueDay]) -> str:
    if len(due_days) == 1:
        return write_code(due_days[0].id)
    if len(due_days) > MOST_NAMED:
        return join_names([write_code(due.id) for due in due_days])
    return join_names([f"{write_code(due.id)} ({due.office})" for due in due_days])


def say_told(told: Sequence[Person], *, now: dt.datetime, calendar: Calendar, language: str) -> str:
    """Say who is told of something, now or next morning."""
    names = write_names([person.name for person in told], language)
    morning = next_working_morning(now, calendar)
    if morning is None:
        return say("assigning_told_now", language, names=names)
    return say("assigning_told_later", language, names=names, time=write_time(morning, language))


def word_told(due: DueDay, calendar: Calendar) -> str:
    """Say to an officer what their office was given, and by whom."""
    given = due.assignment
    assert given
    after = say("assigning_after", document=given.document) if given.document else ""
    return say(
        "assigning_told" if given.by else "assigning_told_office",
        name=given.by or "",
        office=due.office or "",
        content=clip(due.task.content, 500),
        day=write_last_day(due.due_on, calendar),
        after=after,
    )


def word_withdrawn(due: DueDay, by: Person | None) -> str:
    """Say to those who held it that work was taken back."""
    return say(
        "assigning_withdrawn_told" if by else "assigning_withdrawn_told_office",
        name=by.name if by else "",
        code=write_code(due.id),
        content=describe_content(due),
    )
