"""The invitation's page: seen as often as one likes, used by one press of its button."""

import httpx
import pytest

from bot.app import App
from bot.web import words
from bot.web.visits import CHAT_COOKIE
from handlers.messages import Message
from handlers.people import NewInvitation, invite
from storage.cipher import digest_secret
from storage.values import Address, Person


async def make_link(app: App) -> str:
    new = NewInvitation("xã Bến Lụa", "Phòng Kinh tế", "Trần Văn An", makes_office=True)
    return f"/moi/{await invite(app.database, new, now=app.clock.now())}"


async def find_officers(app: App) -> list[Person]:
    await app.drain()
    async with app.database.read() as work:
        return list(await work.people.list_all(on=app.clock.now().date()))


async def test_looking_uses_nothing_up(visitor: httpx.AsyncClient, app: App) -> None:
    link = await make_link(app)
    for _ in range(2):
        page = await visitor.get(link)
        assert page.status_code == 200
        assert words.JOIN_BUTTON in page.text
        assert "no-store" in page.headers["cache-control"]
        assert not page.cookies
    assert await find_officers(app) == []


async def test_the_button_links_this_browsers_chat(visitor: httpx.AsyncClient, app: App) -> None:
    link = await make_link(app)
    pressed = await visitor.post(link, headers={"Origin": "http://motcua.test"})
    assert (pressed.status_code, pressed.headers["location"]) == (303, "/")
    [officer] = await find_officers(app)
    here = digest_secret(pressed.cookies[CHAT_COOKIE])
    assert [address.user for address in officer.addresses] == [here]
    again = await visitor.post(link, headers={"Sec-Fetch-Site": "same-origin"})
    assert again.status_code == 303  # the chat says that the code is used
    assert len(await find_officers(app)) == 1


async def test_a_browser_known_keeps_its_chat(visitor: httpx.AsyncClient, app: App) -> None:
    await visitor.post(await make_link(app))
    secret = visitor.cookies[CHAT_COOKIE]
    await visitor.post(await make_link(app))
    assert visitor.cookies[CHAT_COOKIE] == secret
    address = Address("web", digest_secret(secret))
    await app.intake.receive(Message(address, "1", "chào", app.clock.now()))
    assert len(await find_officers(app)) == 1


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site", "Origin": "null"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
    ],
)
async def test_another_sites_form_links_nobody(
    visitor: httpx.AsyncClient, app: App, headers: dict[str, str]
) -> None:
    pressed = await visitor.post(await make_link(app), headers=headers)
    assert pressed.status_code == 404
    assert not pressed.cookies
    assert await find_officers(app) == []


async def test_a_flood_of_wrong_codes_leaves_no_sessions(
    visitor: httpx.AsyncClient, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handlers.people.joining.MOST_OF_ALL", 1)
    assert (await visitor.post("/moi/MOI-2345678-9ABCDEF")).status_code == 303
    await app.drain()
    visitor.cookies.clear()
    pressed = await visitor.post("/moi/MOI-2345678-9ABCDEF")
    assert pressed.status_code == 429
    assert not pressed.cookies
    assert (await visitor.post(await make_link(app))).status_code == 303


@pytest.mark.parametrize("path", ["/moi/khong-co", "/moi/MOI-1", "/moi"])
async def test_an_address_without_a_code(visitor: httpx.AsyncClient, path: str) -> None:
    for answer in (await visitor.get(path), await visitor.post(path)):
        assert answer.status_code == 404
