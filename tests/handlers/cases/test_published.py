"""Published results: what is found, what is told, and that nothing else is."""

import datetime as dt

import pytest

from handlers.cases.changes import Facts
from handlers.cases.published import Wanted, count_days_late, find_results, list_facts, say_state
from knowledge.cases.states import Solved
from knowledge.cases.steps import Action
from storage.database import Database
from storage.values import Address, Case, PublicCase
from storage.work import Work
from tests.factories.cases import CONTACT, LAND, Town, found_town, open_case, to_answer, walk
from tests.factories.talk import MONDAY

DAY = dt.timedelta(days=1)
PUBLIC = "Đèn đường [địa chỉ] hỏng"
ANSWER = "Đã xử lý xong."


async def publish(
    work: Work,
    town: Town,
    *,
    number: int = 1,
    content: str = PUBLIC,
    sent: dt.datetime = MONDAY,
    answered: dt.datetime | None = None,
) -> Case:
    """Take a case from receipt to publication, by default on one day."""
    answered = answered or sent
    case = await open_case(work, town.place_id, number=number, now=sent)
    *before, answer = to_answer(town)
    case = await walk(work, town, case, *before, now=sent)
    case = await walk(work, town, case, answer, now=answered)
    facts = Facts(public_content=content, public_answer=ANSWER)
    return await walk(work, town, case, ("thu", Action.PUBLISH, facts), now=answered)


def tell(case: PublicCase, language: str = "vi") -> dict[str, str]:
    return {fact.name: fact.value for fact in list_facts(case, language)}


async def test_what_is_told_of_a_result(database: Database) -> None:
    async with database.write() as work:
        town = await found_town(work)
        case = await publish(work, town, answered=MONDAY + DAY)
    async with database.read() as work:
        found = await work.publications.find(case.code)
        [listed] = (await find_results(work, [town.place_id], Wanted())).cases
    assert found == listed
    assert (found.content, found.answer, found.due_on) == (PUBLIC, ANSWER, case.due_on)
    assert tell(found) == {
        "code": case.code,
        "kind": "Hiện trường",
        "sent": "23/11/2026",
        "due": "15/12/2026",
        "answered": "24/11/2026, đúng hạn",
        "state": "Đã trả lời",
        "unit": LAND,
        "document": "Số 45/UBND ngày 23/11/2026, người ký: Chủ tịch Trần Thị Mai",
    }
    assert tell(found, "en")["document"].startswith("No. 45/UBND of 23 November 2026")
    assert CONTACT.name not in repr(found)


@pytest.mark.parametrize(
    ("days", "late", "said"), [(22, 0, "đúng hạn"), (23, 1, "trễ 1 ngày"), (30, 8, "trễ 8 ngày")]
)
async def test_an_answer_is_late_from_the_day_after_its_last(
    sqlite: Database, days: int, late: int, said: str
) -> None:
    async with sqlite.write() as work:
        case = await publish(work, await found_town(work), answered=MONDAY + days * DAY)
        found = await work.publications.find(case.code)
    assert found
    assert count_days_late(found) == late
    assert tell(found)["answered"].endswith(said)


async def test_only_what_is_published_is_found(sqlite: Database) -> None:
    async with sqlite.write() as work:
        town = await found_town(work)
        await walk(work, town, await open_case(work, town.place_id, number=2), *to_answer(town))
        case = await publish(work, town)
        assert (await find_results(work, None, Wanted())).count == 1
        await walk(work, town, case, ("thu", Action.UNPUBLISH, Facts()))
        assert await work.publications.find(case.code) is None
        assert (await find_results(work, None, Wanted())).cases == []


async def test_another_answer_on_its_way_is_not_mixed_with_the_published_one(
    sqlite: Database,
) -> None:
    async with sqlite.write() as work:
        town = await found_town(work)
        case = await publish(work, town)
        case = await walk(work, town, case, ("lan", Action.REOPEN, Facts(solved=Solved.NO)))
        reopened = await work.publications.find(case.code)
        later = Facts(number="99/UBND", day=MONDAY.date(), signer="Phó Chủ tịch Lê Văn Sơn")
        case = await walk(
            work,
            town,
            case,
            ("dia", Action.START, Facts()),
            ("dia", Action.DRAFT, Facts(text="Lần hai")),
            ("chutich", Action.APPROVE, later),
        )
        approved = await work.publications.find(case.code)
        await walk(work, town, case, ("thu", Action.ANSWER, Facts()), now=MONDAY + DAY)
        answered = await work.publications.find(case.code)
    for found in (reopened, approved, answered):
        assert found
        assert tell(found)["document"] == "Số 45/UBND ngày 23/11/2026"
        assert tell(found)["answered"] == "23/11/2026, đúng hạn"
    assert reopened
    assert answered
    assert say_state(reopened, "vi") == "Đang xử lý lại"
    assert tell(reopened)["solved"] == "Chưa giải quyết"
    assert answered.solved is None  # nobody has said anything of the new answer yet


async def test_a_senders_verdict_and_a_name_that_was_agreed_to(sqlite: Database) -> None:
    async with sqlite.write() as work:
        town = await found_town(work)
        case = await publish(work, town)
        rated = Facts(solved=Solved.PARTLY)
        named = Facts(public_content=PUBLIC, public_answer=ANSWER, public_sender="Bà Lan")
        await walk(work, town, case, ("lan", Action.RATE, rated), ("thu", Action.PUBLISH, named))
        found = await work.publications.find(case.code)
    assert found
    assert tell(found) | {"solved": "Giải quyết một phần", "sender": "Bà Lan"} == tell(found)


FOUND = {
    "": 3,
    "  ": 3,
    "_": 3,
    "(.*": 3,
    "đèn": 1,
    "den duong": 1,
    "ĐƯỜNG ĐÈN": 1,
    "cong ranh": 1,
    "RÃNH": 1,
    "xử lý": 3,  # of the answers
    "uong": 0,  # inside a word
    "bia": 0,
    "den ranh": 0,
    "100%": 1,
}


async def test_words_are_searched_without_marks(sqlite: Database) -> None:
    texts = ("Đèn đường hỏng", "Rãnh trước cổng tắc", "Bãi rác cháy 100% cả tuần")
    async with sqlite.write() as work:
        town = await found_town(work)
        cases = [await publish(work, town, number=n, content=t) for n, t in enumerate(texts, 1)]
        by_code = await find_results(work, None, Wanted(words=cases[1].code.lower()))
        counts = {
            words: (await find_results(work, None, Wanted(words=words))).count for words in FOUND
        }
    assert counts == FOUND
    assert [case.code for case in by_code.cases] == [cases[1].code]


async def test_units_months_and_places(sqlite: Database) -> None:
    last_of_october = dt.datetime(2026, 10, 31, 16, 59, tzinfo=dt.UTC)  # 23:59 in Viet Nam
    async with sqlite.write() as work:
        town = await found_town(work)
        await publish(work, town, number=1, sent=last_of_october, answered=MONDAY)
        first_of_november = last_of_october + dt.timedelta(minutes=2)
        await publish(work, town, number=2, sent=first_of_november, answered=MONDAY)
        other = await work.localities.ensure("xã Kỳ Tân")
        here = await find_results(work, [town.place_id], Wanted())
        october = await find_results(work, None, Wanted(month="2026-10"))
        land = await find_results(work, None, Wanted(office_id=town.offices[LAND]))
        nobody = await find_results(work, None, Wanted(office_id=999))
        there = await find_results(work, [other.id], Wanted())
    assert here.months == ["2026-11", "2026-10"]
    assert here.offices == [(town.offices[LAND], LAND)]
    assert [r.count for r in (here, october, land, nobody, there)] == [2, 1, 2, 0, 0]


async def test_pages_hold_twenty_and_the_latest_come_first(
    sqlite: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handlers.cases.published.PAGE", 2)
    async with sqlite.write() as work:
        town = await found_town(work)
        codes = [(await publish(work, town, number=n)).code for n in range(1, 6)]
        pages = [await find_results(work, None, Wanted(page=page)) for page in (1, 3, 99)]
    assert [[case.code for case in page.cases] for page in pages] == [
        [codes[4], codes[3]],
        [codes[0]],
        [codes[0]],
    ]
    assert [(page.page, page.pages) for page in pages] == [(1, 3), (3, 3), (3, 3)]


async def test_what_is_sealed_is_not_opened(
    sqlite: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sqlite.write() as work:
        await publish(work, await found_town(work))
    for way in ("decrypt", "open"):
        monkeypatch.setattr(f"storage.cipher.Cipher.{way}", lambda *_args: 1 / 0)
    async with sqlite.read() as work:
        assert (await find_results(work, None, Wanted(words="den"))).count == 1
        assert await work.cases.of_sender(Address("web", "nobody")) == []
