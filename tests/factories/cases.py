"""A place with its offices and people, and cases at any point of their life."""

import datetime as dt
from dataclasses import dataclass

from handlers.cases.access import Doer
from handlers.cases.changes import Facts
from handlers.cases.moves import CaseDesk
from knowledge.calendar import load_calendar
from knowledge.case_codes import build_code
from knowledge.cases.states import CaseKind, CaseState, TermKind
from knowledge.cases.steps import Action
from storage.database import Database
from storage.models import AddressRow, HoldingRow, PersonRow
from storage.values import Address, Case, Contact, NewCase, Person, Role
from storage.work import Work
from tests.factories.talk import LAN, MONDAY

TODAY = dt.date(2026, 11, 23)
PLACE = "xã Bến Lụa"
LAND, JUSTICE, OFFICE = "Công chức Địa chính", "Công chức Tư pháp - Hộ tịch", "Văn phòng"
CONTACT = Contact("Nguyễn Văn Bình", "0912 345 678", "Thôn 3, xã Bến Lụa")
CONTENT = "Đèn đường đầu thôn 3 hỏng cả tháng nay"


@dataclass(slots=True)
class Town:
    """People of a place by a short name, each with the address web:<name>."""

    place_id: int
    offices: dict[str, int]
    people: dict[str, Person]
    desk: CaseDesk

    def doer(self, name: str, case: Case) -> Doer:
        """Tell as what one of the people acts on a case; "lan" is its sender."""
        person = self.people.get(name)
        return self.desk.find_doer(case, Address("web", name), person)


async def found_town(work: Work, name: str = PLACE, *, approver: Role = Role.LEADER) -> Town:
    """Found a place with a clerk, a leader, a head and an officer for land, one for justice."""
    place = await work.localities.ensure(name)
    offices = {o: (await work.offices.ensure(place.id, o)).id for o in (LAND, JUSTICE, OFFICE)}
    suffix = "" if name == PLACE else f"@{place.id}"
    for who, role, office in (
        ("thu", Role.CLERK, OFFICE),
        ("chutich", Role.LEADER, None),
        ("truong", Role.HEAD, LAND),
        ("dia", Role.OFFICER, LAND),
        ("tuphap", Role.OFFICER, JUSTICE),
    ):
        await _add_person(work, place.id, who + suffix, role, offices.get(office or ""))
    people = await work.people.list_all(on=TODAY)
    named = {p.addresses[0].user: p for p in people if p.locality_id == place.id}
    return Town(place.id, offices, named, CaseDesk(load_calendar(), approver))


async def _add_person(
    work: Work, place_id: int, user: str, role: Role, office_id: int | None
) -> None:
    session, cipher = work._session, work._cipher
    row = PersonRow(
        locality_id=place_id,
        name_sealed=cipher.encrypt(f"Người {user}"),
        role=role,
        created_at=MONDAY,
    )
    session.add(row)
    await session.flush()
    session.add(AddressRow(channel="web", user=user, person_id=row.id, linked_at=MONDAY))
    if office_id:
        session.add(
            HoldingRow(person_id=row.id, office_id=office_id, from_day=TODAY - dt.timedelta(days=9))
        )
    await session.flush()


async def open_case(
    work: Work,
    place_id: int,
    *,
    number: int = 1,
    kind: CaseKind = CaseKind.SCENE,
    sender: Address = LAN,
    content: str = CONTENT,
    where: str = "đầu thôn 3",
    contact: Contact = CONTACT,
    state: CaseState = CaseState.RECEIVED,
    complained_office_id: int | None = None,
    hides_name: bool = False,
    now: dt.datetime = MONDAY,
) -> Case:
    """Record a case with its term to accept it, as the intake does."""
    day = now.date()
    is_complete = state is CaseState.RECEIVED
    due = load_calendar().plus_working_days(day, 2) if is_complete else None
    code = build_code(day, [number // 32**n % 32 for n in range(5)])
    case_id = await work.cases.open(
        NewCase(
            code,
            place_id,
            kind,
            sender,
            content,
            now,
            due,
            where=where,
            contact=contact,
            state=state,
            complained_office_id=complained_office_id,
            hides_name=hides_name,
        )
    )
    if due:
        await work.case_terms.start(case_id, TermKind.ACCEPTANCE, started_on=day, due_on=due)
    case = await work.cases.get(case_id)
    assert case is not None
    return case


async def walk(
    work: Work, town: Town, case: Case, *steps: tuple[str, Action, Facts], now: dt.datetime = MONDAY
) -> Case:
    """Let people take steps with a case, one after another."""
    for who, action, facts in steps:
        case = await town.desk.move(work, case, action, town.doer(who, case), facts, now=now)
    return case


def to_answer(town: Town) -> tuple[tuple[str, Action, Facts], ...]:
    """Give the steps of an ordinary case, from receipt to the answer."""
    land = town.offices[LAND]
    signed = Facts(number="45/UBND", day=TODAY, signer="Chủ tịch Trần Thị Mai")
    return (
        ("thu", Action.ACCEPT, Facts()),
        ("thu", Action.ASSIGN, Facts(office_id=land, office=LAND)),
        ("dia", Action.START, Facts()),
        ("dia", Action.DRAFT, Facts(text="Đã thay bóng đèn đầu thôn 3.")),
        ("chutich", Action.APPROVE, signed),
        ("thu", Action.ANSWER, Facts()),
    )


async def found_with_case(database: Database) -> tuple[Town, Case]:
    """Found the usual place with one case that has just come in."""
    async with database.write() as work:
        town = await found_town(work)
        return town, await open_case(work, town.place_id)
