"""The fields that each step of a case asks for, and what was entered in them."""

from collections.abc import Callable, Mapping, Sequence

from bot.web.desk.case.room import Room
from bot.web.desk.widgets.forms import Field, Filled
from bot.web.desk.words import case as words
from handlers.desk.cases.acts import Choice, list_choices
from handlers.desk.cases.advice import AdviceView
from handlers.desk.cases.given import LONGEST_NAME, LONGEST_NUMBER, LONGEST_RECIPIENT, Given
from handlers.desk.cases.view import CaseView
from handlers.texts.forms import local_day, write_day
from knowledge.cases.steps import Action

_OPTIONAL_REASON = frozenset({Action.TELL})
Fields = tuple[Field, ...]


async def build_fields(room: Room, action: Action) -> Fields:
    """Give the fields of a step, filled with what is known."""
    if action in (Action.ACCEPT, Action.ASSIGN, Action.MERGE):
        await room.wait_for_advice()
    if action in (Action.ACCEPT, Action.ASSIGN):
        choices = await room.page.read(
            lambda work, visitor: list_choices(
                work, visitor, desk=room.app.desk, code=room.code, now=room.now
            )
        )
        return (_office(choices, room.advice, is_required=action is Action.ASSIGN),)
    if action in (Action.ANSWER, Action.APPROVE):
        is_required = action is Action.ANSWER
        return _signed(room.view, write_day(local_day(room.now)), is_required=is_required)
    if action is Action.MERGE:
        return _other(room.advice)
    build = _FIELDS.get(action)
    reason = _reason(action, room.view) if action in words.REASONS else ()
    return (*(build(room.view) if build else ()), *reason)


def _reason(action: Action, view: CaseView) -> Fields:
    is_required = action not in _OPTIONAL_REASON
    value = view.request.text if action is Action.EXTEND and view.request else ""
    label = words.REASONS[action]
    return (Field("text", label, "textarea", value, is_required=is_required, rows=5),)


def _office(choices: Sequence[Choice], advice: AdviceView, *, is_required: bool) -> Field:
    """Offer the offices, those suggested first."""
    known = {choice.id for choice in choices}
    suggested = [each for each in advice.offices if each.id in known]
    first = {each.id for each in suggested}
    options = [
        ("", words.OFFICE_CHOOSE if is_required else words.OFFICE_LATER),
        *((str(each.id), words.OFFICE_SUGGESTED.format(office=each.name)) for each in suggested),
        *((str(each.id), each.name) for each in choices if each.id not in first),
    ]
    label = words.OFFICE if is_required else words.OFFICE_AFTER
    value = str(suggested[0].id) if is_required and suggested else ""
    return Field("office", label, "select", value, options, is_required=is_required)


def _signed(view: CaseView, today: str, *, is_required: bool) -> Fields:
    answer = view.answer
    day = write_day(answer.day) if answer.day else (today if is_required else "")
    return (
        Field("number", words.NUMBER, value=answer.number, is_required=is_required,
              longest=LONGEST_NUMBER),
        Field("day", words.NUMBER_DAY, "date", day, is_required=is_required),
        Field("signer", words.SIGNER, value=answer.signer, is_required=is_required,
              longest=LONGEST_NAME),
    )  # fmt: skip


def _other(advice: AdviceView) -> Fields:
    listed = [("", words.OTHER_NONE), *((each.code, f"{each.code} – {each.gist}")
              for each in advice.similar)]  # fmt: skip
    similar = (Field("similar", words.OTHER, "select", options=listed),) if advice.similar else ()
    return (*similar, Field("other", words.OTHER_CODE if similar else words.OTHER, longest=60))


def _recipient(_view: CaseView) -> Fields:
    return (Field("recipient", words.RECIPIENT, is_required=True, longest=LONGEST_RECIPIENT),)


def _new_day(view: CaseView) -> Fields:
    asked = view.request
    day = write_day(asked.day) if asked and asked.day else ""
    return (Field("day", words.DAY_NEW, "date", day, is_required=True),)


def _kind(view: CaseView) -> Fields:
    options = [(kind.value, name) for kind, name in words.KINDS.items() if kind is not view.kind]
    return (Field("kind", words.KIND, "select", options=options, is_required=True),)


def _numbers(view: CaseView) -> Fields:
    return (
        Field("incoming", words.INCOMING, value=view.incoming_number, longest=LONGEST_NUMBER),
        Field("outgoing", words.OUTGOING, value=view.outgoing_number, longest=LONGEST_NUMBER),
        Field("portal", words.PORTAL, value=view.portal_code, longest=LONGEST_NUMBER),
    )


_FIELDS: Mapping[Action, Callable[[CaseView], Fields]] = {
    Action.TRANSFER: _recipient,
    Action.REFUSE: _recipient,
    Action.ASK_EXTENSION: _new_day,
    Action.EXTEND: _new_day,
    Action.CLASSIFY: _kind,
    Action.REGISTER: _numbers,
}


def read_given(action: Action, filled: Filled, *, drafts: int) -> Given:
    """Read what was entered; raise `HandlerError` for what is no day."""
    return Given(
        action,
        text=filled.get("text"),
        office_id=filled.number("office"),
        recipient=filled.get("recipient"),
        day=filled.day("day"),
        number=filled.get("number"),
        signer=filled.get("signer"),
        other=filled.get("other") or filled.get("similar"),
        kind=filled.get("kind"),
        portal_code=filled.get("portal"),
        incoming_number=filled.get("incoming"),
        outgoing_number=filled.get("outgoing"),
        drafts=drafts,
    )
