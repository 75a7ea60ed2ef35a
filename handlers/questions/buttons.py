"""The buttons below an answer: what its asker may want next. Pressing one says its words."""

from handlers.buttons import make_button
from handlers.messages import Button
from handlers.questions.answers import Answer, NextStep

MOST = 5
LONGEST_LABEL = 20  # characters, as Zalo's and Telegram's buttons show them
LONGEST_WORDS = 60
_FOR_OFFICIALS = (NextStep.REMIND,)
_FOR_CITIZENS = (NextStep.HUMAN, NextStep.FEEDBACK, NextStep.LATE_DOSSIER)
RATING = ("helpful", "not_helpful")


def buttons_for(answer: Answer, *, language: str, is_official: bool) -> tuple[Button, ...]:
    """Choose at most five buttons: what the answer offers by number first, the rating last.

    Of places to choose from there are as many as the answer offers.
    """
    hidden = _FOR_CITIZENS if is_official else _FOR_OFFICIALS
    names = [step.value for step in answer.steps if step not in hidden]
    if has_more(answer):
        names.insert(0, NextStep.REST.value)
    room = max(0, MOST - len(answer.offers))
    rating = RATING if answer.status == "answered" and answer.is_rated else ()
    names = [*names[: max(0, room - len(rating))], *rating][:room]
    offered = (offer.button for offer in answer.offers)
    return (*offered, *(make_button(name, language) for name in names))


def has_more(answer: Answer) -> bool:
    """Say whether the answer is a list of which there is more to show."""
    return 0 < answer.memory.shown < len(answer.memory.rows) and answer.memory.focus is None
