"""A commune after years of work, for the desk: thousands of cases and due days."""

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.app import App
from handlers.texts.forms import local_day
from knowledge.calendar import Calendar
from knowledge.case_codes import build_code
from knowledge.cases.states import OPEN, CaseKind, CaseState, Notice, TermKind
from knowledge.cases.steps import Action, Actor
from storage.case_rows import event_row, new_row
from storage.cipher import Cipher
from storage.models import CaseNoticeRow, CaseRow, CaseTermRow
from storage.values import Address, CaseEvent, Contact, DueState, NewCase, NewDueDay
from storage.work import Work
from tests.factories.desk_world import CONTENTS, CULTURE, ECONOMY, OFFICE, PLACE, fill_world
from tests.factories.plans import build_plan, build_task

OFFICES = (ECONOMY, CULTURE, OFFICE, *(f"Tổ công tác số {number}" for number in range(1, 18)))
YEARS = 3
WORKED_ON = 400  # days of the latest cases that are not over yet
SURNAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi")
NAMES = ("Văn Bình", "Thị Hoa", "Minh Đức", "Thị Lan", "Quốc Toàn", "Thanh Hằng")
DETAILS = (
    "Bà con đã nói với trưởng thôn nhiều lần mà chưa thấy ai đến xem.",
    "Đề nghị xã cho người kiểm tra, trả lời sớm để bà con yên tâm.",
    "Tối nào cũng vậy, trẻ em đi học về rất nguy hiểm.",
    "Tôi đã gọi điện hai lần nhưng không có ai nghe máy.",
)
_CHAIN = (
    (Action.ACCEPT, CaseState.ACCEPTED, Actor.CLERK),
    (Action.ASSIGN, CaseState.ASSIGNED, Actor.CLERK),
    (Action.START, CaseState.IN_PROGRESS, Actor.OFFICER),
    (Action.DRAFT, CaseState.DRAFTED, Actor.OFFICER),
    (Action.APPROVE, CaseState.APPROVED, Actor.LEADER),
    (Action.ANSWER, CaseState.ANSWERED, Actor.CLERK),
    (Action.CLOSE, CaseState.CLOSED, Actor.SYSTEM),
)
_KINDS = (CaseKind.SCENE,) * 7 + (CaseKind.CONDUCT, CaseKind.RULE, CaseKind.PETITION)


@dataclass(frozen=True, slots=True)
class Size:
    """How much an office has; `share` is how many cases are not over yet."""

    cases: int = 5_000
    due_days: int = 20_000
    share: float = 0.1


SHORT = Size(cases=60, due_days=100, share=0.5)


async def fill_scene(app: App, size: Size) -> None:
    """Fill an empty database: the world of the tests, and years of work beside it."""
    await fill_world(app)
    async with app.database.write() as work:
        place = await work.localities.ensure(PLACE)
        offices = [(await work.offices.ensure(place.id, name)).id for name in OFFICES]
        await _add_due_days(app, work, place.id, offices, size.due_days)
    rng = random.Random(7)
    for start in range(0, size.cases, 500):
        async with app.database.write() as work:
            for number in range(start, min(start + 500, size.cases)):
                is_open = number >= size.cases * (1 - size.share)
                await _add_case(app, work, place.id, offices, rng, number, is_open=is_open)


async def _add_due_days(
    app: App, work: Work, place_id: int, offices: list[int], count: int
) -> None:
    now, today = app.clock.now(), local_day(app.clock.now())
    rows = -(-count // len(offices))
    tasks = [
        build_task(f"Rà soát hồ sơ đợt {row}", line=row + 1, last_day=today) for row in range(rows)
    ]
    plan_id = await work.plans.add(
        build_plan(*tasks), locality_id=place_id, digest="desk", is_sample=False, now=now
    )
    await work.plans.confirm(plan_id, now=now)
    ids = [stored.id for stored in await work.plans.tasks(plan_id)]
    days = list(_list_days(app.calendar, today))
    await work.due_days.add(
        [
            NewDueDay(
                ids[number // len(offices)],
                offices[number % len(offices)],
                "",
                days[number % len(days)],
                DueState.OPEN if days[number % len(days)] >= today else DueState.DONE,
                today - dt.timedelta(days=90),
            )
            for number in range(count)
        ],
        locality_id=place_id,
    )


def _list_days(calendar: Calendar, today: dt.date) -> Iterator[dt.date]:
    """Give working days around today, most of them past."""
    for offset in range(-700, 300):
        day = today + dt.timedelta(days=offset)
        if calendar.working_day_on_or_after(day) == day:
            yield day


async def _add_case(
    app: App,
    work: Work,
    place_id: int,
    offices: list[int],
    rng: random.Random,
    number: int,
    *,
    is_open: bool,
) -> None:
    """Add a case with its history, term and receipt, as years of steps would have left it."""
    session, cipher, now = work._session, work._cipher, app.clock.now()
    age = rng.randint(0, 40) if is_open else rng.randint(41, 365 * YEARS)
    sent_at = now - dt.timedelta(days=age, minutes=rng.randint(0, 300))
    steps = rng.randint(0, 5) if is_open else len(_CHAIN)
    office = rng.choice(offices) if steps > 1 else None
    row = _build_row(place_id, rng, number, sent_at, cipher)
    due_on = app.calendar.plus_working_days(local_day(sent_at), 10 if steps else 2)
    state = _CHAIN[steps - 1][1] if steps else CaseState.RECEIVED
    row.state, row.office_id, row.due_on, row.version = state.value, office, due_on, 1 + steps
    if not is_open:
        row.answered_at = row.ended_at = sent_at + dt.timedelta(days=9)
        row.answer_sealed = cipher.encrypt("Đã kiểm tra và cho sửa xong. Cảm ơn Ông/Bà.")
    session.add(row)
    await session.flush()
    sent = CaseEvent(
        sent_at, Action.SEND, CaseState.RECEIVED, Actor.CITIZEN, facts={"kind": row.kind}
    )
    facts = {"due": due_on.isoformat(), **({"office": "Phòng Kinh tế"} if office else {})}
    events = [
        CaseEvent(sent_at + dt.timedelta(hours=20 * place), action, after, actor, facts=facts)
        for place, (action, after, actor) in enumerate(_CHAIN[:steps], 1)
    ]
    session.add_all(event_row(row.id, event, cipher) for event in (sent, *events))
    _add_term_and_receipt(work, row, sent_at, due_on, is_open=state in OPEN)


def _build_row(
    place_id: int, rng: random.Random, number: int, sent_at: dt.datetime, cipher: Cipher
) -> CaseRow:
    content, where = rng.choice(CONTENTS)
    name = f"{rng.choice(SURNAMES)} {rng.choice(NAMES)}"
    case = NewCase(
        build_code(local_day(sent_at), [number // 32**n % 32 for n in range(5)]),
        place_id,
        rng.choice(_KINDS),
        Address("web", f"citizen-{number % 3000}"),
        f"{content}. {' '.join(rng.sample(DETAILS, 2))} Số nhà {number}.",
        sent_at,
        None,
        where=where,
        contact=Contact(name, f"09{number:08}", f"Thôn {1 + number % 7}, {PLACE}"),
        hides_name=rng.random() < 0.1,
        embedder="bench",
        vector=bytes(4 * 384),
    )
    if case.kind is CaseKind.CONDUCT:
        case = replace(case, complained_of="cán bộ tiếp nhận hồ sơ", hides_name=True)
    return new_row(case, cipher)


def _add_term_and_receipt(
    work: Work, row: CaseRow, sent_at: dt.datetime, due_on: dt.date, *, is_open: bool
) -> None:
    work._session.add_all(
        [
            CaseTermRow(
                case_id=row.id,
                kind=TermKind.HANDLING.value,
                started_on=local_day(sent_at),
                due_on=due_on,
                ended_on=None if is_open else due_on,
            ),
            CaseNoticeRow(
                case_id=row.id,
                notice=Notice.RECEIPT.value,
                text_sealed=work._cipher.encrypt("Đã nhận phản ánh của Ông/Bà."),
                made_at=sent_at,
                told_at=sent_at,
                told_by="chat",
            ),
        ]
    )
