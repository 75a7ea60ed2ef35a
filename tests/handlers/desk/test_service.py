"""How the days were served, at the desk; whether everybody may read it is the office's to say."""

import datetime as dt

import pytest

from handlers.desk.service import read_service
from handlers.desk.settings.history import read_trail, undo_change
from handlers.desk.settings.known import PUBLICITY
from handlers.desk.settings.simple import go_by_above, read_publicity, save_publicity
from handlers.errors import HandlerError
from handlers.inherited import find_publicity
from handlers.service.promise import Served
from storage.database import Database
from storage.values import Account, Role
from storage.values.service import ServiceDay
from tests.factories.desk import sit_down
from tests.factories.talk import MONDAY
from tests.factories.town_hall import TODAY, found_hall

DAY = dt.timedelta(days=1)


async def test_thirty_days_of_a_place_are_read(sqlite: Database) -> None:
    async with sqlite.write() as work:
        hall, other = await found_hall(work), await found_hall(work, "xã Khác")
        clerk = await sit_down(work, await hall.seat("Lan", "Văn phòng", Role.CLERK))
        await work.accounts.save(Account("telegram:1", "1", locality_id=hall.place.id), now=MONDAY)
        await work.accounts.save(Account("telegram:2", "2", locality_id=other.place.id), now=MONDAY)
        days = [
            ServiceDay(TODAY, "telegram:1", 3, 2, 5, 9000, 1),
            ServiceDay(TODAY, "telegram:2", 99, 0, 5, 99_000, 9),
            ServiceDay(TODAY, "web", 1, 1, 5, 100, 0),
            ServiceDay(TODAY - 29 * DAY, "web", 1, 1, 5, 200, 0),
            ServiceDay(TODAY - 30 * DAY, "web", 1, 1, 5, 200, 0),
        ]
        await work.service_days.save(days, now=MONDAY)
        view = await read_service(work, clerk, place_name=None, now=MONDAY)
    assert view.days == (
        (TODAY, Served(4, 3, 5, 9.0, 1)),
        (TODAY - 29 * DAY, Served(1, 1, 5, 0.2, 0)),
    )
    assert view.whole == Served(5, 4, 5, 9.0, 1)


async def test_officers_do_not_read_it(sqlite: Database) -> None:
    async with sqlite.write() as work:
        hall = await found_hall(work)
        officer = await sit_down(work, await hall.seat("Lan", "Văn phòng", Role.OFFICER))
        with pytest.raises(HandlerError, match="desk_forbidden"):
            await read_service(work, officer, place_name=None, now=MONDAY)


async def test_publicity_is_off_set_taken_from_above_and_taken_back(sqlite: Database) -> None:
    async with sqlite.write() as work:
        province, hall = await found_hall(work, "tỉnh Lam Hà"), await found_hall(work)
        await work.localities.set_parent(hall.place.id, province.place.id)
        above = await sit_down(work, await province.seat("Minh", "Văn phòng", Role.CLERK))
        clerk = await sit_down(work, await hall.seat("Lan", "Văn phòng", Role.CLERK))
        assert not (await read_publicity(work, clerk)).value
        await save_publicity(work, above, is_shown=True, seen=None, now=MONDAY)
        view = await read_publicity(work, clerk)
        assert (view.value, view.own, view.standing.source) == (True, None, "tỉnh Lam Hà")
        await save_publicity(work, clerk, is_shown=False, seen=None, now=MONDAY)
        assert (await find_publicity(work, hall.place.id)).value is False
        trail = await read_trail(work, clerk, now=MONDAY)
        assert trail.lines[0][0] == "Công khai tốc độ trả lời"
        assert trail.lines[0][1].new == "Không hiện"
        await undo_change(work, clerk, trail.lines[0][1].id, now=MONDAY)
        assert (await read_publicity(work, clerk)).own is None
        await save_publicity(work, clerk, is_shown=False, seen=None, now=MONDAY)
        await go_by_above(work, clerk, PUBLICITY, seen=False, now=MONDAY)
        assert (await read_publicity(work, clerk)).value
