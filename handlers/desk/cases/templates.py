"""The office's own words that an answer may begin from, with places for what a case says."""

import datetime as dt
import re
from dataclasses import dataclass

from handlers.cases.access import Doer
from handlers.cases.moves import CaseDesk
from handlers.cases.personal import describe_content
from handlers.casework.viewing import hide_own
from handlers.desk.cases.found import find_case
from handlers.desk.overtaken import Overtaken
from handlers.desk.trail import find_overtaken, note_change
from handlers.desk.visitor import Power, Visitor
from handlers.errors import HandlerError
from handlers.inherited import list_answer_templates
from handlers.texts import say
from handlers.texts.forms import join_names, local_day, write_day
from storage.values import AnswerTemplate, Case
from storage.work import Work

LONGEST_NAME, LONGEST_BODY = 120, 8000
PLACES = ("ma", "ngay_nhan", "don_vi", "noi_dung", "noi_xay_ra", "han")
_PLACE = re.compile(r"\{([^{}\n]{1,40})\}")


@dataclass(frozen=True, slots=True)
class Filled:
    """A template, and its words as they fit a case; one from above is not changed here."""

    template: AnswerTemplate
    text: str
    is_own: bool = True


async def list_templates(
    work: Work, visitor: Visitor, *, desk: CaseDesk, code: str
) -> tuple[Filled, ...]:
    """List the place's templates, then those of places above it, filled for a case."""
    found = await find_case(work, visitor, desk, code)
    templates = await list_answer_templates(work, visitor.place.id)
    return tuple(
        Filled(
            each,
            fill_template(each.body, found.case, found.doer),
            is_own=each.locality_id == visitor.place.id,
        )
        for each in templates
    )


def fill_template(body: str, case: Case, doer: Doer) -> str:
    """Put what a case says into a template's places; without the sender's own data."""
    values = {
        "ma": case.code,
        "ngay_nhan": write_day(local_day(case.received_at)),
        "don_vi": case.office or f"UBND {case.locality}",
        "noi_dung": describe_content(case),
        "noi_xay_ra": hide_own(case.where, case, doer),
        "han": write_day(case.due_on) if case.due_on else "–",
    }
    return _PLACE.sub(lambda found: values.get(found[1], found[0]), body)


async def save_template(
    work: Work,
    visitor: Visitor,
    *,
    template_id: int | None,
    name: str,
    body: str,
    version: int = 0,
    is_sure: bool = False,
    now: dt.datetime,
) -> str:
    """Keep a new template, or other words of one read at a version; say that it is done.

    Raise `Overtaken` where somebody has changed it since, `Conflict` where the name is taken.
    """
    visitor.check(Power.EDIT_ANSWERS)
    name, body = name.strip(), body.strip()
    _check(name, body)
    old = await _find(work, visitor, template_id) if template_id is not None else None
    if old and old.version != version and not is_sure:
        raise await _find_overtaken(work, visitor, old, f"{name}\n{body}")
    if old:
        await work.answer_templates.change(old.id, name=name, body=body, version=old.version)
    else:
        template_id = (await work.answer_templates.add(visitor.place.id, name, body)).id
    before = {"name": old.name, "body": old.body} if old else None
    subject, new = f"template {template_id}", {"name": name, "body": body}
    await note_change(work, visitor, "save_template", subject, now=now, old=before, new=new)
    return say("desk_template_saved", name=name)


async def remove_template(
    work: Work, visitor: Visitor, *, template_id: int, version: int, now: dt.datetime
) -> str:
    """Forget a template read at a version; say that it is done. Raise `Overtaken`."""
    visitor.check(Power.EDIT_ANSWERS)
    old = await _find(work, visitor, template_id)
    if old.version != version:
        raise await _find_overtaken(work, visitor, old, f"{old.name}\n")
    if not await work.answer_templates.remove(template_id, version=version):
        raise HandlerError("template_changed", name=old.name)
    before = {"name": old.name, "body": old.body}
    await note_change(
        work, visitor, "remove_template", f"template {template_id}", now=now, old=before
    )
    return say("desk_template_removed", name=old.name)


async def _find(work: Work, visitor: Visitor, template_id: int) -> AnswerTemplate:
    found = await work.answer_templates.find(template_id)
    if found is None or found.locality_id != visitor.place.id:
        raise HandlerError("desk_gone")
    return found


def _check(name: str, body: str) -> None:
    for label, text, longest in (
        ("desk_template_name", name, LONGEST_NAME),
        ("desk_template_body", body, LONGEST_BODY),
    ):
        if not text:
            raise HandlerError("desk_field_empty", field=say(label))
        if len(text) > longest:
            raise HandlerError("desk_field_long", field=say(label), limit=longest)
    unknown = [f"{{{each}}}" for each in _PLACE.findall(body) if each not in PLACES]
    if unknown:
        known = join_names([f"{{{each}}}" for each in PLACES])
        raise HandlerError("desk_template_place", unknown=join_names(unknown), known=known)


async def _find_overtaken(
    work: Work, visitor: Visitor, held: AnswerTemplate, mine: str
) -> Overtaken:
    theirs = f"{held.name}\n{held.body}"
    return await find_overtaken(work, visitor, f"template {held.id}", theirs=theirs, mine=mine)
