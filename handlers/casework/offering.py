"""What an official may do next with a case, as buttons: only what the table of steps allows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from handlers.cases.access import Doer
from handlers.casework.deed import Deed, is_allowed
from handlers.casework.finding import find_request
from handlers.messages import Button
from knowledge.cases.states import CaseState
from knowledge.cases.steps import Action, Actor
from knowledge.cases.terms import MOST_SEND_ONS
from storage.values import Case

MOST_BUTTONS = 8
MOST_MERGES = 2
_UNIT = frozenset({Actor.OFFICER, Actor.HEAD})
_EVERYBODY = frozenset(Actor)


@dataclass(frozen=True, slots=True)
class _Offer:
    """A button for an action, and those to whom it is worth offering."""

    action: Action
    button: str
    to: frozenset[Actor] = _EVERYBODY
    fits: Callable[[Case, Doer], bool] = lambda _case, _doer: True


def may_choose_unit(case: Case, doer: Doer) -> bool:
    """Tell whether somebody chooses the office: sent on a third time, only a leader does."""
    return case.send_ons <= MOST_SEND_ONS or Actor.LEADER in doer.actors


_OFFERS = (
    _Offer(Action.ACCEPT, "accept_case"),
    _Offer(Action.ASSIGN, "choose_office", fits=may_choose_unit),
    _Offer(Action.APPROVE, "approve_case"),
    _Offer(Action.RETURN_DRAFT, "return_draft_case"),
    _Offer(
        Action.EXTEND,
        "extend_case",
        fits=lambda case, _doer: find_request(case.events) is not None,
    ),
    _Offer(
        Action.DECLINE_EXTENSION,
        "decline_extension_case",
        fits=lambda case, _doer: find_request(case.events) is not None,
    ),
    _Offer(Action.ANSWER, "answer_case"),
    _Offer(Action.RESUME, "resume_case"),
    _Offer(Action.START, "start_case", _UNIT),
    _Offer(
        Action.DRAFT,
        "draft_case",
        _UNIT,
        lambda case, _doer: case.state is not CaseState.DRAFTED,
    ),
    _Offer(Action.ASK_INFO, "ask_info_case"),
    _Offer(Action.SEND_ON, "send_on_case", _UNIT),
    _Offer(Action.ASK_EXTENSION, "ask_extension_case", _UNIT),
    _Offer(Action.REFUSE, "refuse_case"),
    _Offer(Action.TRANSFER, "transfer_case"),
    _Offer(Action.PUBLISH, "publish_case", fits=lambda case, _doer: case.published is None),
    _Offer(Action.UNPUBLISH, "unpublish_case", fits=lambda case, _doer: case.published is not None),
    _Offer(Action.NOTE, "note_case"),
)


def offer(deed: Deed) -> tuple[Button, ...]:
    """Give the buttons of a case for the official who looks at it."""
    case, doer = deed.case, deed.doer
    buttons: list[Button] = []
    for each in _OFFERS:
        if not (doer.actors & each.to) or not each.fits(case, doer):
            continue
        if is_allowed(case, each.action, doer):
            buttons += _make(deed, each)
    return (*buttons[: MOST_BUTTONS - MOST_MERGES], *_offer_merges(deed))


def _make(deed: Deed, each: _Offer) -> Sequence[Button]:
    units = deed.advice.units if deed.advice else ()
    if each.action is Action.ACCEPT and units:
        both = deed.button("accept_assign_case", office=units[0].office.name)
        return (deed.button(each.button), both)
    if each.action is Action.ASSIGN and units and deed.case.office_id is None:
        return [deed.button("assign_case", office=unit.office.name) for unit in units]
    return (deed.button(each.button),)


def _offer_merges(deed: Deed) -> list[Button]:
    if deed.advice is None or not is_allowed(deed.case, Action.MERGE, deed.doer):
        return []
    similar = deed.advice.similar[:MOST_MERGES]
    return [deed.button("merge_case", other=other.code) for other in similar]
