"""Citizens' questions as officials read them: the list, one conversation, how long it waits."""

import datetime as dt
from collections.abc import Mapping, Sequence

from handlers.buttons import make_button
from handlers.handover.opening import buttons_for
from handlers.messages import Reply
from handlers.texts import say
from handlers.texts.forms import clip, write_time
from storage.values import Handover, HandoverLine, HandoverState

MOST_LISTED = 10
MOST_BUTTONS = 5
LONGEST_ITEM = 160
LONGEST_LINE = 1000
LAST_LINES = 12
MINUTES_AN_HOUR = 60
HOURS_A_DAY = 24


def word_list(
    handovers: Sequence[Handover], names: Mapping[int, str], *, language: str, now: dt.datetime
) -> Reply:
    """List open handovers, oldest first; `names` are the officials' by number."""
    if not handovers:
        return Reply(say("handovers_none", language))
    shown = handovers[:MOST_LISTED]
    lines = [
        say("handovers_head", language, count=len(handovers)),
        *(word_item(each, names, language=language, now=now) for each in shown),
    ]
    if len(handovers) > len(shown):
        lines.append(say("handovers_more", language, count=len(handovers) - len(shown)))
    lines.append(say("handovers_foot", language, number=shown[0].id))
    buttons = tuple(
        make_button("show_handover", language, number=each.id) for each in shown[:MOST_BUTTONS]
    )
    return Reply("\n".join(lines), buttons)


def word_item(
    handover: Handover, names: Mapping[int, str], *, language: str, now: dt.datetime
) -> str:
    """Say one handover in a line."""
    name = names.get(handover.person_id or 0)
    taken = say("handover_item_taken", language, name=name) if name else ""
    return say(
        "handover_item",
        language,
        number=handover.id,
        state=say_waiting(handover, language=language, now=now),
        taken=taken,
        question=clip(" ".join(handover.question.split()), LONGEST_ITEM),
    )


def say_waiting(handover: Handover, *, language: str, now: dt.datetime) -> str:
    """Say how long the citizen has waited for an answer."""
    if handover.state is HandoverState.CLOSED:
        return say("handover_state_closed", language)
    if handover.waiting_since is None:
        return say("handover_state_answered", language)
    minutes = max(int((now - handover.waiting_since).total_seconds()) // 60, 1)
    hours = minutes // MINUTES_AN_HOUR
    if hours < 1:
        return say("handover_waits_minutes", language, count=minutes)
    if hours < 2 * HOURS_A_DAY:
        return say("handover_waits_hours", language, count=hours)
    return say("handover_waits_days", language, count=hours // HOURS_A_DAY)


def word_conversation(
    handover: Handover, said: Sequence[HandoverLine], *, head: str, language: str
) -> Reply:
    """Show a handover from its opening question on."""
    is_open = handover.state is not HandoverState.CLOSED
    foot = [say("handover_foot", language, number=handover.id)] if is_open else []
    text = "\n".join([head, *word_lines(handover, said, language), *foot])
    close = make_button("close_handover", language, number=handover.id)
    return Reply(text, (*buttons_for(handover, language), close) if is_open else ())


def word_lines(handover: Handover, said: Sequence[HandoverLine], language: str) -> list[str]:
    """Write who said what, a line each; of a long conversation the question and the end."""
    first = HandoverLine(handover.opened_at, is_citizen=True, text=handover.question)
    return [
        say(
            "handover_line_citizen" if line.is_citizen else "handover_line_official",
            language,
            at=write_time(line.at, language),
            text=clip(line.text, LONGEST_LINE),
        )
        for line in (first, *said[-LAST_LINES:])
    ]
