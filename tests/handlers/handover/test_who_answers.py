"""Who is asked, of which place, in which hours; and nobody to ask."""

import datetime as dt

import pytest

from storage.database import Database
from storage.values import Role
from tests.factories.handover import (
    QUESTION,
    ask_official,
    count_open,
    link_official,
    save_profile,
)
from tests.factories.talk import Chat, build_chat


async def test_nobody_to_ask_is_said_with_the_contact(lan: Chat) -> None:
    await save_profile(lan)
    told = await ask_official(lan)
    assert "chưa có người trả lời ngay" in told
    assert "Địa chỉ: Thôn Bến Đình." in told
    assert "Giờ làm việc: thứ Hai đến thứ Sáu" in told
    assert "Điện thoại: 0298 3000 112." in told
    assert not await count_open(lan)
    async with lan.app.database.read() as work:
        [kept] = await work.faq.list_open()
    assert kept.question == QUESTION
    assert "xin chào" in await lan.says("xin chào")


async def test_officers_are_asked_where_there_is_no_clerk(lan: Chat) -> None:
    officer = await link_official(lan, "binh", "Lê Thị Bình", role=Role.OFFICER)
    await ask_official(lan)
    assert QUESTION in officer.heard()[-1]


async def test_officers_are_left_alone_where_there_is_a_clerk(lan: Chat, clerk: Chat) -> None:
    officer = await link_official(lan, "binh", "Lê Thị Bình", role=Role.OFFICER)
    await ask_official(lan)
    assert QUESTION in clerk.heard()[-1]
    assert len(officer.heard()) == 1


async def test_without_hours_and_phone_nothing_is_invented(lan: Chat, clerk: Chat) -> None:
    told = await ask_official(lan)
    assert "Cán bộ trả lời tại đây trong giờ làm việc.\n" in told
    assert "gọi" not in told


@pytest.mark.parametrize(
    ("moment", "is_closed"),
    [
        ("2026-11-23T09:00", False),
        ("2026-11-23T12:15", True),
        ("2026-11-23T20:00", True),
        ("2026-11-24T09:00", True),  # a day off
        ("2026-11-28T09:00", True),  # Saturday, no hours entered
    ],
)
async def test_outside_the_hours_it_says_so(
    lan: Chat, clerk: Chat, moment: str, is_closed: bool
) -> None:
    await save_profile(lan)
    local = dt.datetime.fromisoformat(f"{moment}+07:00")
    lan.clock.moment = local.astimezone(dt.UTC)
    assert ("Hiện ngoài giờ làm việc" in await ask_official(lan)) is is_closed


async def test_saturday_counts_where_it_is_entered(lan: Chat, clerk: Chat) -> None:
    await save_profile(lan, **{"hours.saturday": "7h30 - 11h"})
    lan.clock.moment = dt.datetime(2026, 11, 28, 3, 0, tzinfo=dt.UTC)
    assert "ngoài giờ" not in await ask_official(lan)


async def test_with_several_places_it_asks_which(sqlite: Database) -> None:
    async with sqlite.write() as work:
        await work.localities.ensure("xã Bến Lụa")
        await work.localities.ensure("phường Lam Hà")
    lan = build_chat(sqlite)
    lam_ha = await link_official(lan, "ha", "Đỗ Hà", place="phường Lam Hà")
    ben_lua = await link_official(lan, "an", "Trần An")
    await lan.says(QUESTION)
    assert "cán bộ của nơi nào" in await lan.says("gặp cán bộ")
    assert lan.buttons == ["xã Bến Lụa", "phường Lam Hà"]
    assert "cán bộ của nơi nào" in await lan.says("xã Không Có")
    assert "phường Lam Hà" in await lan.says("lam ha")
    assert QUESTION in lam_ha.heard()[-1]
    assert len(ben_lua.heard()) == 1


async def test_a_place_that_was_named_is_not_asked_for(sqlite: Database) -> None:
    async with sqlite.write() as work:
        await work.localities.ensure("xã Bến Lụa")
        await work.localities.ensure("phường Lam Hà")
    lan = build_chat(sqlite)
    await link_official(lan, "ha", "Đỗ Hà", place="phường Lam Hà")
    told = await lan.says("cho tôi gặp cán bộ phường Lam Hà hỏi tiền hỗ trợ sau bão")
    assert "Đã chuyển tới cán bộ UBND phường Lam Hà" in told


async def test_without_any_place_nothing_is_passed_on(sqlite: Database) -> None:
    assert "chưa gắn với cơ quan nào" in await build_chat(sqlite).says("gặp cán bộ")


async def test_english_is_answered_in_english(lan: Chat, clerk: Chat) -> None:
    await lan.says("where can I ask about storm support money?")
    told = await lan.says("I would like to talk to a human please")
    assert "Passed to the officials of UBND xã Bến Lụa" in told
    assert "Hỏi đáp số 1, người dân hỏi" in clerk.heard()[-1]


async def test_an_official_is_sent_to_the_clerk(lan: Chat, clerk: Chat) -> None:
    assert "trao đổi trực tiếp với công chức đầu mối" in await clerk.says("gặp cán bộ")
    assert not await count_open(lan)
