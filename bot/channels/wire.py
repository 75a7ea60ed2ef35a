"""HTTP to other services: what may have arrived is told from what has not, and no address logged.

Services put tokens into addresses and headers, so foreign errors end here.
"""

import asyncio
import json as json_
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

import httpx

from bot.channels.base import Refused, TryLater
from bot.channels.silence import name_silence
from handlers.files.rules import LARGEST, Upload

_LOOPBACK = "127.0.0.1"
_REDIRECTS = 3
_TOO_MANY = 429
_NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
_OURS = (
    httpx.InvalidURL,
    httpx.UnsupportedProtocol,
    httpx.LocalProtocolError,
    UnicodeEncodeError,
)
Part = tuple[str, bytes, str]  # a file's name, bytes and media type


@dataclass(frozen=True, slots=True)
class Answer:
    """What a service answered: a JSON object; names of headers are found in any case."""

    status: int
    body: dict[str, Any]
    headers: Mapping[str, str]


class Wire:
    """Call one service, and fetch the files that it names; `patience` is in seconds."""

    def __init__(self, base_url: str, *, patience: float, hosts: Sequence[str] = ()) -> None:
        for name in ("httpx", "httpcore"):  # they log addresses, and those hold tokens
            logging.getLogger(name).setLevel(logging.WARNING)
        self._patience = patience
        self._hosts = tuple(host.lower() for host in hosts)
        self._client = httpx.AsyncClient(base_url=base_url, timeout=_limit(patience))

    async def call(
        self,
        method: str,
        path: str,
        *,
        json: object = None,
        form: Mapping[str, str] | None = None,
        query: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        files: Mapping[str, Part] | None = None,
        patience: float | None = None,
        is_sending: bool = True,
    ) -> Answer:
        """Call and read the answer, whatever its status below 500; raise TryLater or Refused.

        `is_sending` says that a repeat would be seen by a person.
        """
        patience = patience or self._patience
        try:
            async with asyncio.timeout(patience):
                response = await self._client.request(
                    method,
                    path,
                    json=json,
                    data=form,
                    params=query,
                    headers=headers,
                    files=files,
                    timeout=_limit(patience),
                )
        except _NOT_SENT as error:
            raise TryLater(code=name_silence(error)) from None
        except _OURS:
            raise Refused("bad_request") from None
        except (httpx.RequestError, TimeoutError):
            raise TryLater(may_have_arrived=is_sending) from None
        return _read(response, is_sending=is_sending)

    async def fetch(self, url: str) -> Upload:
        """Fetch a file from one of the hosts, over https; raise TryLater or Refused."""
        wanted = self._check(url)
        name = PurePosixPath(wanted.path).name
        for _ in range(_REDIRECTS + 1):
            found = await self._fetch_once(wanted)
            if isinstance(found, bytes):
                return Upload.of(name, found)
            wanted = self._check(str(found))
        raise Refused("too_many_redirects")

    async def close(self) -> None:
        """Close connections."""
        await self._client.aclose()

    def _check(self, url: str) -> httpx.URL:
        """Refuse what is not on a host of ours: a message must not make us ask the office's own."""
        try:
            wanted = httpx.URL(url)
        except httpx.InvalidURL:
            raise Refused("bad_url") from None
        if not any(wanted.host == host or wanted.host.endswith(f".{host}") for host in self._hosts):
            raise Refused("foreign_host")
        is_plain = (wanted.scheme, wanted.port) == ("https", None)
        if not is_plain and (wanted.scheme, wanted.host) != ("http", _LOOPBACK):
            raise Refused("not_https")
        return wanted

    async def _fetch_once(self, url: httpx.URL) -> bytes | httpx.URL:
        """Fetch the bytes, or where they are instead; packed ones stay packed: they may be vast."""
        try:
            async with self._client.stream(
                "GET", url, headers={"Accept-Encoding": "identity"}
            ) as response:
                if response.next_request:
                    return response.next_request.url
                _check_status(response.status_code)
                return await _read_bytes(response)
        except _OURS:
            raise Refused("bad_url") from None
        except httpx.RequestError:
            raise TryLater from None


def _limit(patience: float) -> httpx.Timeout:
    """Connect in half the time, so that what was never sent is known as such."""
    return httpx.Timeout(patience, connect=patience / 2, pool=patience / 2)


def _read(response: httpx.Response, *, is_sending: bool) -> Answer:
    if response.is_server_error:
        raise TryLater
    try:
        body = json_.loads(response.content)
    except (ValueError, RecursionError):
        body = None
    if not isinstance(body, dict):
        raise TryLater(may_have_arrived=is_sending and response.is_success)
    return Answer(response.status_code, body, response.headers)


def _check_status(status: int) -> None:
    if status == _TOO_MANY or status >= httpx.codes.INTERNAL_SERVER_ERROR:
        raise TryLater
    if status != httpx.codes.OK:
        raise Refused(f"http_{status}")


async def _read_bytes(response: httpx.Response) -> bytes:
    told = response.headers.get("content-length", "0")
    if told.isdecimal() and int(told) > LARGEST:
        raise Refused("too_large")
    data = bytearray()
    async for chunk in response.aiter_raw():
        data += chunk
        if len(data) > LARGEST:
            raise Refused("too_large")
    return bytes(data)
