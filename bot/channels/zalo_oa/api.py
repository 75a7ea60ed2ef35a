"""Calls to the Official Account's API, with a token that works."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.channels.base import Refused, TryLater
from bot.channels.wire import Answer, Part, Wire
from bot.channels.zalo_oa.codes import STALE, ZaloFailure
from bot.channels.zalo_oa.tokens import Tokens, read_code

_TOO_MANY = 429
_TEXTS = ("name", "oa_type", "package_name")
_MINUTE = dt.timedelta(minutes=1)
ACCOUNT = "/v2.0/oa/getoa"
QUOTA = "/v3.0/oa/quota/message"


@dataclass(frozen=True, slots=True)
class OaAccount:
    """What the service says of an account; `type` 4 is the government's."""

    number: str
    name: str
    type: str
    package: str
    is_verified: bool


class ZaloApi:
    """Call as one account; raise TryLater, Refused or ZaloFailure."""

    def __init__(self, wire: Wire, tokens: Tokens) -> None:
        self._wire = wire
        self._tokens = tokens

    async def post(self, path: str, body: object, *, is_sending: bool = False) -> Any:
        """Post JSON; give the answer's data."""
        return await self._call("POST", path, json=body, is_sending=is_sending)

    async def upload(self, path: str, part: Part) -> Any:
        """Upload a file; give the answer's data."""
        return await self._call("POST", path, files={"file": part}, is_sending=False)

    async def fetch_account(self) -> OaAccount:
        """Ask who we are."""
        return read_account(await self._call("GET", ACCOUNT, is_sending=False))

    async def _call(self, method: str, path: str, **asked: Any) -> Any:
        access = await self._tokens.get()
        try:
            return await call_with(self._wire, access, method, path, **asked)
        except ZaloFailure as error:
            if error.code not in STALE:
                raise
        access = await self._tokens.replace(access)
        return await call_with(self._wire, access, method, path, **asked)


async def call_with(wire: Wire, access: str, method: str, path: str, **asked: Any) -> Any:
    """Call with a token; give the answer's data; raise ZaloFailure with the answer's code."""
    answer = await wire.call(method, path, headers={"access_token": access}, **asked)
    if answer.status == _TOO_MANY:
        raise TryLater(_MINUTE, whole_channel=True)
    if code := read_code(answer.body):
        raise ZaloFailure(code)
    return _read_data(answer, is_sending=bool(asked.get("is_sending")))


def _read_data(answer: Answer, *, is_sending: bool) -> Any:
    if answer.status >= 400:
        raise Refused(f"zalo http_{answer.status}")
    if "error" not in answer.body and "data" not in answer.body:
        raise TryLater(may_have_arrived=is_sending)
    return answer.body.get("data")


def read_account(data: object) -> OaAccount:
    """Read what getoa answers; its number is called one way in the manual, another in answers."""
    facts = data if isinstance(data, Mapping) else {}
    number = facts.get("oa_id") or facts.get("oaid")
    if not number:
        raise Refused("zalo no_oa_id")
    is_verified = facts.get("is_verified") in (True, 1, "1", "true", "True")
    name, kind, package = (str(facts.get(key) or "") for key in _TEXTS)
    return OaAccount(str(number), name, kind, package, is_verified)
