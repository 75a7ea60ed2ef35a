"""A code typed in chat: one code, one officer, one browser, and one clear sentence for the rest."""

import logging

import pytest

from handlers.login.limits import MOST_CODES, MOST_CODES_OF_ALL
from handlers.login.requests import Shown, ask_to_be_let_in, find_shown
from handlers.login.sessions import enter_by_request
from handlers.people.leaving import leave
from handlers.texts import say
from knowledge.login_codes import derive_code
from storage.values import Role, Session
from tests.factories.handover import link_official, replies_to
from tests.factories.talk import Chat

BROWSER, NETWORK = "Chrome trên Windows", "web 10.0.0.8"


@pytest.fixture
async def officer(chat: Chat) -> Chat:
    return await link_official(chat, "binh", "Lê Thị Bình")


async def show_code(chat: Chat, network: str = NETWORK) -> Shown:
    async with chat.app.database.write() as work:
        return await ask_to_be_let_in(work, BROWSER, network, now=chat.clock.now())


async def enter(chat: Chat, shown: Shown) -> Session | None:
    now = chat.clock.now()
    async with chat.app.database.write() as work:
        secret = await enter_by_request(work, shown.secret, now=now)
        return await work.logins.find_session(secret, now=now) if secret else None


async def test_an_officer_agrees_and_this_browser_is_let_in(officer: Chat) -> None:
    shown, other = await show_code(officer), await show_code(officer)
    asked = await officer.says(shown.code.lower())
    assert "Chrome trên Windows, lúc 09:00 ngày 23/11/2026" in asked
    assert "Anh/Chị có đang đăng nhập không?" in asked
    labels = [button.label for button in replies_to(officer)[-1].buttons]
    assert labels == ["Đúng là tôi", "Không phải tôi"]
    assert await enter(officer, shown) is None  # nobody has agreed
    agree = officer.buttons[0]
    assert "trang trên Chrome trên Windows sẽ tự vào" in await officer.says(agree)
    assert await enter(officer, other) is None
    session = await enter(officer, shown)
    assert session
    assert (session.role, session.browser) == ("officer", BROWSER)
    assert (session.expires_at - session.created_at).total_seconds() == 12 * 3600
    assert await enter(officer, shown) is None  # used up
    assert say("login_nothing_to_decide") in await officer.says(agree)


@pytest.mark.parametrize("words", ["Đúng là tôi", "dung la toi"])
async def test_words_do_as_well_as_buttons(officer: Chat, words: str) -> None:
    shown = await show_code(officer)
    await officer.says(shown.code)
    await officer.says(words)
    assert await enter(officer, shown)


async def test_words_without_a_request_or_with_two_decide_nothing(officer: Chat) -> None:
    assert "Đã xác nhận" not in await officer.says("đúng là tôi")
    shown = [await show_code(officer) for _ in range(2)]
    for each in shown:
        await officer.says(each.code)
    assert "Đã xác nhận" not in await officer.says("đúng là tôi")
    assert [await enter(officer, each) for each in shown] == [None, None]


async def test_refusing_keeps_the_browser_out(officer: Chat) -> None:
    shown = await show_code(officer)
    await officer.says(shown.code)
    agree, refuse = officer.buttons
    assert "không vào được" in await officer.says(refuse)
    assert say("login_nothing_to_decide") in await officer.says(agree)
    assert await enter(officer, shown) is None
    assert say("login_code_refused") in await officer.says(shown.code)
    async with officer.app.database.read() as work:
        [place] = await work.localities.list_all()
        [noted] = await work.changes.of("login", locality_id=place.id)
    assert (noted.action, noted.person) == ("login_refused", "Lê Thị Bình")


async def test_typed_twice_asks_again(officer: Chat) -> None:
    shown = await show_code(officer)
    await officer.says(shown.code)
    first = officer.buttons
    assert say("login_code_again") in await officer.says(shown.code)
    assert officer.buttons == first


async def test_another_officer_cannot_take_a_code_or_decide(officer: Chat) -> None:
    shown = await show_code(officer)
    await officer.says(shown.code)
    agree = officer.buttons[0]
    other = await link_official(officer, "an", "Trần Văn An")
    assert say("login_code_others") in await other.says(shown.code)
    assert say("login_nothing_to_decide") in await other.says(agree)
    assert await enter(officer, shown) is None


async def test_a_citizen_is_told_who_may(chat: Chat) -> None:
    shown = await show_code(chat)
    said = await chat.says(shown.code)  # random symbols may pass for a cry for help, too
    assert said.endswith(say("login_code_citizen"))
    async with chat.app.database.read() as work:
        found = await find_shown(work, shown.secret, now=chat.clock.now())
    assert found == shown


async def test_expired_used_and_mistyped(officer: Chat) -> None:
    used = await show_code(officer)
    await officer.says(used.code)
    await officer.says(officer.buttons[0])
    assert say("login_code_used") in await officer.says(used.code)
    late, typed_late = await show_code(officer), await show_code(officer)
    await officer.says(typed_late.code)
    agree = officer.buttons[0]
    officer.clock.advance(minutes=10)
    assert say("login_code_expired") in await officer.says(late.code)
    assert say("login_nothing_to_decide") in await officer.says(agree)
    assert await enter(officer, used) is None
    symbol = "7" if late.code[-1] != "7" else "8"
    assert say("login_code_mistyped") in await officer.says(late.code[:-1] + symbol)


async def test_guessing_is_stopped_but_a_right_code_is_taken_elsewhere(officer: Chat) -> None:
    shown = await show_code(officer)
    guesses = [derive_code(f"guess {number}") for number in range(MOST_CODES + 1)]
    heard = [await officer.says(guess) for guess in guesses]
    assert heard[:-1] == [say("login_code_unknown")] * MOST_CODES
    assert heard[-1] == say("login_code_limited")
    assert await officer.says(shown.code) == say("login_code_limited")
    officer.clock.advance(hours=1)
    assert "Anh/Chị có đang đăng nhập" in await officer.says((await show_code(officer)).code)


async def test_a_flood_of_guesses_keeps_no_officer_out(officer: Chat) -> None:
    async with officer.app.database.write() as work:
        for _ in range(MOST_CODES_OF_ALL):
            await work.tries.count("login codes", now=officer.clock.now())
    assert await officer.says(derive_code("a guess")) == say("login_code_limited")
    shown = await show_code(officer)
    assert "Anh/Chị có đang đăng nhập" in await officer.says(shown.code)


async def test_who_leaves_takes_sessions_links_and_requests_along(officer: Chat) -> None:
    shown, waiting = await show_code(officer), await show_code(officer)
    await officer.says(shown.code)
    await officer.says(officer.buttons[0])
    session = await enter(officer, shown)
    await officer.says(waiting.code)
    await officer.says(officer.buttons[0])
    now = officer.clock.now()
    async with officer.app.database.write() as work:
        person = await work.people.find(officer.address, on=now.date())
        assert person
        assert session
        await work.logins.add_link(
            "l", role="officer", expires_at=shown.request.expires_at, person_id=person.id
        )
        await leave(work, person.id, now=now)
        assert await work.logins.list_sessions(("officer",), now=now) == []
        assert await work.logins.consume_link("l", now=now) is None
    assert await enter(officer, waiting) is None


async def test_what_is_logged_tells_no_secret(
    officer: Chat, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    shown = await show_code(officer)
    await officer.says(shown.code)
    await officer.says(officer.buttons[0])
    await enter(officer, shown)
    assert "login_opened: person 1" in caplog.text
    for private in (shown.code, shown.secret, "Lê Thị Bình"):
        assert private not in caplog.text


async def test_a_role_of_clerk_is_not_needed(chat: Chat) -> None:
    officer = await link_official(chat, "an", "Trần Văn An", role=Role.OFFICER)
    shown = await show_code(officer)
    await officer.says(shown.code)
    await officer.says(officer.buttons[0])
    assert await enter(officer, shown)
