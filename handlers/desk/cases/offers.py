"""What a visitor may do with a case now, in the order in which it is offered."""

import datetime as dt

from handlers.cases.access import Doer
from handlers.casework.deed import is_allowed
from handlers.casework.finding import find_request
from handlers.casework.offering import may_choose_unit
from handlers.privacy.keeping import is_kept
from knowledge.cases.states import CaseState
from knowledge.cases.steps import Action
from storage.values import Case

ORDER = (
    Action.ACCEPT,
    Action.ASSIGN,
    Action.RESUME,
    Action.START,
    Action.APPROVE,
    Action.RETURN_DRAFT,
    Action.ANSWER,
    Action.TELL,
    Action.DRAFT,
    Action.PUBLISH,
    Action.NOTE,
    Action.EXTEND,
    Action.DECLINE_EXTENSION,
    Action.ASK_INFO,
    Action.ASK_EXTENSION,
    Action.SEND_ON,
    Action.TRANSFER,
    Action.MERGE,
    Action.CLASSIFY,
    Action.REGISTER,
    Action.REFUSE,
    Action.UNPUBLISH,
    Action.ERASE,
)


def list_acts(
    case: Case, doer: Doer, *, has_call: bool, years: int, today: dt.date
) -> tuple[Action, ...]:
    """List what the table of steps allows, but for what would come to nothing."""
    return tuple(
        action
        for action in ORDER
        if _is_allowed(case, action, doer)
        and _fits(case, action, doer, has_call=has_call, years=years, today=today)
    )


def _is_allowed(case: Case, action: Action, doer: Doer) -> bool:
    """Tell what the table allows; a draft of a case opened again begins the work on it."""
    if action is Action.DRAFT and case.state is CaseState.REOPENED:
        return is_allowed(case, Action.START, doer)
    return is_allowed(case, action, doer)


def _fits(
    case: Case, action: Action, doer: Doer, *, has_call: bool, years: int, today: dt.date
) -> bool:
    if action is Action.ASSIGN:
        return may_choose_unit(case, doer)
    if action is Action.DECLINE_EXTENSION:
        return find_request(case.events) is not None
    if action is Action.TELL:
        return has_call
    if action is Action.UNPUBLISH:
        return case.published is not None
    if action is Action.PUBLISH:
        return not case.is_erased
    if action is Action.ERASE:
        return not case.is_erased and not is_kept(case, years, today=today)
    return True
