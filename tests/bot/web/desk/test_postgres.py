"""Every page of the desk over PostgreSQL: for whom it is, and at addresses that somebody makes up."""

from collections.abc import AsyncIterator
from urllib.parse import quote

import httpx
import pytest

from bot.app import App, build
from bot.channels.web import WebChannel
from bot.web.desk import build_pages
from bot.web.site import build_site
from knowledge.search.words import WordEmbedder
from storage.cipher import Cipher
from storage.database import Database
from tests.factories.desk import write_cookie
from tests.factories.desk_world import fill_world, name_secret
from tests.factories.talk import FixedClock, build_settings

pytestmark = pytest.mark.slow
PEOPLE = ("clerk", "leader", "head", "officer", "operator")
HOSTILE = (
    "", "0", "-1", "9" * 18, "9" * 30, "²", "x" * 400, "%00", "'", '"', "{}", "NaN", "1e9",
    "0001-01", "9999-12", "0001-01-01", "9999-12-31", "2026-02-30", "=1+1", "<script>", "../..", "\u2028",
)  # fmt: skip
NAMES = (
    "noi", "trang", "thang", "tim", "tu", "den", "xem", "trang-thai", "don-vi", "don_vi", "ke-hoach",
    "loai", "han", "xep", "an-ten", "hien", "viec", "loc", "ky", "cau", "ai", "vi", "ngay",
)  # fmt: skip


@pytest.fixture
async def world(postgres_url: str, keys: list[str]) -> AsyncIterator[App]:
    database = Database(postgres_url, Cipher(keys))
    app = build(build_settings(), database, clock=FixedClock(), embedder=WordEmbedder())
    await fill_world(app)
    yield app
    app.library.close()
    await database.close()


@pytest.fixture
async def visitor(world: App) -> AsyncIterator[httpx.AsyncClient]:
    site = build_site(world, WebChannel())
    transport = httpx.ASGITransport(site, raise_app_exceptions=False)
    async with (
        site.router.lifespan_context(site),
        httpx.AsyncClient(transport=transport, base_url="http://motcua.test") as client,
    ):
        yield client


async def test_every_page_opens_for_whom_it_is(world: App, visitor: httpx.AsyncClient) -> None:
    pages = [each for each in build_pages(world).registered if "{" not in each.path]
    for who in PEOPLE:
        cookie = write_cookie(world.database.cipher, name_secret(who))
        visitor.cookies = httpx.Cookies(cookie)
        for page in pages:
            status = (await visitor.get(page.path)).status_code
            assert status in (200, 403), (who, page.path, status)


async def test_no_address_breaks_a_page(world: App, visitor: httpx.AsyncClient) -> None:
    visitor.cookies = httpx.Cookies(write_cookie(world.database.cipher, name_secret("clerk")))
    pages = [each.path for each in build_pages(world).registered]
    broken = []
    for hostile in HOSTILE:
        for path in pages:
            start, brace, _ = path.partition("{")
            address = start + quote(hostile, safe="") if brace else start
            answer = await visitor.get(address, params=dict.fromkeys(NAMES, hostile))
            if answer.status_code >= 500:
                broken.append((address, hostile))
    assert broken == []
