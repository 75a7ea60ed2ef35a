"""The inbox of feedback: what each visitor sees, counts and finds of it, and nothing else."""

import datetime as dt
from dataclasses import replace

import pytest

from handlers.cases.changes import Facts
from handlers.desk.cases import listing as case_list
from handlers.desk.cases.listing import CaseListing, list_cases, list_offices, warm_up
from handlers.desk.cases.search import CaseIndex, find_sought_phone
from handlers.desk.cases.wish import CaseWish, Due, Tab
from handlers.desk.visitor import Visitor
from handlers.errors import HandlerError
from knowledge.calendar import load_calendar
from knowledge.cases.states import CaseKind, CaseState
from knowledge.cases.steps import Action
from storage.database import Database
from storage.values import Address, Case, CaseOrder, Contact, Notice, Role
from storage.work import Work
from tests.factories.cases import (
    CONTACT,
    JUSTICE,
    LAND,
    Town,
    found_town,
    open_case,
    to_answer,
    walk,
)
from tests.factories.desk import sit_down
from tests.factories.talk import MONDAY

ALL = CaseWish(tab=Tab.ALL)
HOA = Contact("Trần Thị Hoa", "0987 654 321", "Thôn 5")
LATER = MONDAY + dt.timedelta(days=30)


async def ask(
    work: Work,
    town: Town,
    who: str | None,
    wish: CaseWish = ALL,
    *,
    index: CaseIndex | None = None,
    now: dt.datetime = MONDAY,
) -> CaseListing:
    visitor = await sit_down(work, town.people[who] if who else None)
    return await list_cases(
        work, visitor, wish, index=index or CaseIndex(), desk=town.desk, now=now,
        calendar=load_calendar(),
    )  # fmt: skip


async def look(work: Work, town: Town, who: str | None, wish: CaseWish = ALL) -> list[str]:
    return [line.code for line in (await ask(work, town, who, wish)).lines]


async def find(work: Work, town: Town, who: str | None, text: str) -> int:
    return (await ask(work, town, who, replace(ALL, search=text))).total


async def given(work: Work, town: Town, office: str, number: int, **more: object) -> Case:
    """Open a case and hand it to an office."""
    case = await open_case(work, town.place_id, number=number, **more)  # type: ignore[arg-type]
    facts = Facts(office_id=town.offices[office], office=office)
    steps = ("thu", Action.ACCEPT, Facts()), ("thu", Action.ASSIGN, facts)
    return await walk(work, town, case, *steps)


async def test_each_sees_the_cases_of_their_offices(sqlite: Database) -> None:
    async with sqlite.write() as work:
        town = await found_town(work)
        land = await given(work, town, LAND, 1)
        justice = await given(work, town, JUSTICE, 2)
        new = await open_case(work, town.place_id, number=3)
        assert set(await look(work, town, "thu")) == {land.code, justice.code, new.code}
        assert set(await look(work, town, "chutich")) == {land.code, justice.code, new.code}
        assert await look(work, town, "dia") == [land.code]
        assert await look(work, town, "truong") == [land.code]
        assert await look(work, town, "tuphap") == [justice.code]
        counts = dict((await ask(work, town, "dia")).counts)
        assert counts == {Tab.MINE: 1, Tab.OPEN: 1, Tab.ANSWERED: 0}


async def test_another_place_never_shows(sqlite: Database) -> None:
    async with sqlite.write() as work:
        town, other = await found_town(work), await found_town(work, "xã Đồng Quê")
        mine = await given(work, town, LAND, 1)
        theirs = await open_case(work, other.place_id, number=2, content="Rác ở bến đò")
        assert await look(work, town, "thu") == [mine.code]
        assert await find(work, town, "thu", "rác bến đò") == 0
        assert await find(work, town, "thu", theirs.code) == 0
        assert await look(work, town, "thu", replace(ALL, office_id=other.offices[LAND])) == []


async def test_who_is_complained_of_learns_nothing_of_it(sqlite: Database) -> None:
    async with sqlite.write() as work:
        town = await found_town(work)
        text = "Cán bộ Người dia hẹn trả kết quả ba lần"
        case = await open_case(
            work, town.place_id, kind=CaseKind.CONDUCT, content=text,
            complained_office_id=town.offices[LAND],
        )  # fmt: skip
        listing = await ask(work, town, "dia")
        assert (listing.total, dict(listing.counts)[Tab.OPEN]) == (0, 0)
        for search in (case.code, "hẹn trả kết quả", CONTACT.phone):
            found = await ask(work, town, "truong", CaseWish(search=search))
            assert (found.total, found.elsewhere, found.lines) == (0, 0, ())
        assert await look(work, town, "thu") == [case.code]


async def test_a_leader_named_by_a_complaint_learns_nothing_of_it(sqlite: Database) -> None:
    async with sqlite.write() as work:
        town = await found_town(work)
        await open_case(
            work, town.place_id, kind=CaseKind.CONDUCT,
            content="Người chutich trả lời dân rất thiếu lịch sự",
        )  # fmt: skip
        listing = await ask(work, town, "chutich", replace(ALL, search="lịch sự"))
        assert (listing.total, dict(listing.counts)) == (
            0,
            {Tab.MINE: 0, Tab.OPEN: 0, Tab.ANSWERED: 0},
        )
        assert await find(work, town, "thu", "lịch sự") == 1


async def test_petitions_are_for_the_clerk_alone(sqlite: Database) -> None:
    async with sqlite.write() as work:
        town = await found_town(work)
        case = await open_case(work, town.place_id, kind=CaseKind.PETITION)
        assert await look(work, town, "thu") == [case.code]
        assert (await ask(work, town, "chutich")).counts == (
            (Tab.MINE, 0), (Tab.OPEN, 0), (Tab.ANSWERED, 0),
        )  # fmt: skip


async def test_the_operator_sees_no_words_and_opens_nothing(sqlite: Database) -> None:
    async with sqlite.write() as work:
        town = await found_town(work)
        case = await given(work, town, LAND, 1)
        [line] = (await ask(work, town, None)).lines
        assert (line.gist, line.place, line.may_open, line.duty) == ("", "", False, "")
        assert await find(work, town, None, case.code.lower()) == 1
        for text in ("đèn đường", CONTACT.phone, CONTACT.name, "!!!"):
            assert await find(work, town, None, text) == 0
        assert (await ask(work, town, None, CaseWish())).wish.tab is Tab.OPEN


WORDS = (
    ("đèn đường", True),
    ("den duong", True),
    ("DEN ĐƯỜNG thôn", True),
    ("đường đè", True),
    ("đen đường", False),  # another word
    ("hỏng thang", True),
    ("đầu thôn 3", True),
    ("đầu thôn 5", False),
    ("nguyễn văn bình", True),
    ("nguyen van binh", True),
    ("0912345678", True),
    ("+84 912 345 678", True),
    ("0912345679", False),
    ("rác", False),
    ("?!", False),
    ("x" * 5000, False),
)


async def test_words_are_found_with_marks_or_without(sqlite: Database) -> None:
    async with sqlite.write() as work:
        town = await found_town(work)
        await open_case(work, town.place_id)
        for text, is_found in WORDS:
            assert await find(work, town, "thu", text) == is_found, text


async def test_words_typed_without_marks_by_the_citizen_are_found_with_them(
    sqlite: Database,
) -> None:
    async with sqlite.write() as work:
        town = await found_town(work)
        await open_case(work, town.place_id, content="den duong dau thon 3 hong")
        assert await find(work, town, "thu", "đèn đường hỏng") == 1


async def test_code_and_answer_are_found(sqlite: Database) -> None:
    async with sqlite.write() as work:
        town = await found_town(work)
        case = await walk(work, town, await open_case(work, town.place_id), *to_answer(town))
        for text in (case.code, case.code.lower(), case.code[-6:], "thay bóng đèn", "45/UBND"):
            assert await find(work, town, "thu", text) == 1, text


@pytest.mark.parametrize(
    ("text", "phone"),
    [
        ("0912 345 678", "0912345678"),
        (" +84 (912) 345.678 ", "0912345678"),
        ("PA261014-2D400N", ""),  # its digits are those of a phone
        ("PA261014-PS4000", ""),
        ("số 0912345678", ""),
        ("", ""),
    ],
)
def test_a_code_is_no_phone(text: str, phone: str) -> None:
    assert find_sought_phone(text) == phone


async def test_a_hidden_sender_is_found_by_the_clerk_alone(sqlite: Database) -> None:
    content = "Tôi là Trần Thị Hoa, số 0987654321, xin báo cống tắc"
    async with sqlite.write() as work:
        town = await found_town(work)
        case = await given(
            work, town, LAND, 1, content=content, contact=HOA, hides_name=True, where="nhà bà Hoa"
        )
        for text in ("trần thị hoa", "tran thi hoa", "0987654321", "0987"):
            assert await find(work, town, "thu", text) == 1, text
            for who in ("chutich", "truong", "dia"):
                assert await find(work, town, who, text) == 0, (who, text)
        assert await find(work, town, "dia", "cống tắc") == 1
        [line] = (await ask(work, town, "dia")).lines
        assert line.code == case.code
        assert "Hoa" not in line.gist + line.place
        assert "0987" not in line.gist


async def test_the_tab_of_what_waits_shows_duties_in_the_order_of_chat(sqlite: Database) -> None:
    async with sqlite.write() as work:
        town = await found_town(work)
        answered = await walk(work, town, await open_case(work, town.place_id), *to_answer(town))
        late = await open_case(work, town.place_id, number=2, now=MONDAY - dt.timedelta(days=9))
        new = await open_case(work, town.place_id, number=3)
        await given(work, town, LAND, 4)
        listing = await ask(work, town, "thu", CaseWish())
        assert [line.code for line in listing.lines] == [late.code, new.code, answered.code]
        assert [line.duty for line in listing.lines] == [
            "chờ tiếp nhận", "chờ tiếp nhận", "chờ xem xét công khai",
        ]  # fmt: skip
        assert listing.counts == ((Tab.MINE, 3), (Tab.OPEN, 3), (Tab.ANSWERED, 1))


async def test_a_request_for_more_time_waits_for_the_leader(sqlite: Database) -> None:
    async with sqlite.write() as work:
        town = await found_town(work)
        case = await given(work, town, LAND, 1)
        asked = Facts(text="thiếu vật tư", day=LATER.date())
        await walk(work, town, case, ("dia", Action.ASK_EXTENSION, asked))
        [line] = (await ask(work, town, "chutich", CaseWish())).lines
        assert line.duty == "xin gia hạn"


async def test_filters_narrow_the_list_down(sqlite: Database) -> None:
    async with sqlite.write() as work:
        town = await found_town(work)
        old = await open_case(work, town.place_id, number=1, now=MONDAY - dt.timedelta(days=20))
        new = await open_case(work, town.place_id, number=2, hides_name=True)
        land = await given(work, town, LAND, 3, kind=CaseKind.RULE)
        asked = await open_case(work, town.place_id, number=4, state=CaseState.NEEDS_INFO)
        done = await walk(
            work, town, await open_case(work, town.place_id, number=5), *to_answer(town)
        )
        await _fail_to_tell(work, new)
        expected: dict[CaseWish, list[Case]] = {
            CaseWish(tab=Tab.OPEN): [old, new, land, asked],
            CaseWish(tab=Tab.ANSWERED): [done],
            CaseWish(tab=Tab.OVER): [],
            replace(ALL, state=CaseState.RECEIVED): [old, new],
            replace(ALL, office_id=town.offices[LAND]): [land, done],
            replace(ALL, office_id=0): [old, new, asked],
            replace(ALL, kind=CaseKind.RULE): [land],
            replace(ALL, due=Due.OVER): [old],
            replace(ALL, due=Due.SOON): [new],
            replace(ALL, due=Due.IN_TIME): [land],
            replace(ALL, received_until=dt.date(2026, 11, 3)): [old],
            replace(ALL, received_from=dt.date(2026, 11, 23)): [new, land, asked, done],
            replace(ALL, received_from=dt.date(2026, 11, 24)): [],
            replace(ALL, hides_name=True): [new],
            replace(ALL, must_call=True): [new],
            replace(ALL, is_unpublished=True): [old, new, land, asked, done],
            CaseWish(tab=Tab.OPEN, state=CaseState.ANSWERED): [],
        }
        for wish, cases in expected.items():
            found = await look(work, town, "thu", wish)
            assert sorted(found) == sorted(case.code for case in cases), wish


async def _fail_to_tell(work: Work, case: Case) -> None:
    subject = await work.case_notices.add(case.id, Notice.RECEIPT, "Đã nhận", now=MONDAY)
    await work.case_notices.record_subject(subject, "failed", now=MONDAY)


async def test_lines_say_how_a_case_stands(sqlite: Database) -> None:
    async with sqlite.write() as work:
        town = await found_town(work)
        case = await open_case(work, town.place_id, hides_name=True)
        await _fail_to_tell(work, case)
        [line] = (await ask(work, town, "thu")).lines
        assert line.state == "chờ tiếp nhận"
        assert line.due == "hạn thứ Năm 26/11/2026 (còn 2 ngày làm việc)"
        assert (line.due_stage, line.received_on) == (Due.SOON, "23/11/2026")
        assert line.gist.startswith("Đèn đường đầu thôn 3 hỏng")
        assert line.hides_name
        assert line.must_call
        assert line.may_open


async def test_pages_and_orders(sqlite: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(case_list, "A_PAGE", 2)
    async with sqlite.write() as work:
        town = await found_town(work)
        codes = [
            (await open_case(work, town.place_id, number=n, now=MONDAY - dt.timedelta(days=n))).code
            for n in range(1, 6)
        ]
        oldest = replace(ALL, order=CaseOrder.OLDEST)
        assert await look(work, town, "thu", oldest) == codes[::-1][:2]
        newest = replace(ALL, order=CaseOrder.NEWEST, page=3)
        last = await ask(work, town, "thu", newest)
        assert [line.code for line in last.lines] == codes[4:]
        assert (last.total, last.page, last.pages) == (5, 3, 3)
        assert (await ask(work, town, "thu", replace(newest, page=99))).page == 3


async def test_what_is_found_elsewhere_is_counted(sqlite: Database) -> None:
    async with sqlite.write() as work:
        town = await found_town(work)
        await walk(work, town, await open_case(work, town.place_id), *to_answer(town))
        listing = await ask(work, town, "dia", CaseWish(search="đèn đường"))
        assert (listing.total, listing.elsewhere) == (0, 1)


async def test_what_has_changed_is_found_by_its_new_words(sqlite: Database) -> None:
    index = CaseIndex()
    async with sqlite.write() as work:
        town = await found_town(work)
        case = await open_case(work, town.place_id)
        wish = replace(ALL, search="bóng đèn")
        assert (await ask(work, town, "thu", wish, index=index)).total == 0
        await walk(work, town, case, *to_answer(town))
        assert (await ask(work, town, "thu", wish, index=index)).total == 1


async def test_what_is_erased_is_let_go_whatever_is_listed(sqlite: Database) -> None:
    index = CaseIndex()
    async with sqlite.write() as work:
        town = await found_town(work)
        case = await open_case(work, town.place_id)
        await ask(work, town, "thu", index=index)
        assert index.size == 1
        await work.erasing.erase_case(case.id, now=MONDAY)
        after = MONDAY + dt.timedelta(seconds=1)
        await ask(work, town, "thu", CaseWish(tab=Tab.OVER), index=index, now=after)
        assert not any(kept.case.content for kept in index._kept.values())
        found = await ask(work, town, "thu", replace(ALL, search="đèn"), index=index, now=after)
        assert found.total == 0


async def test_little_is_kept_and_all_is_still_found(sqlite: Database) -> None:
    index = CaseIndex(most=1)
    async with sqlite.write() as work:
        town = await found_town(work)
        for number in range(3):
            await open_case(work, town.place_id, number=number)
        for _ in range(2):
            assert (
                await ask(work, town, "thu", replace(ALL, search="đèn"), index=index)
            ).total == 3
            assert index.size == 1


async def test_what_is_searched_can_be_opened_ahead(sqlite: Database) -> None:
    index = CaseIndex()
    async with sqlite.write() as work:
        town = await found_town(work)
        await given(work, town, LAND, 1)
        await given(work, town, JUSTICE, 2)
        kept = {"index": index, "desk": town.desk, "now": MONDAY, "calendar": load_calendar()}
        kept["pause"] = 0
        visitor = await sit_down(work, town.people["dia"])
        await warm_up(work, visitor, **kept)  # type: ignore[arg-type]
        assert index.size == 1
    index.forget()
    assert index.size == 0


async def test_offices_to_ask_for_are_those_whose_cases_one_sees(sqlite: Database) -> None:
    async with sqlite.write() as work:
        town = await found_town(work)
        clerk = await sit_down(work, town.people["thu"])
        officer = await sit_down(work, town.people["dia"])
        assert len(await list_offices(work, clerk, now=MONDAY)) == len(town.offices)
        assert await list_offices(work, officer, now=MONDAY) == [(town.offices[LAND], LAND)]


async def test_somebody_without_a_role_for_it_is_refused(sqlite: Database) -> None:
    async with sqlite.write() as work:
        town = await found_town(work)
        visitor = await sit_down(work, town.people["dia"])
        stranger = Visitor(visitor.person, Role.OFFICER, visitor.place, visitor.session)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("handlers.desk.visitor._POWERS", {Role.OFFICER: frozenset()})
            with pytest.raises(HandlerError, match="desk_forbidden"):
                await list_cases(
                    work, stranger, ALL, index=CaseIndex(), desk=town.desk, now=MONDAY,
                    calendar=load_calendar(),
                )  # fmt: skip


async def test_an_officer_never_sees_their_own_complaint_as_an_official(sqlite: Database) -> None:
    async with sqlite.write() as work:
        town = await found_town(work)
        await given(work, town, LAND, 1, sender=Address("web", "dia"))
        assert await look(work, town, "dia") == []
        assert len(await look(work, town, "truong")) == 1
