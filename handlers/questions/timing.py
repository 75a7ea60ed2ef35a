"""What a timeframe means on the calendar, in words."""

import datetime as dt

from handlers.texts import say
from handlers.texts.forms import names_day, write_day, write_weekday, write_weekday_name
from knowledge.plan import Deadline, DeadlineKind
from knowledge.questions.understanding import Question


def explain_deadline(deadline: Deadline, timeframe: str, question: Question) -> str:
    """Say the calendar day that a timeframe means, or that the plan states none."""
    last_day, language = deadline.last_day, question.language
    if last_day and deadline.kind in (DeadlineKind.BY, DeadlineKind.WITHIN, DeadlineKind.RANGE):
        if names_day(timeframe, last_day):
            return f" ({write_weekday_name(last_day, language)})"
        return say("at_the_latest", language, day=write_weekday(last_day, language))
    if deadline.kind is DeadlineKind.RECURRING:
        return _explain_recurring(deadline, question)
    return ""


def _explain_recurring(deadline: Deadline, question: Question) -> str:
    """Say the days of a recurring time; of the part of the year asked about, where one is."""
    days = [o.last_day for o in deadline.occurrences if not o.bare_period]
    if not days:
        return say("no_day_stated", question.language)
    window = question.time.find_window(days[0].year)
    asked = [day for day in days if window and window[0] <= day <= window[1]]
    if len(asked) == 1:
        day = write_weekday(asked[0], question.language)
        return say("at_the_latest", question.language, day=day)
    shift = dt.timedelta(deadline.strict)
    written = ", ".join(write_day(day + shift, question.language) for day in asked or days)
    return say("days_before" if deadline.strict else "days_meant", question.language, days=written)
