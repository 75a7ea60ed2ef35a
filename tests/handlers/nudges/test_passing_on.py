"""Who passes on what is meant for somebody without chat."""

import pytest

from handlers.nudges.passing_on import find_passers
from storage.database import Database
from storage.values import Role
from tests.factories.town_hall import ECONOMY, found_hall


@pytest.mark.parametrize(
    ("head", "clerk", "named"),
    [
        (True, True, ["Phạm Văn Cường"]),
        (False, True, ["Lê Thị Bình"]),
        (None, True, ["Lê Thị Bình"]),
        (False, False, []),
    ],
    ids=["head", "head-without-chat", "no-head", "nobody"],
)
async def test_the_head_else_the_clerk(
    sqlite: Database, head: bool | None, clerk: bool, named: list[str]
) -> None:
    async with sqlite.write() as work:
        hall = await found_hall(work)
        an = await hall.seat("Trần Văn An", ECONOMY, has_chat=False)
        await hall.seat("Lê Thị Bình", "Văn phòng", Role.CLERK, has_chat=clerk)
        if head is not None:
            await hall.seat("Phạm Văn Cường", ECONOMY, Role.HEAD, has_chat=head)
        passers = find_passers(await hall.directory(), an, an.office_ids[0])
    assert [person.name for person in passers] == named


async def test_nobody_passes_on_to_themselves(sqlite: Database) -> None:
    async with sqlite.write() as work:
        hall = await found_hall(work)
        clerk = await hall.seat("Lê Thị Bình", ECONOMY, Role.CLERK)
        assert not find_passers(await hall.directory(), clerk, clerk.office_ids[0])
