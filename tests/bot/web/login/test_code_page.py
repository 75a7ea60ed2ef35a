"""`/vao` without a browser: a code for one browser, and what becomes of it."""

import re

import httpx
import pytest

from bot.app import App
from bot.web.desk.words import login as words
from bot.web.login import pages
from bot.web.visits import DESK_COOKIE, LOGIN_COOKIE
from handlers.login import limits
from handlers.login.requests import decide, type_code
from storage.cipher import digest_secret
from storage.values import Address, Person, Role
from tests.factories.talk import FixedClock
from tests.factories.town_hall import found_hall

CODE = re.compile(r"VAO-\w{5}-\w{5}")
CHROME = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/109.0.0.0 Safari/537.36"
)
CHAT = Address("web", "Bình")


async def seat(app: App) -> Person:
    async with app.database.write() as work:
        return await (await found_hall(work)).seat("Lê Thị Bình", "Văn phòng", Role.CLERK)


async def show(visitor: httpx.AsyncClient) -> str:
    """Open the page; give its code."""
    page = await visitor.get("/vao", headers={"User-Agent": CHROME})
    assert page.status_code == 200
    return str(CODE.findall(page.text.replace("<wbr>", ""))[0])


async def confirm(app: App, code: str, person: Person, *, is_agreed: bool = True) -> None:
    async with app.database.write() as work:
        now = app.clock.now()
        _, request = await type_code(work, code, person, CHAT, now=now)
        assert request
        assert request.browser == "Chrome trên Windows"
        await decide(work, request.id, person, is_agreed=is_agreed, now=now)


async def look(visitor: httpx.AsyncClient) -> str:
    return str((await visitor.get("/vao/trang-thai")).json()["state"])


async def test_a_browser_is_let_in(visitor: httpx.AsyncClient, app: App) -> None:
    code = await show(visitor)
    assert await show(visitor) == code  # the same browser keeps it
    assert await look(visitor) == "shown"
    await confirm(app, code, await seat(app))
    assert await look(visitor) == "agreed"
    assert words.ENTER in (await visitor.get("/vao")).text
    entered = await visitor.post("/vao", headers={"Origin": "http://motcua.test"})
    assert (entered.status_code, entered.headers["location"]) == (303, "/desk")
    page = await visitor.get("/desk")
    assert page.status_code == 200
    assert "Lê Thị Bình" in page.text
    assert LOGIN_COOKIE not in visitor.cookies


async def test_the_cookies_are_kept_from_scripts_and_other_sites(
    visitor: httpx.AsyncClient, app: App
) -> None:
    shown = await visitor.get("https://motcua.test/vao", headers={"User-Agent": CHROME})
    cookie = shown.headers["set-cookie"]
    assert "HttpOnly; Max-Age=600; Path=/vao; SameSite=lax; Secure" in cookie
    assert visitor.cookies[LOGIN_COOKIE] not in shown.text
    [code] = set(CODE.findall(shown.text.replace("<wbr>", "")))
    await confirm(app, code, await seat(app))
    entered = await visitor.post("https://motcua.test/vao")
    [session] = [c for c in entered.headers.get_list("set-cookie") if c.startswith(DESK_COOKIE)]
    assert "HttpOnly; Max-Age=43200; Path=/desk; SameSite=lax; Secure" in session
    secret = session.split("=")[1].split(".")[0]
    async with app.database.read() as work:
        assert await work.logins.find_session(secret, now=app.clock.now())


async def test_another_browser_is_not_let_in(visitor: httpx.AsyncClient, app: App) -> None:
    code = await show(visitor)
    visitor.cookies.clear()
    other = await show(visitor)
    assert other != code
    await confirm(app, code, await seat(app))
    refused = await visitor.post("/vao")
    assert (refused.status_code, refused.headers["location"]) == (303, "/vao?cho=1")
    assert words.NOT_YET in (await visitor.get("/vao?cho=1")).text
    for forged in ("", "x", digest_secret(code), code):
        visitor.cookies = httpx.Cookies({LOGIN_COOKIE: forged})
        assert (await visitor.post("/vao")).headers["location"] == "/vao?cho=1"
        assert await look(visitor) == "gone"


async def test_what_was_agreed_to_is_used_once(visitor: httpx.AsyncClient, app: App) -> None:
    code = await show(visitor)
    secret = visitor.cookies[LOGIN_COOKIE]
    await confirm(app, code, await seat(app))
    await visitor.post("/vao")
    visitor.cookies = httpx.Cookies({LOGIN_COOKIE: secret})  # replayed
    assert (await visitor.post("/vao")).headers["location"] == "/vao?cho=1"
    assert await look(visitor) == "gone"


async def test_a_refusal_is_said(visitor: httpx.AsyncClient, app: App) -> None:
    code = await show(visitor)
    await confirm(app, code, await seat(app), is_agreed=False)
    assert await look(visitor) == "refused"
    page = await visitor.get("/vao")
    assert words.REFUSED in page.text
    assert not CODE.search(page.text)
    assert (await visitor.post("/vao/ma-moi")).headers["location"] == "/vao"
    assert await show(visitor) != code


async def test_a_code_ends_after_ten_minutes(
    visitor: httpx.AsyncClient, app: App, clock: FixedClock
) -> None:
    code = await show(visitor)
    await confirm(app, code, await seat(app))
    kept = dict(visitor.cookies)
    clock.advance(minutes=10)
    visitor.cookies = httpx.Cookies(kept)
    assert await look(visitor) == "gone"
    assert (await visitor.post("/vao")).headers["location"] == "/vao?cho=1"
    page = await visitor.get("/vao?cho=1")
    assert "Mã trước đã hết hạn" in page.text
    assert code not in page.text.replace("<wbr>", "")


FOREIGN = (
    {"Origin": "http://evil.test"},
    {"Origin": "null"},
    {"Sec-Fetch-Site": "cross-site", "Origin": "http://motcua.test"},
    {"Sec-Fetch-Site": "same-site"},
)


@pytest.mark.parametrize("path", ["/vao", "/vao/ma-moi", "/vao/some-secret"])
async def test_forms_of_other_sites_are_refused(
    visitor: httpx.AsyncClient, app: App, path: str
) -> None:
    code = await show(visitor)
    await confirm(app, code, await seat(app))
    async with app.database.write() as work:
        ends = app.clock.now().replace(hour=23)
        await work.logins.add_link("some-secret", role="operator", expires_at=ends)
    for headers in FOREIGN:
        refused = await visitor.post(path, headers=headers)
        assert refused.status_code == 403
        assert "set-cookie" not in refused.headers
        assert await look(visitor) == "agreed"


async def test_a_network_gets_codes_within_limits(
    visitor: httpx.AsyncClient, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MOST_PAGES", 2)
    for _ in range(2):
        visitor.cookies.clear()
        kept = await show(visitor)
    assert await show(visitor) == kept  # a page that is open already stays
    visitor.cookies.clear()
    refused = await visitor.get("/vao")
    assert refused.status_code == 429
    assert refused.headers["retry-after"] == "3600"
    assert "60 phút" in refused.text


async def test_void_links_are_limited_and_good_ones_are_not(
    visitor: httpx.AsyncClient, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MOST_LINKS_OF_ALL", 2)
    async with app.database.write() as work:
        ends = app.clock.now().replace(hour=23)
        await work.logins.add_link("good", role="operator", expires_at=ends)
    statuses = [(await visitor.post(f"/vao/void-{number}")).status_code for number in range(3)]
    assert statuses == [410, 410, 429]
    assert (await visitor.post("/vao/good")).status_code == 303
    monkeypatch.setattr(limits, "MOST_LINKS", 2)
    assert (await visitor.post("/vao/void")).status_code == 429


async def test_the_page_runs_its_own_script_only(visitor: httpx.AsyncClient) -> None:
    page = await visitor.get("/vao")
    policy = page.headers["content-security-policy"]
    assert "unsafe" not in policy
    assert policy == pages.POLICY
    assert page.headers["referrer-policy"] == "same-origin"
    assert page.text.count("<script") == 1
    assert page.headers["x-robots-tag"] == "noindex, nofollow"
