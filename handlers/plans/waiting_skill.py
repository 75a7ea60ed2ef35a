"""The clerk's lists in chat: "việc chưa có ngày", "chưa có người nhận", "đã qua trước ngày …"."""

from collections.abc import Sequence

from handlers.buttons import make_button
from handlers.dialogues import read_dialogue, write_dialogue
from handlers.messages import Reply
from handlers.people.roles import is_clerk
from handlers.plans.lines import Line
from handlers.plans.skill import (
    MORE,
    REMEMBERED,
    WAITING,
    is_overtaken,
    split_pages,
    write_page,
)
from handlers.plans.waiting import list_past, list_unassigned, list_undated
from handlers.plans.waiting_words import word_past_list, word_unassigned, word_undated
from handlers.texts import say
from handlers.turn import Effect, Turn
from knowledge.tasks.asking import ListKind, read_list
from storage.values import Locality
from storage.work import Work

VERSION = 1
_KINDS = (ListKind.UNDATED, ListKind.UNASSIGNED, ListKind.PAST)


class WaitingSkill:
    """List to a clerk what has no day, what nobody holds and what was over, page by page."""

    async def take(self, turn: Turn) -> Effect | None:
        """Take a clerk's wish for one of the lists, or for its next page."""
        if not is_clerk(turn.person) or turn.place is None:
            return None
        if MORE.match(turn.folded):
            return _show_more(turn, turn.place)
        asked = read_list(turn.text)
        if asked is None or asked.kind not in _KINDS:
            return None
        return _show(turn, turn.place, asked.kind, page=0)


def _show_more(turn: Turn, place: Locality) -> Effect | None:
    dialogue = turn.dialogues.get(WAITING)
    state = read_dialogue(dialogue, VERSION, now=turn.now, kept=REMEMBERED)
    if dialogue is None or state is None or is_overtaken(turn, dialogue):
        return None
    return _show(turn, place, ListKind(state["list"]), page=state["page"] + 1)


def _show(turn: Turn, place: Locality, kind: ListKind, *, page: int) -> Effect:
    async def effect(work: Work) -> Sequence[Reply]:
        pages = split_pages(await list_lines(work, place, kind, turn))
        if page >= len(pages):
            return [Reply(say("waiting_no_more", turn.language))]
        state = {"list": kind.value, "page": page}
        shown = write_dialogue(WAITING, VERSION, state, now=turn.now)
        await work.dialogues.save(turn.message.address, shown)
        is_last = page == len(pages) - 1
        more = () if is_last else (make_button("more", turn.language),)
        return [Reply(write_page(pages, page, turn.language), more)]

    return effect


async def list_lines(work: Work, place: Locality, kind: ListKind, turn: Turn) -> list[Line]:
    """Word one of the lists of a place."""
    if kind is ListKind.UNDATED:
        return word_undated(await list_undated(work, place, today=turn.today), turn.language)
    if kind is ListKind.UNASSIGNED:
        listed = await list_unassigned(work, place, today=turn.today)
        return word_unassigned(listed, turn.language)
    return word_past_list(await list_past(work, place), turn.language)
