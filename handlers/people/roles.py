"""What a role allows; skills ask here. The operator works on the command line only."""

from storage.values import Office, Person, Role

_INVITED_BY_CLERK = frozenset({Role.OFFICER, Role.HEAD, Role.CLERK, Role.LEADER})


def is_official(person: Person | None) -> bool:
    """Tell whether somebody works for a place; one who has left does not."""
    return person is not None and person.left_at is None


def is_clerk(person: Person | None) -> bool:
    """Tell whether somebody checks plans, hands cases out and says who holds which office."""
    return person is not None and is_official(person) and person.role == Role.CLERK


def is_leader(person: Person | None) -> bool:
    """Tell whether somebody approves answers and extensions for the place."""
    return person is not None and is_official(person) and person.role == Role.LEADER


def is_head(person: Person | None) -> bool:
    """Tell whether somebody heads the offices held."""
    return person is not None and is_official(person) and person.role == Role.HEAD


def may_invite(person: Person | None, role: Role = Role.OFFICER) -> bool:
    """Tell whether somebody may invite an officer of a role in chat."""
    return is_clerk(person) and role in _INVITED_BY_CLERK


def may_act_for(person: Person | None, office: Office | int | None) -> bool:
    """Tell whether somebody answers for an office today: holds it, or stands in for its holder."""
    office_id = office.id if isinstance(office, Office) else office
    if person is None or not is_official(person) or office_id is None:
        return False
    return office_id in person.office_ids or office_id in person.stands_in
