"""What goes of a person's data, on both databases."""

import datetime as dt

from handlers.cases.changes import Facts
from handlers.messages import Reply, dump_reply
from knowledge.cases.steps import Action
from storage.database import Database
from storage.values import Address, OutboxKind, RequestKind
from tests.factories.cases import found_town, open_case, walk
from tests.factories.talk import LAN, MONDAY

DAY = dt.timedelta(days=1)
TODAY = MONDAY.date()


async def test_an_erased_case_keeps_its_figures_only(database: Database) -> None:
    async with database.write() as work:
        town = await found_town(work)
        case = await open_case(work, town.place_id)
        other = await open_case(work, town.place_id, number=2, sender=Address("web", "hoa"))
        await walk(work, town, case, ("lan", Action.WITHDRAW, Facts(text="thôi")))
        await work.erasing.erase_case(case.id, now=MONDAY + DAY)
        erased, kept = await work.cases.find(case.code), await work.cases.find(other.code)
        assert erased
        assert kept
        assert erased.is_erased
        left = (erased.content, erased.where, erased.contact.phone, erased.sender.user)
        assert left == ("", "", "", "")
        assert {event.note for event in erased.events} == {""}
        assert kept.content == other.content
        assert [
            each.id for each in await work.cases.find_by_phone("0912345678", town.place_id)
        ] == [other.id]


async def test_a_conversation_is_forgotten_up_to_a_moment(database: Database) -> None:
    hoa = Address("web", "hoa")
    async with database.write() as work:
        place = await work.localities.ensure("xã Bến Lụa")
        for n, address in enumerate((LAN, hoa)):
            await work.inbox.add(address, f"m{n}", "{}", now=MONDAY)
        for message in await work.inbox.claim(now=MONDAY, lease=DAY, limit=9):
            await work.inbox.finish(message, now=MONDAY)
        for now in (MONDAY, MONDAY + DAY):
            body = dump_reply(Reply("chào"))
            sent = await work.outbox.add(LAN, body, kind=OutboxKind.REPLY, now=now, lease=DAY)
            await work.outbox.delivered(sent, now=now)
        handover = await work.handovers.open(
            LAN, "hỏi", locality_id=place.id, language="vi", now=MONDAY
        )
        await work.erasing.forget_conversation(LAN, MONDAY)
        assert await work.erasing.count_handovers(LAN) == 1  # it goes on
        await work.handovers.close(handover.id, now=MONDAY)
        await work.erasing.forget_conversation(LAN, MONDAY)
        assert await work.erasing.count_handovers(LAN) == 0
        assert await work.thread.count(LAN) == 1
        assert await work.thread.count(hoa) == 1


async def test_requests_are_open_until_done(database: Database) -> None:
    async with database.write() as work:
        place = await work.localities.ensure("xã Bến Lụa")
        number = await work.data_requests.add(
            LAN,
            RequestKind.ERASE,
            locality_id=place.id,
            now=MONDAY,
            answer_by=TODAY + 2 * DAY,
            due_on=TODAY + 20 * DAY,
            note="PA261123-100007",
        )
        found = await work.data_requests.find(number)
        assert found
        assert (found.owner, found.note, found.done_at) == (LAN, "PA261123-100007", None)
        assert await work.data_requests.list_open(place.id) == [found]
        await work.data_requests.finish(number, now=MONDAY + DAY)
        await work.data_requests.finish(number, now=MONDAY + 2 * DAY)
        assert not await work.data_requests.list_open()
        done = (await work.data_requests.of_owner(LAN))[0]
        assert (done.answered_at, done.done_at) == (MONDAY + DAY, MONDAY + DAY)


async def test_what_is_kept_for_later_is_not_seen_yet(database: Database) -> None:
    async with database.write() as work:
        town = await found_town(work)
        case = await open_case(work, town.place_id)
        night = MONDAY + dt.timedelta(hours=12)
        await walk(work, town, case, ("thu", Action.ACCEPT, Facts()), now=night)
        assert not await work.case_notices.list_shown(LAN, now=night)
        await work.case_notices.record_seen(LAN, now=night)
        assert len(await work.case_notices.list_untold(LAN)) == 1
        await work.case_notices.record_seen(LAN, now=night + DAY / 2)
        assert not await work.case_notices.list_untold(LAN)
