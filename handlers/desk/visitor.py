"""Who sits at the desk, and what their role lets them see and do there."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from handlers.errors import HandlerError
from handlers.places import open_places, own_place
from handlers.texts import say
from handlers.texts.forms import local_day
from storage.values import Locality, Person, Role, Session
from storage.work import Work


class Power(StrEnum):
    """Something that a role may be allowed at the desk."""

    VIEW_TODAY = "view_today"
    VIEW_PLANS = "view_plans"
    EDIT_PLANS = "edit_plans"
    VIEW_DUE = "view_due"
    ACT_ON_DUE = "act_on_due"  # whose items is decided where chat decides it
    VIEW_CASES = "view_cases"  # lists, without what people wrote
    READ_CASES = "read_cases"  # which ones is decided by `handlers.cases.access`
    VIEW_ANSWERS = "view_answers"
    EDIT_ANSWERS = "edit_answers"
    VIEW_PEOPLE = "view_people"
    EDIT_PEOPLE = "edit_people"
    VIEW_REPORTS = "view_reports"
    VIEW_SETTINGS = "view_settings"
    EDIT_SETTINGS = "edit_settings"
    VIEW_SESSIONS = "view_sessions"


_OFFICE = frozenset(
    {
        Power.VIEW_TODAY,
        Power.VIEW_DUE,
        Power.ACT_ON_DUE,
        Power.VIEW_CASES,
        Power.READ_CASES,
        Power.VIEW_SESSIONS,
    }
)
_LEADER = _OFFICE | {
    Power.VIEW_PLANS,
    Power.VIEW_ANSWERS,
    Power.VIEW_PEOPLE,
    Power.VIEW_REPORTS,
    Power.VIEW_SETTINGS,
}
_POWERS: dict[Role, frozenset[Power]] = {
    Role.OFFICER: _OFFICE,
    Role.HEAD: _OFFICE,
    Role.LEADER: _LEADER,
    Role.CLERK: frozenset(Power),
    Role.OPERATOR: frozenset(Power) - {Power.READ_CASES},  # nobody without a name reads a case
}


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who sits at the desk of a place; `person` is None for the operator."""

    person: Person | None
    role: Role
    place: Locality
    session: Session

    @property
    def person_id(self) -> int | None:
        """The officer's number; None for the operator."""
        return self.person.id if self.person else None

    @property
    def name(self) -> str:
        """What the trail calls them."""
        return self.person.name if self.person else say("desk_operator")

    @property
    def sees_all(self) -> bool:
        """Tell whether they see the work of all offices of the place."""
        return self.role in (Role.CLERK, Role.LEADER, Role.OPERATOR)

    @property
    def office_ids(self) -> Collection[int] | None:
        """Whose work they see: their own offices' and those they stand in for; None is all."""
        if self.sees_all or self.person is None:
            return None
        return frozenset({*self.person.office_ids, *self.person.stands_in})

    def may(self, power: Power) -> bool:
        """Tell whether their role allows something."""
        return power in _POWERS[self.role]

    def check(self, power: Power) -> None:
        """Raise `HandlerError("desk_forbidden")` where their role does not allow something."""
        if not self.may(power):
            raise HandlerError("desk_forbidden")

    def get_person(self) -> Person:
        """Give the officer; raise `HandlerError("desk_needs_person")` for the operator."""
        if self.person is None:
            raise HandlerError("desk_needs_person")
        return self.person


async def find_visitor(
    work: Work,
    secret: str,
    *,
    place_name: str | None,
    chosen_id: int | None = None,
    now: dt.datetime,
) -> Visitor | None:
    """Find who a session's secret belongs to; None where nobody is let in by it any more.

    An officer sits at the desk of their place; the operator at the installation's own one, or
    where it serves several at the chosen one.
    """
    session = await work.logins.find_session(secret, now=now)
    if session is None:
        return None
    places = await work.localities.list_all()
    if session.person_id is None:
        place = _pick_place(places, place_name, chosen_id)
        is_operator = session.role == Role.OPERATOR
        return Visitor(None, Role.OPERATOR, place, session) if is_operator and place else None
    person = await work.people.get(session.person_id, on=local_day(now))
    if person is None or person.left_at or person.role not in tuple(Role):
        return None
    home = next(place for place in places if place.id == person.locality_id)
    return Visitor(person, Role(person.role), home, session)


def _pick_place(
    places: Sequence[Locality], name: str | None, chosen_id: int | None
) -> Locality | None:
    chosen = next((place for place in places if place.id == chosen_id), None)
    return chosen or own_place(places, name) or next(iter(open_places(places)), None)
