"""Templates of answers, on both databases."""

import pytest

from storage.database import Database
from storage.errors import Conflict


async def test_templates_are_kept_by_place_and_name(database: Database) -> None:
    async with database.write() as work:
        here = await work.localities.ensure("xã Bến Lụa")
        there = await work.localities.ensure("xã Khác")
        second = await work.answer_templates.add(here.id, "Đèn", "Đã sửa đèn.")
        first = await work.answer_templates.add(here.id, "Cống", "Đã thông cống.")
        await work.answer_templates.add(there.id, "Đèn", "Nơi khác.")
        assert await work.answer_templates.of_localities([here.id]) == [first, second]
        assert await work.answer_templates.find(first.id) == first


async def test_a_name_stands_once_in_a_place(database: Database) -> None:
    async with database.write() as work:
        here = await work.localities.ensure("xã Bến Lụa")
        first = await work.answer_templates.add(here.id, "Đèn", "Một.")
        await work.answer_templates.add(here.id, "Cống", "Hai.")
        with pytest.raises(Conflict, match="template_exists"):
            await work.answer_templates.add(here.id, "Đèn", "Ba.")
        with pytest.raises(Conflict, match="template_exists"):
            await work.answer_templates.change(first.id, name="Cống", body="Một.", version=1)
        await work.answer_templates.change(first.id, name="Đèn", body="Một rưỡi.", version=1)


async def test_an_old_version_is_not_written_over_a_new_one(database: Database) -> None:
    async with database.write() as work:
        here = await work.localities.ensure("xã Bến Lụa")
        kept = await work.answer_templates.add(here.id, "Đèn", "Một.")
        await work.answer_templates.change(kept.id, name="Đèn", body="Hai.", version=1)
        with pytest.raises(Conflict, match="template_changed"):
            await work.answer_templates.change(kept.id, name="Đèn", body="Ba.", version=1)
        found = await work.answer_templates.find(kept.id)
        assert found
        assert (found.body, found.version) == ("Hai.", 2)
        assert not await work.answer_templates.remove(kept.id, version=1)
        assert await work.answer_templates.remove(kept.id, version=2)
        assert not await work.answer_templates.remove(kept.id, version=2)
        with pytest.raises(Conflict, match="template_changed"):
            await work.answer_templates.change(kept.id, name="Đèn", body="Tư.", version=2)
