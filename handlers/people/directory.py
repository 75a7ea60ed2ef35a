"""Who is told of an office's work: its officers, its head, the clerks and the leaders."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from handlers.people.roles import is_clerk, is_head, is_leader
from knowledge.ladder import Audience
from knowledge.text import fold
from storage.offices import office_key
from storage.values import Holder, Locality, Office, Person
from storage.work import Work

_DEPUTY, _CHAIRMAN = "pho chu tich", "chu tich"


@dataclass(frozen=True)  # without slots: what is asked for each due day is worked out once
class Directory:
    """A place's offices and officers on a day."""

    place: Locality
    offices: Mapping[int, Office]
    people: Sequence[Person]
    holders: Mapping[int, Sequence[Holder]]
    overseers: Mapping[int, Sequence[int]]

    @cached_property
    def _keys(self) -> Mapping[str, int]:
        named = ((name, each.id) for each in self.offices.values() for name in _names(each))
        return {office_key(name): id_ for name, id_ in named}

    def find_office(self, name: str) -> Office | None:
        """Find an office by one of its names."""
        return self.offices.get(self._keys.get(office_key(name), 0))

    def find_members(self, office: Office) -> Sequence[Office]:
        """Give the offices that a name stands for: a group's members, else itself."""
        if not office.is_group:
            return (office,)
        return [self.offices[id_] for id_ in office.member_ids if id_ in self.offices]

    def find_officers(self, office_id: int | None) -> Sequence[Holder]:
        """Give who answers for an office; its head only where nobody else does."""
        holders = self.holders.get(office_id or 0, ())
        return [h for h in holders if not is_head(h.person)] or holders

    def find_heads(self, office_id: int | None) -> Sequence[Person]:
        """Give who heads an office."""
        return [h.person for h in self.holders.get(office_id or 0, ()) if is_head(h.person)]

    @cached_property
    def clerks(self) -> Sequence[Person]:
        """The clerks of the place."""
        return [person for person in self.people if is_clerk(person)]

    @cached_property
    def leaders(self) -> Sequence[Person]:
        """The leaders of the place."""
        return [person for person in self.people if is_leader(person)]

    @cached_property
    def chairmen(self) -> Sequence[Person]:
        """The leaders who are nobody's deputy; all of them where that cannot be told."""
        named = [p for p in self.leaders if _holds(p, _CHAIRMAN)]
        return named or [p for p in self.leaders if not _holds(p, _DEPUTY)] or self.leaders

    def find_deputies(self, office_id: int | None) -> Sequence[Person]:
        """Give the leaders in charge of an office: those named, else deputies, else chairmen."""
        named = self.overseers.get(office_id or 0, ())
        in_charge = [p for p in self.leaders if p.id in named] if named else []
        return in_charge or self._deputies or self.chairmen

    @cached_property
    def _deputies(self) -> Sequence[Person]:
        return [p for p in self.leaders if _holds(p, _DEPUTY)]

    def find_audience(self, audience: Audience, office_id: int | None) -> Sequence[Person]:
        """Give whom a step is for; a head's goes to the clerks where an office has no head."""
        if audience is Audience.OFFICE:
            return [holder.person for holder in self.find_officers(office_id)]
        if audience is Audience.HEAD:
            return self.find_heads(office_id) or self.clerks
        if audience is Audience.CLERK:
            return self.clerks
        return self.find_deputies(office_id) if audience is Audience.DEPUTY else self.chairmen

    def has_chat(self, office_id: int | None) -> bool:
        """Tell whether anybody who answers for an office is reached in chat."""
        return any(h.person.has_chat for h in self.holders.get(office_id or 0, ()))


def _names(office: Office) -> tuple[str, ...]:
    return *office.aliases, office.name


def _holds(leader: Person, title: str) -> bool:
    return any(fold(office).startswith(title) for office in leader.offices)


async def load_directory(work: Work, place: Locality, *, on: dt.date) -> Directory:
    """Load who is who in a place on a day."""
    offices = await work.offices.list_all(place.id)
    people = await work.people.list_all(on=on, locality_id=place.id)
    return Directory(
        place=place,
        offices={office.id: office for office in offices},
        people=people,
        holders=await work.people.holders(on=on, locality_id=place.id, among=people),
        overseers=await work.overseers.of_place(place.id),
    )
