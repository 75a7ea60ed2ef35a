"""The words that answers may begin from, of the place and of those above it."""

from dataclasses import dataclass

from handlers.desk.people.trail import ChangeLine
from handlers.desk.settings.history import find_last_of
from handlers.desk.visitor import Power, Visitor
from handlers.inherited import list_answer_templates
from storage.values import AnswerTemplate
from storage.work import Work


@dataclass(frozen=True, slots=True)
class TemplatesView:
    """Templates, each with the place above that has written it (empty: this one)."""

    templates: tuple[tuple[AnswerTemplate, str], ...]
    last: tuple[tuple[str, ChangeLine], ...]


async def read_templates(work: Work, visitor: Visitor) -> TemplatesView:
    """Read the templates that officers of the visitor's place may use."""
    visitor.check(Power.VIEW_SETTINGS)
    names = {place.id: place.name for place in await work.localities.list_all()}
    names[visitor.place.id] = ""
    found = await list_answer_templates(work, visitor.place.id)
    listed = tuple((each, names[each.locality_id]) for each in found)
    return TemplatesView(listed, await find_last_of(work, visitor, "template"))
