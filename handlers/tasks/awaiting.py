"""What waits for a leader or a clerk to decide: more time asked for, work that nobody owns to."""

from collections.abc import Sequence

from handlers.messages import Reply
from handlers.people.roles import is_clerk, is_leader
from handlers.tasks.disputing import list_disputed, offer_decisions
from handlers.tasks.extending import list_waiting, offer_verdict
from handlers.tasks.pages import Listed, show_list
from handlers.tasks.wording import describe_content
from handlers.texts import say
from handlers.texts.forms import write_weekday
from handlers.turn import Effect, Turn
from knowledge.tasks.asking import ListKind, read_list
from storage.values import DueDay, Person
from storage.work import Work


def list_awaiting(turn: Turn, person: Person) -> Effect | None:
    """List what waits for somebody to decide; None where that is not asked for, or not for them."""
    asked = read_list(turn.text) if is_clerk(person) or is_leader(person) else None
    if asked and asked.kind is ListKind.EXTENSIONS:
        return list_extensions(turn, person)
    return _list_disputes(turn, person) if asked and asked.kind is ListKind.DISPUTED else None


def list_extensions(turn: Turn, person: Person) -> Effect:
    """List the requests for more time that wait in a person's place."""

    async def effect(work: Work) -> Sequence[Reply]:
        found = await list_waiting(work, person.locality_id, now=turn.now)
        if not found:
            return [Reply(say("task_extensions_none", turn.language))]
        items = [
            Listed(
                number,
                each.due.id,
                _write_waiting(
                    "task_extension",
                    number,
                    each.due,
                    turn.language,
                    name=each.person.name if each.person else "–",
                    until=write_weekday(each.request.new_day, turn.language),
                    note=each.request.reason,
                ),
            )
            for number, each in enumerate(found, 1)
        ]
        one = found[0]
        verdict = offer_verdict(one.due, one.request.new_day, turn.language)
        head = say("task_extensions", turn.language, count=len(found))
        buttons = verdict if len(found) == 1 else ()
        return [await show_list(work, turn, head, items, buttons=buttons)]

    return effect


def _list_disputes(turn: Turn, person: Person) -> Effect:
    async def effect(work: Work) -> Sequence[Reply]:
        found = await list_disputed(work, person.locality_id)
        if not found:
            return [Reply(say("task_disputes_none", turn.language))]
        items = [
            Listed(
                number,
                each.due.id,
                _write_waiting(
                    "task_dispute",
                    number,
                    each.due,
                    turn.language,
                    name=(each.event.person if each.event else None) or "–",
                    until="",
                    note=each.event.note if each.event else "",
                ),
            )
            for number, each in enumerate(found, 1)
        ]
        head = say("task_disputes", turn.language, count=len(found))
        buttons = offer_decisions(found[0].due, language=turn.language) if len(found) == 1 else ()
        return [await show_list(work, turn, head, items, buttons=buttons)]

    return effect


def _write_waiting(
    key: str, number: int, due: DueDay, language: str, *, name: str, until: str, note: str
) -> str:
    return say(
        key,
        language,
        number=number,
        content=describe_content(due),
        office=due.office or say("no_office", language),
        day=write_weekday(due.due_on, language),
        name=name,
        until=until,
        note=say("task_reason", language, reason=note) if note else "",
    )
