"""The plain routes: headers, the one-time link, sessions, health, pages that do not exist."""

import datetime as dt

import httpx
import pytest

from bot.app import App
from bot.web import words
from bot.web.desk.words import login as login_words
from bot.web.visits import CHAT_COOKIE, DESK_COOKIE
from storage.cipher import digest_secret
from tests.factories.talk import FixedClock

LINK = "a-link-of-many-random-letters"
HOUR = dt.timedelta(hours=1)


async def add_link(app: App, *, role: str = "operator") -> None:
    async with app.database.write() as work:
        await work.logins.add_link(LINK, role=role, expires_at=app.clock.now() + HOUR)


@pytest.mark.parametrize("path", ["/", "/healthz", "/vao", f"/vao/{LINK}", "/desk", "/nope"])
async def test_every_page_is_guarded(visitor: httpx.AsyncClient, path: str) -> None:
    headers = (await visitor.get(path)).headers
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    is_private = path.startswith(("/vao", "/desk"))  # whose forms must say where they come from
    assert headers["referrer-policy"] == ("same-origin" if is_private else "no-referrer")
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert "strict-transport-security" not in headers


async def test_https_is_kept_to(visitor: httpx.AsyncClient) -> None:
    headers = (await visitor.get("https://motcua.test/healthz")).headers
    assert headers["strict-transport-security"] == "max-age=31536000"


@pytest.mark.parametrize("path", ["/vao", f"/vao/{LINK}", "/desk"])
async def test_private_pages_are_not_kept(visitor: httpx.AsyncClient, path: str) -> None:
    assert (await visitor.get(path)).headers["cache-control"] == "no-store"


async def test_policy_names_the_sockets_of_this_host_only(visitor: httpx.AsyncClient) -> None:
    policy = (await visitor.get("/")).headers["content-security-policy"]
    assert "connect-src 'self' ws://motcua.test wss://motcua.test;" in policy
    forged = await visitor.get("/", headers={"Host": "x; script-src *"})
    assert "connect-src 'self';" in forged.headers["content-security-policy"]


async def test_health(visitor: httpx.AsyncClient) -> None:
    answer = await visitor.get("/healthz")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})


async def test_health_without_a_database(
    visitor: httpx.AsyncClient, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(app.database), "read", lambda _self: 1 / 0)
    assert (await visitor.get("/healthz")).status_code == 200  # the process itself is alive
    broken = await visitor.get("/")
    assert broken.status_code == 500
    assert words.BROKEN in broken.text
    assert "ZeroDivision" not in broken.text


@pytest.mark.parametrize("path", ["/readyz", "/metrics"])
async def test_strangers_do_not_learn_how_we_stand(visitor: httpx.AsyncClient, path: str) -> None:
    answer = await visitor.get(path, headers={"X-Forwarded-For": "203.0.113.7"})
    assert answer.status_code == 404
    assert words.NOT_FOUND in answer.text


async def test_unknown_page(visitor: httpx.AsyncClient) -> None:
    answer = await visitor.get("/khong-co")
    assert answer.status_code == 404
    assert words.NOT_FOUND in answer.text


async def test_link_is_used_by_the_button_only_and_once(
    visitor: httpx.AsyncClient, app: App
) -> None:
    await add_link(app)
    for _ in range(3):  # previews
        seen = await visitor.get(f"/vao/{LINK}")
        assert login_words.LINK_BUTTON in seen.text
        assert "set-cookie" not in seen.headers
    entered = await visitor.post(f"/vao/{LINK}")
    assert (entered.status_code, entered.headers["location"]) == (303, "/desk")
    cookie = entered.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert (await visitor.get("/desk")).status_code == 200
    again = await visitor.post(f"/vao/{LINK}")
    assert again.status_code == 410
    assert login_words.LINK_VOID in again.text
    assert "set-cookie" not in again.headers


async def test_expired_link(visitor: httpx.AsyncClient, app: App, clock: FixedClock) -> None:
    await add_link(app)
    clock.advance(hours=1)
    assert (await visitor.post(f"/vao/{LINK}")).status_code == 410


async def test_desk_needs_an_operators_session(visitor: httpx.AsyncClient, app: App) -> None:
    async with app.database.write() as work:
        now = app.clock.now()
        await work.logins.open_session("citizen's", role="citizen", now=now, expires_at=now + HOUR)
    for secret in (None, "forged", "citizen's"):
        visitor.cookies = httpx.Cookies({DESK_COOKIE: secret} if secret else {})
        answer = await visitor.get("/desk")
        assert (answer.status_code, answer.headers["location"]) == (303, "/vao")
    assert "VAO-" in (await visitor.get("/vao")).text


async def test_desk_session_ends(visitor: httpx.AsyncClient, app: App, clock: FixedClock) -> None:
    await add_link(app)
    await visitor.post(f"/vao/{LINK}")
    clock.advance(hours=12)
    assert (await visitor.get("/desk")).status_code == 303


async def test_another_roles_link_opens_no_desk(visitor: httpx.AsyncClient, app: App) -> None:
    await add_link(app, role="clerk")
    await visitor.post(f"/vao/{LINK}")
    assert (await visitor.get("/desk")).status_code == 303


async def test_chat_cookie(visitor: httpx.AsyncClient, app: App) -> None:
    answer = await visitor.get("/")
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith(f"{CHAT_COOKIE}=")
    assert "HttpOnly; Max-Age=15552000; Path=/; SameSite=lax" in cookie
    assert "Secure" not in cookie
    assert len(visitor.cookies[CHAT_COOKIE]) == 43  # 256 bits
    assert visitor.cookies[CHAT_COOKIE] not in answer.text
    async with app.database.read() as work:  # a crawler leaves no row
        secret, now = visitor.cookies[CHAT_COOKIE], app.clock.now()
        assert await work.logins.find_session(secret, now=now) is None


async def test_chat_cookie_is_secure_where_the_page_is(visitor: httpx.AsyncClient) -> None:
    answer = await visitor.get("https://motcua.test/")
    assert "Secure" in answer.headers["set-cookie"]


async def test_forged_session_is_replaced_and_a_real_one_kept(
    visitor: httpx.AsyncClient, app: App
) -> None:
    visitor.cookies = httpx.Cookies({CHAT_COOKIE: "forged"})
    assert "forged" not in (await visitor.get("/")).headers["set-cookie"]
    now = app.clock.now()
    async with app.database.write() as work:
        await work.logins.open_session("mine", role="citizen", now=now, expires_at=now + HOUR)
    visitor.cookies = httpx.Cookies({CHAT_COOKIE: "mine"})
    answer = await visitor.get("/")
    assert answer.headers["set-cookie"].startswith(f"{CHAT_COOKIE}=mine;")
    assert digest_secret("mine") not in answer.text


@pytest.mark.parametrize(
    ("origin", "status"),
    [("http://motcua.test", 200), ("http://evil.test", 403), ("null", 403), (None, 200)],
)
async def test_sockets_of_other_hosts_are_refused(
    visitor: httpx.AsyncClient, origin: str | None, status: int
) -> None:
    headers = {"Origin": origin} if origin else {}
    path = "/_nicegui_ws/socket.io/?EIO=4&transport=polling"
    assert (await visitor.get(path, headers=headers)).status_code == status


async def test_chat_page_says_that_it_is_automatic(visitor: httpx.AsyncClient) -> None:
    page = (await visitor.get("/")).text
    assert '<html lang="vi">' in page
    assert "<title>Trợ lý tự động UBND xã Bến Lụa</title>" in page
