"""What is told of the matter or the sender, put where it belongs."""

from dataclasses import replace

from handlers.intake.asking import ask, ask_again
from handlers.intake.drafts import Draft, Step
from handlers.intake.effects import keep
from handlers.intake.reading import add_content, name_place, read_words
from handlers.intake.starting import SHORTEST
from handlers.intake.steps import go_on
from handlers.intake.words import hides_name, read_more
from handlers.messages import Reply
from handlers.places import find_place
from handlers.texts import say
from handlers.turn import Effect, Turn
from storage.values import Locality


def take_told(turn: Turn, draft: Draft) -> Effect:
    """Take what is told of the matter or the sender."""
    if draft.step is Step.PLACE and (place := _read_place(turn)):
        placed = go_on(replace(draft, place=place.name))
        return keep(turn, placed, ask(turn, placed))
    if hides_name(turn.text) and not _tells_more(turn):
        return _hide(turn, draft)
    more = read_more(turn.text)
    if more and draft.content:
        added = go_on(add_content(draft, more))
        return keep(turn, added, ask(turn, added))
    if _is_too_short(turn, draft):
        return keep(turn, draft, Reply(say("intake_too_short", draft.language)))
    return _read(turn, draft)


def _read(turn: Turn, draft: Draft) -> Effect:
    told = read_words(draft, turn.message.text.strip(), at=turn.message.received_at)
    told = replace(told, hides_name=told.hides_name or hides_name(turn.text))
    going = go_on(told)
    is_unread = draft.step is Step.REVIEW and told.last is None
    return keep(turn, going, ask_again(turn, going) if is_unread else ask(turn, going))


def _read_place(turn: Turn) -> Locality | None:
    return find_place(turn.text, turn.places) or name_place(turn.text, turn.places)


def _tells_more(turn: Turn) -> bool:
    """Tell whether a message that wants a name hidden also tells what is wrong, or who sends it."""
    return len(turn.folded.split()) > 14 or any(map(str.isdigit, turn.folded))


def _hide(turn: Turn, draft: Draft) -> Effect:
    hidden = replace(draft, hides_name=True)
    reply = ask_again(turn, hidden)
    lines = [say("intake_hidden", draft.language)]
    if draft.step is Step.CONTACT:
        lines.append(say("intake_hidden_next", draft.language))
    else:
        lines.append(reply.text)
    return keep(turn, hidden, replace(reply, text="\n".join(lines)))


def _is_too_short(turn: Turn, draft: Draft) -> bool:
    return (
        draft.step is Step.CONTENT
        and not draft.content
        and len(turn.text) < (2 if draft.files else SHORTEST)
    )
