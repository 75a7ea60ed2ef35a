"""The double of Zalo's Bot API, by what is documented and by what was seen live."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from tests.doubles.base import Fault, Served
from tests.doubles.zalo_bot import TOKEN, ZaloBotDouble

HOOK = {"url": "https://xa.example/webhook/x", "secret_token": "a secret of ours"}
Call = tuple[int, dict[str, Any]]


class Taker(Served):
    """Take what a webhook is brought."""

    def __init__(self) -> None:
        self.taken: list[tuple[str, str, dict[str, Any]]] = []

    def build_app(self) -> web.Application:
        app = web.Application()
        app.router.add_post("/{path:.*}", self._take)
        return app

    async def _take(self, request: web.Request) -> web.Response:
        secret = request.headers["X-Bot-Api-Secret-Token"]
        self.taken.append((request.path, secret, await request.json()))
        return web.Response(status=403 if len(self.taken) > 3 else 200)


@pytest.fixture
async def double() -> AsyncIterator[ZaloBotDouble]:
    async with ZaloBotDouble(longest_poll=0.01, quota=2) as served:
        yield served


async def call(double: ZaloBotDouble, method: str, **body: object) -> Call:
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{double.url}/bot{TOKEN}/{method}", json=body) as answer,
    ):
        return answer.status, await answer.json()


@pytest.mark.parametrize(
    ("method", "body", "code"),
    [
        ("getMe", {}, 200),
        ("getme", {}, 404),
        ("editMessageText", {}, 404),
        ("getUpdates", {"timeout": "1"}, 408),
        ("getUpdates", {"timeout": 1}, 408),
        ("getUpdates", {"timeout": "soon"}, 400),
        ("getWebhookInfo", {}, 404),
        ("deleteWebhook", {}, 200),
        ("setWebhook", HOOK, 200),
        ("setWebhook", HOOK | {"url": "http://xa.example/"}, 400),
        ("setWebhook", HOOK | {"secret_token": "short"}, 400),
        ("sendMessage", {"chat_id": "abcdef01", "text": "ế" * 2000}, 200),
        ("sendMessage", {"chat_id": "abcdef01", "text": "ế" * 2001}, 400),
        ("sendMessage", {"chat_id": "abcdef01", "text": ""}, 400),
        ("sendMessage", {"chat_id": "stranger", "text": "x"}, 400),
        ("sendPhoto", {"chat_id": "abcdef01", "photo": "https://a.vn/b.jpg"}, 200),
        ("sendChatAction", {"chat_id": "abcdef01", "action": "typing"}, 200),
    ],
)
async def test_methods(
    double: ZaloBotDouble, method: str, body: dict[str, object], code: int
) -> None:
    double.phone("abcdef01")
    status, answer = await call(double, method, **body)
    assert status == code
    assert answer["ok"] is (code == 200)
    assert answer.get("error_code", 200) == code


async def test_a_wrong_token() -> None:
    async with ZaloBotDouble("1:another") as double:
        assert (await call(double, "getMe"))[0] == 401


async def test_the_months_quota(double: ZaloBotDouble) -> None:
    user = double.phone("lan").user
    codes = [(await call(double, "sendMessage", chat_id=user, text="x"))[0] for _ in range(3)]
    assert codes == [200, 200, 429]
    assert len(double.phone("lan").heard()) == 2


async def test_polls_and_a_webhook_exclude_each_other(double: ZaloBotDouble) -> None:
    await call(double, "setWebhook", **HOOK)
    assert (await call(double, "getWebhookInfo"))[1]["result"]["url"] == HOOK["url"]
    assert (await call(double, "getUpdates", timeout="1"))[0] == 400


@pytest.mark.parametrize("is_flat", [False, True])
async def test_a_webhook_is_brought_each_event_once_but_for_faults(is_flat: bool) -> None:
    async with ZaloBotDouble(is_flat=is_flat) as double, Taker() as taker:
        double.reach = taker.url
        await call(double, "setWebhook", **HOOK)
        double.faults.script("webhook", Fault.NONE, Fault.SWAPPED, Fault.NONE, Fault.TWICE)
        for text in "abcd":
            await double.phone("lan").says(text)
        updates = [body if is_flat else body["result"] for _, _, body in taker.taken]
        assert [each["message"]["text"] for each in updates] == ["a", "c", "b", "d", "d"]
        assert {taken[:2] for taken in taker.taken} == {("/webhook/x", HOOK["secret_token"])}
        assert double.bots[TOKEN].answers == [200, 200, 200, 403, 403]


async def test_what_is_in_an_answer_that_was_cut_is_lost(double: ZaloBotDouble) -> None:
    await double.phone("lan").says("x")
    double.faults.script("getUpdates", Fault.CUT)
    with pytest.raises(aiohttp.ClientError):
        await call(double, "getUpdates", timeout="1")
    assert (await call(double, "getUpdates", timeout="1"))[0] == 408


async def test_who_has_hung_up_is_given_nothing() -> None:
    async with ZaloBotDouble(longest_poll=5) as double:
        with pytest.raises(TimeoutError):
            async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(0.05)) as session:
                await session.post(f"{double.url}/bot{TOKEN}/getUpdates", json={"timeout": "5"})
        await asyncio.sleep(0.01)  # until the service has seen that nobody is there
        await double.phone("lan").says("x")
        status, answer = await call(double, "getUpdates", timeout="1")
        assert (status, answer["result"]["message"]["text"]) == (200, "x")
