"""Requests in the log: an id for each, a line for those that fail or are slow, and no more."""

import logging
import re
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from fastapi import FastAPI, Request, Response
from starlette.middleware.base import BaseHTTPMiddleware

from bot.web import tracing
from bot.web.tracing import Tracing
from tests.factories.logged import heard_by_the_log

CODE = "PA261123-7K3QXC"


@pytest.fixture
def site() -> FastAPI:
    """Give a site with a page that works, one that takes a body, and one that breaks."""
    site = FastAPI()

    @site.get("/phieu/{code}")
    async def show(code: str) -> Response:
        logging.getLogger("bot.test").warning("shown")
        return Response(code)

    @site.post("/gui/{code}")
    async def take(code: str, request: Request) -> Response:
        await request.body()
        return Response(code)

    @site.get("/hong/{code}")
    async def fail(code: str) -> Response:
        raise LookupError(code)

    site.middleware_stack = Tracing(site.build_middleware_stack())
    return site


@pytest.fixture
async def client(site: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(app=site, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://xa.vn") as client:
        yield client


async def test_an_ordinary_request_leaves_no_line_but_its_records_its_id(
    client: httpx.AsyncClient,
) -> None:
    with heard_by_the_log() as heard:
        answer = await client.get(f"/phieu/{CODE}?ma=1", headers={"X-Request-ID": "tu-proxy-0001"})
    assert answer.headers["X-Request-ID"] == "tu-proxy-0001"
    assert not heard.of("bot.web.tracing")
    assert [each["request"] for each in heard.of("bot.test")] == ["tu-proxy-0001"]


@pytest.mark.parametrize(
    "given", ["", "short", "x" * 65, "a b c d e f", "0912345678 \u00e0", "<script>alert</script>"]
)
async def test_an_id_that_is_not_short_and_plain_is_made_anew(
    client: httpx.AsyncClient, given: str
) -> None:
    headers = {"X-Request-ID": given.encode("latin-1")}
    answer = await client.get(f"/phieu/{CODE}", headers=headers)  # type: ignore[arg-type]
    assert re.fullmatch("[0-9a-f]{16}", answer.headers["X-Request-ID"])


async def test_a_request_that_breaks_is_told_by_its_route_and_kind(
    client: httpx.AsyncClient,
) -> None:
    with heard_by_the_log() as heard:
        answer = await client.get(f"/hong/{CODE}?ma={CODE}")
    failed, told = heard.of("bot.web.tracing")
    assert (answer.status_code, failed["error"]) == (500, "LookupError")
    assert told["message"].startswith("GET /hong/{code} answered 500 in ")
    assert failed["request"] == told["request"] == answer.headers["X-Request-ID"]
    assert CODE not in "".join(heard.lines)


async def test_an_unknown_page_is_not_worth_a_line(client: httpx.AsyncClient) -> None:
    with heard_by_the_log() as heard:
        assert (await client.get(f"/khong-co/{CODE}")).status_code == 404
    assert not heard.of("bot.web.tracing")


class Hours:
    """A clock that jumps a little each time that it is looked at."""

    def __init__(self, *steps: float) -> None:
        self._steps, self._at = iter(steps), 0.0

    def monotonic(self) -> float:
        self._at += next(self._steps, 0.0)
        return self._at


async def test_a_slow_answer_is_told(
    client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tracing, "time", Hours(0, 2.5))
    with heard_by_the_log() as heard:
        await client.get(f"/phieu/{CODE}")
    [told] = heard.of("bot.web.tracing")
    assert told["message"] == "GET /phieu/{code} answered 200 in 2500 ms"


async def test_a_slow_line_that_brings_the_body_is_not(
    client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tracing, "time", Hours(0, 0, 9.0))  # begun, and in receiving
    with heard_by_the_log() as heard:
        await client.post(f"/gui/{CODE}", content=b"anh")
    assert not heard.of("bot.web.tracing")


async def test_every_page_of_the_program_answers_an_id(visitor: httpx.AsyncClient) -> None:
    for path in ("/", "/tra-cuu", "/khong-co"):
        assert (await visitor.get(path)).headers["X-Request-ID"]


async def test_what_breaks_behind_middlewares_of_libraries_is_told_too(
    site: FastAPI, client: httpx.AsyncClient
) -> None:
    """They raise an error out of its group, so that each leads to the other."""

    class Through(BaseHTTPMiddleware):
        async def dispatch(self, request: Request, call_next: Any) -> Response:
            answer: Response = await call_next(request)
            return answer

    site.middleware_stack = None
    for _ in range(2):
        site.add_middleware(Through)
    site.middleware_stack = Tracing(site.build_middleware_stack())
    with heard_by_the_log() as heard:
        assert (await client.get(f"/hong/{CODE}")).status_code == 500
    failed, _ = heard.of("bot.web.tracing")
    assert failed["error"] == "LookupError"
