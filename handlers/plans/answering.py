"""Which offices answer for a task: those a clerk has chosen, else those that the plan names."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from knowledge.assignees import Assignee, find_peoples_office, propose_assignees
from storage.values import Locality, Office, StoredPlan, StoredTask
from storage.work import Work

PEOPLES_OFFICE = "Văn phòng HĐND và UBND"


@dataclass(frozen=True, slots=True)
class Answering:
    """An office (None: nobody named) that answers for a task, and the group it does so for."""

    office_id: int | None
    group_id: int | None = None


@dataclass(slots=True)
class Roster:
    """The offices of a place on a day; one that a plan names anew is made.

    `chosen` are the offices that clerks have chosen, by task; another place's are left alone.
    """

    work: Work
    place: Locality
    chosen: Mapping[int, Sequence[int]]
    today: dt.date
    _named: dict[Assignee, Office] = field(default_factory=dict)
    _found: dict[str, Office | None] = field(default_factory=dict)
    _known: dict[int, Office | None] = field(default_factory=dict)

    async def find_answering(
        self, plan: StoredPlan, stored: StoredTask, units: Sequence[str]
    ) -> Sequence[Answering]:
        """Find who answers for a task of the place's own plan, or of a superior's."""
        chosen = await self.list_chosen(stored.id)
        is_own = plan.locality_id == self.place.id
        named = await self._list_named(plan, stored, units) if is_own or not chosen else ()
        groups = {m.id: g.id for g in named if g.is_group for m in await self.list_members(g)}
        found: dict[int | None, Answering] = {}
        for office in chosen or named:
            for each in await self._expand(office):
                group_id = each.group_id or groups.get(each.office_id or 0)
                found.setdefault(each.office_id, Answering(each.office_id, group_id))
        return list(found.values()) or [Answering(None)]

    async def list_chosen(self, task_id: int) -> Sequence[Office]:
        """List the offices of this place that were chosen for a task, or what has followed them."""
        found = [await self._get(each) for each in self.chosen.get(task_id, ())]
        return [each for each in found if each and each.locality_id == self.place.id]

    async def find(self, name: str) -> Office | None:
        """Find an office of this place by a name, or what has followed it."""
        if name not in self._found:
            office = await self.work.offices.find(self.place.id, name, on=self.today)
            self._found[name] = office
        return self._found[name]

    async def list_members(self, group: Office) -> Sequence[Office]:
        """List the offices that a group stands for, or what has followed them."""
        found = [await self._get(each) for each in group.member_ids]
        return [each for each in found if each]

    async def _list_named(
        self, plan: StoredPlan, stored: StoredTask, units: Sequence[str]
    ) -> Sequence[Office]:
        if plan.locality_id != self.place.id:
            return [await self._find_peoples_office()]
        named = propose_assignees(stored.task, units, place=plan.locality)
        return [await self._ensure(each) for each in named]

    async def _find_peoples_office(self) -> Office:
        offices = await self.work.offices.list_all(self.place.id, on=self.today)
        name = find_peoples_office([each.name for each in offices if not each.is_group])
        return await self._ensure(Assignee(name or PEOPLES_OFFICE))

    async def _ensure(self, named: Assignee) -> Office:
        if named not in self._named:
            self._named[named] = await self.work.offices.ensure(
                self.place.id, named.name, on=self.today, is_group=named.is_group
            )
        return self._named[named]

    async def _get(self, office_id: int) -> Office | None:
        if office_id not in self._known:
            self._known[office_id] = await self.work.offices.get(office_id, on=self.today)
        return self._known[office_id]

    async def _expand(self, office: Office) -> Sequence[Answering]:
        """List the members of a group; without any it stands for itself."""
        members = await self.list_members(office) if office.is_group else ()
        return [Answering(each.id, office.id) for each in members] or [Answering(office.id)]
