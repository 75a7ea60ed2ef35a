"""What places set of their own, and what those below take from them; on both databases."""

import datetime as dt

from knowledge.cases.states import CaseKind, TermKind
from knowledge.cases.terms import TermRule
from storage.database import Database
from storage.own_settings import APPROVER, find_approver, find_nearest
from storage.values import Address, OwnSettings

NOW = dt.datetime(2026, 11, 23, 1, tzinfo=dt.UTC)


async def test_what_is_not_set_is_taken_from_the_nearest_above(database: Database) -> None:
    async with database.write() as work:
        top, middle, low = [
            await work.localities.ensure(name)
            for name in ("tỉnh Lam Hà", "huyện Bến Cũ", "xã Bến Lụa")
        ]
        await work.localities.set_parent(middle.id, top.id)
        await work.localities.set_parent(low.id, middle.id)
        await work.localities.save_options(top.id, {APPROVER: "head"})
        await work.localities.save_ladder(top.id, {"usual": [5]})
    async with database.read() as work:
        found = await work.localities.list_own_settings()
        assert find_approver(low.id, found) == "head"
        assert find_nearest(low.id, found, lambda place: place.ladder) == ({"usual": [5]}, top.id)
    async with database.write() as work:
        await work.localities.save_options(middle.id, {APPROVER: "clerk"})
        await work.localities.save_ladder(top.id, None)
    async with database.read() as work:
        found = await work.localities.list_own_settings()
        assert [find_approver(each.id, found) for each in (top, middle, low)] == [
            "head", "clerk", "clerk"
        ]  # fmt: skip
        assert find_nearest(low.id, found, lambda place: place.ladder) is None


def test_places_in_a_circle_end() -> None:
    places = {1: OwnSettings(1, 2, None, {}), 2: OwnSettings(2, 1, None, {})}
    assert find_approver(1, places) == ""


async def test_terms_of_some_places_and_forgetting_one(database: Database) -> None:
    async with database.write() as work:
        one, other = [await work.localities.ensure(name) for name in ("xã A", "xã B")]
        rule = TermRule(CaseKind.SCENE, TermKind.HANDLING, 7, "QĐ 1")
        await work.case_terms.set_rule(one.id, rule, by="desk", now=NOW)
        assert await work.case_terms.rules_of([one.id, other.id]) == {one.id: [rule], other.id: []}
        remove = work.case_terms.remove_rule
        assert not await remove(other.id, CaseKind.SCENE, TermKind.HANDLING)
        assert await remove(one.id, CaseKind.SCENE, TermKind.HANDLING)
        assert await work.case_terms.rules(one.id) == []


async def test_when_a_channel_has_last_brought_something(database: Database) -> None:
    async with database.write() as work:
        for number in range(2):
            at = NOW + dt.timedelta(minutes=number)
            await work.inbox.add(Address("telegram:1", "an"), str(number), "{}", now=at)
        found = await work.inbox.find_last(["telegram:1", "zalo_oa:1"])
    assert found == {"telegram:1": NOW + dt.timedelta(minutes=1)}


async def test_kinds_of_subjects_in_the_trail(database: Database) -> None:
    async with database.write() as work:
        place = await work.localities.ensure("xã A")
        for subject in ("office 1", "offices", "invitations", "plan 2 row 3"):
            await work.changes.add("x", subject, locality_id=place.id, person_id=None, now=NOW)
        kinds = ("office", "invitations")
        found = await work.changes.of_place(place.id, kinds=kinds)
    assert [each.subject for each in found] == ["invitations", "office 1"]
