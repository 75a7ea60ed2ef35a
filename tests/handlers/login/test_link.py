"""One-time links that officers ask for in chat; what citizens say falls through."""

import datetime as dt
import re

import pytest

from handlers.login.links import make_link, write_login
from handlers.login.sessions import enter_by_link
from handlers.login.skill import MOST_LINKS
from handlers.texts import say
from storage.database import Database
from tests.factories.handover import link_official
from tests.factories.talk import MONDAY, Chat, build_chat
from tests.handlers.conftest import PLACE

LINK = re.compile(r"https://benlua\.example/vao/(\S+)")
WISHES = ("đăng nhập", "Dang nhap", "bàn làm việc", "vào bàn làm việc", "log in")


@pytest.fixture
async def reached(sqlite: Database) -> Chat:
    """A chat of an installation that is reached from outside."""
    async with sqlite.write() as work:
        await work.localities.ensure(PLACE)
    return build_chat(sqlite, public_url="https://benlua.example/")


async def enter(chat: Chat, secret: str) -> str | None:
    async with chat.app.database.write() as work:
        return await enter_by_link(work, secret, browser="Edge", now=chat.clock.now())


@pytest.mark.parametrize("words", WISHES)
async def test_an_officer_gets_a_link_that_works_once(reached: Chat, words: str) -> None:
    officer = await link_official(reached, "binh", "Lê Thị Bình")
    said = await officer.says(words)
    assert "09:10" in said
    [secret] = LINK.findall(said)
    assert await enter(officer, secret)
    assert await enter(officer, secret) is None


async def test_a_link_ends_after_ten_minutes(reached: Chat) -> None:
    officer = await link_official(reached, "binh", "Lê Thị Bình")
    [secret] = LINK.findall(await officer.says("đăng nhập"))
    officer.clock.advance(minutes=10)
    assert await enter(officer, secret) is None


async def test_links_are_not_given_without_end(reached: Chat) -> None:
    officer = await link_official(reached, "binh", "Lê Thị Bình")
    heard = [await officer.says("đăng nhập") for _ in range(MOST_LINKS + 1)]
    assert heard[-1] == say("login_links_limited")
    assert all(LINK.search(each) for each in heard[:-1])


async def test_without_an_address_from_outside_the_code_is_explained(chat: Chat) -> None:
    officer = await link_official(chat, "binh", "Lê Thị Bình")
    said = await officer.says("đăng nhập")
    assert "http://127.0.0.1:8080/vao" in said
    assert "hiện một mã" in said


@pytest.mark.parametrize(
    "words",
    [
        "đăng nhập",
        "bàn làm việc",
        "đăng nhập cổng dịch vụ công thế nào",
        "đúng là tôi",
        "không phải tôi",
        "đúng là tôi 1",
    ],
)
async def test_citizens_hear_nothing_of_the_desk(chat: Chat, words: str) -> None:
    said = await chat.says(words)
    assert "/vao" not in said
    assert "Bàn làm việc" not in said
    assert "xác nhận" not in said


async def test_an_officers_question_about_logging_in_elsewhere_is_a_question(chat: Chat) -> None:
    officer = await link_official(chat, "binh", "Lê Thị Bình")
    assert "/vao" not in await officer.says("đăng nhập cổng dịch vụ công thế nào")


async def test_whose_link_it_is_and_for_how_long(sqlite: Database) -> None:
    async with sqlite.write() as work:
        secret = await make_link(work, None, now=MONDAY)
        later = MONDAY + dt.timedelta(minutes=59)
        entered = await enter_by_link(work, secret, browser="Edge", now=later)
        assert entered
        session = await work.logins.find_session(entered, now=later)
        assert session
        assert (session.role, session.person_id, session.browser) == ("operator", None, "Edge")
        [noted] = await work.changes.of("login", locality_id=None)
        assert (noted.action, noted.person) == ("login_opened", None)
    assert write_login("https://a.example/", "x") == "https://a.example/vao/x"
    assert write_login("https://a.example") == "https://a.example/vao"
