"""What passes from one office to another: due days, cases and holders."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import delete, exists, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from knowledge.cases.states import OPEN
from storage.models import CaseRow, DueDayRow, HoldingRow, NudgeRow
from storage.values import DueState

DAY = dt.timedelta(days=1)
_LIVE = (DueState.OPEN.value, DueState.DISPUTED.value, DueState.PAST.value)
# Which of two due days that become one is kept, lest open work go with one that is cancelled.
_RANKS = {
    DueState.DONE.value: 4,
    DueState.OPEN.value: 3,
    DueState.DISPUTED.value: 2,
    DueState.PAST.value: 1,
}


async def move_open_due_days(session: AsyncSession, from_id: int, to_id: int) -> None:
    """Give one office's due days that are not done or cancelled to another."""
    await _drop_doubles(session, from_id, to_id)
    await session.execute(
        update(DueDayRow)
        .where(DueDayRow.office_id == from_id, DueDayRow.state.in_(_LIVE))
        .values(office_id=to_id)
    )


async def move_open_cases(session: AsyncSession, from_id: int, to_id: int) -> None:
    """Give the cases that one office still has to answer to another."""
    await session.execute(
        update(CaseRow)
        .where(CaseRow.office_id == from_id, CaseRow.state.in_([state.value for state in OPEN]))
        .values(office_id=to_id)
    )


async def move_due_days(session: AsyncSession, from_id: int, to_id: int) -> None:
    """Give all due days of one office to another, with what was done."""
    await _drop_doubles(session, from_id, to_id)
    await session.execute(
        update(DueDayRow).where(DueDayRow.office_id == from_id).values(office_id=to_id)
    )


async def _drop_doubles(session: AsyncSession, from_id: int, to_id: int) -> None:
    """Keep one of two due days for one task and day: done, else open, else the other's."""
    mine, other = aliased(DueDayRow), aliased(DueDayRow)
    doubles = await session.execute(
        select(mine.id, mine.state, other.id, other.state)
        .join(other, (other.task_id == mine.task_id) & (other.last_day == mine.last_day))
        .where(mine.office_id == from_id, other.office_id == to_id)
    )
    heirs = dict(
        (other_id, mine_id)
        if _RANKS.get(mine_state, 0) > _RANKS.get(other_state, 0)
        else (mine_id, other_id)
        for mine_id, mine_state, other_id, other_state in doubles
    )
    for dropped, kept in heirs.items():
        await _move_told(session, dropped, kept)
    if heirs:
        await session.execute(delete(DueDayRow).where(DueDayRow.id.in_(heirs)))


async def _move_told(session: AsyncSession, dropped: int, kept: int) -> None:
    """Keep what was told of one of two due days as told of the other: nobody hears it again."""
    there = aliased(NudgeRow)
    is_there = (
        (there.due_day_id == kept)
        & (there.due_on == NudgeRow.due_on)
        & (there.person_id == NudgeRow.person_id)
        & (there.step == NudgeRow.step)
    )
    await session.execute(
        update(NudgeRow)
        .where(NudgeRow.due_day_id == dropped, ~exists().where(is_there))
        .values(due_day_id=kept)
        .execution_options(synchronize_session=False)
    )


async def move_holdings(
    session: AsyncSession, from_id: int, to_id: int, *, on: dt.date
) -> Sequence[int]:
    """Let who holds one office hold another from a day on; return these officers' ids."""
    still = or_(HoldingRow.to_day.is_(None), HoldingRow.to_day >= on)
    rows = list(
        await session.scalars(select(HoldingRow).where(HoldingRow.office_id == from_id, still))
    )
    there = set(
        await session.scalars(
            select(HoldingRow.person_id).where(HoldingRow.office_id == to_id, still)
        )
    )
    for row in rows:
        if row.person_id not in there:
            session.add(HoldingRow(person_id=row.person_id, office_id=to_id, from_day=on,
                                   to_day=row.to_day))  # fmt: skip
        if row.from_day >= on:
            await session.delete(row)
        else:
            row.to_day = on - DAY
    await session.flush()
    return [row.person_id for row in rows]


async def join_holdings(session: AsyncSession, from_id: int, to_id: int) -> None:
    """Make holdings of one office holdings of another, one for each who held both."""
    there = {
        row.person_id: row
        for row in await session.scalars(
            select(HoldingRow).where(HoldingRow.office_id == to_id, HoldingRow.to_day.is_(None))
        )
    }
    for row in await session.scalars(select(HoldingRow).where(HoldingRow.office_id == from_id)):
        kept = there.get(row.person_id)
        if kept is None or row.to_day is not None:
            row.office_id = to_id
            continue
        kept.from_day = min(kept.from_day, row.from_day)
        await session.delete(row)
    await session.flush()
