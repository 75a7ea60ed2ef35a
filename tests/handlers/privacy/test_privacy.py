"""A person's own data: shown to its owner alone, put right, erased; what must stay is named."""

import datetime as dt
from collections.abc import Callable, Coroutine
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from handlers.cases.changes import Facts
from handlers.cases.duties import look_after
from handlers.privacy.requests import remind_clerks
from knowledge.cases.states import CaseKind, CaseState
from knowledge.cases.steps import Action
from storage.cipher import Cipher
from storage.database import Database
from storage.errors import CannotOpen
from storage.models import Base
from storage.values import Address, Case, NewCase, NewFile, RequestKind
from tests.factories.cases import Town, found_town, open_case, to_answer, walk
from tests.factories.talk import LAN, MONDAY, Chat, build_chat

DAY = dt.timedelta(days=1)
YEAR = 365 * DAY
PHONE = "0912 345 678"
WORDS = (PHONE, "0912345678", "Nguyễn Văn Bình", "Đèn đường", "đầu thôn 3", "cống thoát nước")
Open = Callable[..., Coroutine[Any, Any, tuple[Town, Case, Chat]]]


@pytest.fixture
def opened(sqlite: Database) -> Open:
    """Give a maker of a town with one case that has gone some steps."""

    async def make(*steps: tuple[str, Action, Facts], answer: bool = False) -> Any:
        async with sqlite.write() as work:
            town = await found_town(work)
            case = await open_case(work, town.place_id)
            case = await walk(work, town, case, *(to_answer(town) if answer else ()), *steps)
        chat = build_chat(sqlite)
        await chat.app.drain()
        return town, case, chat

    return make


async def read_all(database: Database, keys: list[str]) -> str:
    """Read every value of every row, opened with the key where it is sealed."""
    cipher = Cipher(keys)
    texts: list[str] = []
    async with database._engine.connect() as connection:
        for table in Base.metadata.sorted_tables:
            for row in await connection.execute(table.select()):
                texts += [_read(value, cipher) for value in row if value is not None]
    return "\n".join(texts)


def _read(value: object, cipher: Cipher) -> str:
    if not isinstance(value, bytes):
        return str(value)
    try:
        return cipher.open(value).decode("utf-8", "replace")
    except CannotOpen:
        return ""


async def test_a_person_is_shown_what_is_kept_and_until_when(opened: Open) -> None:
    _, case, chat = await opened(answer=True)
    said = await chat.says("dữ liệu của tôi")
    assert f"Phản ánh {case.code} gửi ngày 23/11/2026 (Đã trả lời), lưu đến 23/11/2031" in said
    assert "Nguyễn Văn Bình, 0912 345 678, Thôn 3" in said
    assert "mỗi tin được xóa sau 30 ngày" in said


async def test_nobody_else_is_shown_it(opened: Open) -> None:
    _, case, chat = await opened()
    for user in ("hoa", "thu", "dia"):
        said = await chat.other(user).says("dữ liệu của tôi")
        assert case.code not in said
        assert PHONE not in said


async def test_an_open_case_is_kept_with_the_reason_and_the_rest_goes(
    opened: Open, sqlite: Database, keys: list[str]
) -> None:
    _, case, chat = await opened()
    await chat.says("cảm ơn")
    asked = await chat.says("xoa het thong tin cua toi di")
    assert "2 ngày làm việc" in asked
    assert "20 ngày" in asked
    assert f"{case.code} đang xử lý nên" in asked
    assert chat.buttons == ["đồng ý xóa dữ liệu"]
    said = await chat.says("đồng ý xóa dữ liệu")
    assert "trả lời chậm nhất thứ Năm 26/11/2026" in said  # 24/11 is a day off
    assert "chậm nhất Chủ nhật 13/12/2026" in said
    assert f"{case.code} đang xử lý nên" in said
    left = await read_all(sqlite, keys)
    assert "cảm ơn" not in left
    assert PHONE in left
    async with sqlite.read() as work:
        assert len(await work.thread.recent(LAN)) == 2  # this request and its answer


@pytest.mark.parametrize("end", [("lan", Action.WITHDRAW, Facts())])
async def test_after_erasure_nothing_of_the_person_is_left(
    opened: Open, sqlite: Database, keys: list[str], end: tuple[str, Action, Facts]
) -> None:
    more = ("lan", Action.ADD, Facts(content="Cạnh cống thoát nước"))
    _, case, chat = await opened(more, end)
    async with sqlite.write() as work:
        name = chat.app.files.add(b"a photo")
        file = await work.files.add(LAN, NewFile(name, "image/jpeg", 7, "đèn"), now=MONDAY)
        await work.files.attach([file], owner=LAN, case_id=case.id)
    before = await read_all(sqlite, keys)
    assert [word for word in WORDS if word not in before] == ["0912345678"]
    said = await chat.says("đồng ý xóa dữ liệu")
    assert said.startswith("Đã xóa dữ liệu của Ông/Bà trên hệ thống này.")
    left = await read_all(sqlite, keys)
    assert [word for word in WORDS if word in left] == []
    assert chat.app.files.read(name) is None
    async with sqlite.read() as work:
        erased = await work.cases.find(case.code)
        assert erased
        assert erased.is_erased
        assert (erased.state, erased.kind) == (CaseState.WITHDRAWN, CaseKind.SCENE)
        assert erased.received_at == MONDAY
        assert not await work.cases.find_by_phone(PHONE, case.locality_id)
        requests = await work.data_requests.of_owner(LAN)
    assert [(r.kind, bool(r.done_at)) for r in requests] == [(RequestKind.ERASE, True)]
    assert case.code not in await chat.says("phản ánh của tôi")


async def test_the_file_itself_holds_no_word(
    opened: Open, sqlite: Database, sqlite_url: str
) -> None:
    _, _, chat = await opened(("lan", Action.WITHDRAW, Facts()))
    await chat.says("đồng ý xóa dữ liệu")
    await sqlite.close()
    held = Path(sqlite_url.removeprefix("sqlite:///")).read_bytes()
    assert not [word for word in WORDS if word.encode() in held]


async def forget(chat: Chat) -> None:
    await chat.app.duties.do()


async def test_a_kept_case_is_erased_when_its_years_are_over(
    opened: Open, sqlite: Database, keys: list[str]
) -> None:
    _, case, chat = await opened(answer=True)
    for years, is_left in ((4, True), (6, False)):
        chat.clock.moment = MONDAY + years * YEAR
        await forget(chat)
        left = await read_all(sqlite, keys)
        assert (PHONE in left) is is_left
        assert ("Đèn đường" in left) is is_left
    assert case.code in left


async def test_what_waited_is_erased_when_the_case_is_withdrawn(
    opened: Open, sqlite: Database, keys: list[str]
) -> None:
    town, case, chat = await opened()
    await chat.says("đồng ý xóa dữ liệu")
    async with sqlite.write() as work:
        held = await work.cases.hold(case.code)
        assert held
        await walk(work, town, held, ("lan", Action.WITHDRAW, Facts()))
    chat.clock.advance(days=1)
    await chat.says("đang hỏi dở một việc khác")
    await chat.app.tick()
    await chat.app.drain()
    assert "Đã xóa dữ liệu" in chat.heard()[-1]
    left = await read_all(sqlite, keys)
    assert PHONE not in left
    assert "đang hỏi dở" in left  # said after the request


async def test_a_lapsed_case_is_erased_after_thirty_days(sqlite: Database, keys: list[str]) -> None:
    async with sqlite.write() as work:
        town = await found_town(work)
        await open_case(work, town.place_id, state=CaseState.NEEDS_INFO)
    chat = build_chat(sqlite)
    for days, is_left in ((8, True), (37, True), (45, False)):
        chat.clock.moment = MONDAY + days * DAY + dt.timedelta(hours=1)
        async with sqlite.write() as work:
            await look_after(work, chat.app.desk, now=chat.clock.now())
        await forget(chat)
        assert (PHONE in await read_all(sqlite, keys)) is is_left


async def test_a_phone_is_put_right_in_all_own_cases(opened: Open, sqlite: Database) -> None:
    _, case, chat = await opened()
    async with sqlite.write() as work:
        other = replace(_new(case), code="PA261123-000000", sender=Address("web", "hoa"))
        await work.cases.open(other)
    assert "chưa đúng" in await chat.says("sửa số điện thoại của tôi thành 12345")
    said = await chat.says("sửa số điện thoại của tôi thành 0987 654 321")
    assert said.startswith(f"Đã sửa số điện thoại của Ông/Bà trong {case.code}.")
    async with sqlite.read() as work:
        found = await work.cases.find(case.code)
        untouched = await work.cases.find(other.code)
        assert found
        assert untouched
        assert await work.cases.find_by_phone("0987654321", case.locality_id)
    assert found.contact == replace(case.contact, phone="0987654321")
    assert untouched.contact == case.contact


def _new(case: Case) -> NewCase:
    return NewCase(
        case.code, case.locality_id, case.kind, case.sender, case.content, case.received_at,
        case.due_on, contact=case.contact,
    )  # fmt: skip


async def test_consents_are_taken_back_at_once(opened: Open, sqlite: Database) -> None:
    _, case, chat = await opened()
    assert "không có gì để rút" in await chat.says("rút đồng ý")
    async with sqlite.write() as work:
        await work.cases.open(replace(_new(case), code="PA261123-000001", may_publish_name=True))
    assert "Đã rút các đồng ý" in await chat.says("rút đồng ý")
    async with sqlite.read() as work:
        found = await work.cases.find("PA261123-000001")
    assert found
    assert not found.may_publish_name


async def test_the_clerk_sees_requests_and_closes_them(opened: Open, sqlite: Database) -> None:
    _, case, chat = await opened()
    clerk, officer, stranger = map(chat.other, ("thu", "dia", "hoa"))
    for _ in range(2):
        await chat.says("xin bản sao dữ liệu của tôi")
    assert len(clerk.heard()) == 1
    assert "Yêu cầu 1: Cung cấp bản sao dữ liệu" in clerk.heard()[-1]
    listed = await clerk.says("yêu cầu dữ liệu")
    assert case.code in listed
    assert "trả lời chậm nhất thứ Năm 26/11/2026" in listed
    for other in (officer, stranger):
        assert "Yêu cầu 1" not in await other.says("yêu cầu dữ liệu")
        await other.says("xong yêu cầu 1")
    async with sqlite.read() as work:
        assert len(await work.data_requests.list_open()) == 1
    assert "Đã ghi yêu cầu 1 hoàn thành" in await clerk.says("xong yêu cầu 1")
    assert "đã được cơ quan giải quyết xong" in chat.heard()[-1]
    assert "Không có yêu cầu số 1" in await clerk.says("xong yêu cầu 1")


async def test_another_place_s_clerk_knows_of_nothing(opened: Open, sqlite: Database) -> None:
    _, _, chat = await opened()
    async with sqlite.write() as work:
        there = await found_town(work, "xã Đồi Sim")
    clerk = chat.other(next(name for name in there.people if name.startswith("thu")))
    await chat.says("xin bản sao dữ liệu của tôi")
    assert not clerk.heard()
    assert "Không có yêu cầu nào" in await clerk.says("yêu cầu dữ liệu")
    assert "Không có yêu cầu số 1" in await clerk.says("xong yêu cầu 1")


async def test_the_clerk_is_reminded_before_the_last_day(opened: Open) -> None:
    _, _, chat = await opened()
    clerk = chat.other("thu")
    await chat.says("xin bản sao dữ liệu của tôi")
    heard = []
    for n in range(1, 5):
        chat.clock.moment = MONDAY + n * DAY
        async with chat.app.database.write() as work:
            told = await remind_clerks(work, chat.app.calendar, now=chat.clock.now())
        heard.append([reply.to == clerk.address for reply in told])
    assert heard == [
        [],
        [],
        [True],
        [True],
    ]  # the 26th, the last day to answer, and each working day after
