"""Places with what lies above them and what they say of themselves, on both databases."""

import asyncio

import pytest

from storage.database import Database
from storage.errors import Conflict
from storage.values import Locality

COMMUNE, DISTRICT, PROVINCE = "xã Bến Lụa", "huyện Sông Con", "tỉnh Lam Hà"


async def make(database: Database, *names: str) -> list[Locality]:
    async with database.write() as work:
        return [await work.localities.ensure(name) for name in names]


async def put_under(database: Database, place: Locality, above: Locality | None) -> None:
    async with database.write() as work:
        await work.localities.set_parent(place.id, above.id if above else None)


async def names_above(database: Database, place: Locality) -> list[str]:
    async with database.read() as work:
        return [each.name for each in await work.localities.ancestors(place.id)]


async def test_ancestors_come_nearest_first(database: Database) -> None:
    commune, district, province = await make(database, COMMUNE, DISTRICT, PROVINCE)
    assert await names_above(database, commune) == []
    await put_under(database, commune, district)
    await put_under(database, district, province)
    assert await names_above(database, commune) == [DISTRICT, PROVINCE]
    assert await names_above(database, province) == []
    await put_under(database, commune, province)
    assert await names_above(database, commune) == [PROVINCE]
    await put_under(database, commune, None)
    assert await names_above(database, commune) == []
    assert await names_above(database, Locality(999, "", "", None, {}, 0)) == []


async def test_no_place_lies_above_itself(database: Database) -> None:
    commune, district, province = await make(database, COMMUNE, DISTRICT, PROVINCE)
    await put_under(database, commune, district)
    await put_under(database, district, province)
    for above in (commune, district, province):
        for below in (commune, district):
            with pytest.raises(Conflict, match="parent_cycle"):
                await put_under(database, above, below)
            if above is below:
                break
    assert await names_above(database, commune) == [DISTRICT, PROVINCE]


async def test_two_at_once_make_no_circle(database: Database) -> None:
    one, two = await make(database, "xã Một", "xã Hai")
    results = await asyncio.gather(
        put_under(database, one, two), put_under(database, two, one), return_exceptions=True
    )
    assert sum(isinstance(result, Conflict) for result in results) == 1
    above = [*await names_above(database, one), *await names_above(database, two)]
    assert len(above) == 1


async def test_a_new_superior_changes_what_can_be_answered(database: Database) -> None:
    commune, province = await make(database, COMMUNE, PROVINCE)
    await put_under(database, commune, province)
    async with database.read() as work:
        found = await work.localities.find(COMMUNE)
    assert found
    assert found.parent_id == province.id
    assert found.index_revision == commune.index_revision + 1


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("xã Kỳ Tân", "xã"),
        ("Phường 2", "phường"),
        ("đặc khu Cô Tô", "đặc khu"),
        ("thành phố Huế", "thành phố"),
        ("thị xã Phước Long", "thị xã"),
        ("tỉnh Lam Hà", "tỉnh"),
    ],
)
async def test_levels(sqlite: Database, name: str, level: str) -> None:
    [place] = await make(sqlite, name)
    assert place.level == level


async def test_a_profile_is_changed_line_by_line(database: Database) -> None:
    [place] = await make(database, COMMUNE)
    async with database.write() as work:
        await work.localities.change_profile(place.id, {"office.phone": "1", "office.fax": "2"})
    async with database.write() as work:
        whole = await work.localities.change_profile(place.id, {"office.fax": "", "a": "b"})
    assert whole == {"office.phone": "1", "a": "b"}
    async with database.read() as work:
        found = await work.localities.find(COMMUNE)
    assert found
    assert found.profile == whole


async def test_two_who_change_it_at_once_both_do(database: Database) -> None:
    [place] = await make(database, COMMUNE)

    async def change(key: str) -> None:
        async with database.write() as work:
            await work.localities.change_profile(place.id, {key: "x"})

    await asyncio.gather(*(change(f"line{n}") for n in range(8)))
    async with database.read() as work:
        found = await work.localities.find(COMMUNE)
    assert found
    assert len(found.profile) == 8
