"""What another machine shows of itself: the time that it tells, and its certificate.

Nothing is sent but “HEAD /”. A time is believed of who shows a good certificate, whatever its days:
a wrong clock makes good ones look bad, and whoever sits on the line could stop all reminders.
"""

import asyncio
import contextlib
import datetime as dt
import ssl
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from enum import StrEnum
from urllib.parse import SplitResult, urlsplit

from cryptography import x509

PATIENCE = 5.0  # seconds for all of a probe
_LONGEST_HEAD = 32 * 1024  # bytes
_EXPIRED, _NOT_YET, _WRONG_NAME = 10, 9, 62  # OpenSSL's X509_V_ERR_…, in `verify_code`
_NO_CHECK_TIME = 0x200000  # OpenSSL's X509_V_FLAG_NO_CHECK_TIME, which `ssl` does not name


class Fault(StrEnum):
    """What is wrong with a certificate."""

    EXPIRED = "expired"
    NOT_YET = "not_yet"
    WRONG_NAME = "wrong_name"
    UNTRUSTED = "untrusted"


@dataclass(frozen=True, slots=True)
class Certificate:
    """Until when a certificate is good, and what is wrong with it."""

    ends_at: dt.datetime
    fault: Fault | None


async def fetch_time(url: str, *, patience: float = PATIENCE) -> dt.datetime | None:
    """Fetch the time that a web server tells; None where it cannot be had."""
    try:
        async with asyncio.timeout(patience):
            return await _read_time(urlsplit(url))
    except (OSError, ValueError, OverflowError, EOFError, asyncio.LimitOverrunError):
        return None


async def fetch_certificate(url: str, *, patience: float = PATIENCE) -> Certificate | None:
    """Fetch the certificate of an https address; None where nobody answers there."""
    where = urlsplit(url)
    try:
        async with asyncio.timeout(patience):
            fault = await _find_fault(where)
            return Certificate(await _read_end(where), fault)
    except (OSError, ValueError, TimeoutError):
        return None


async def _read_time(where: SplitResult) -> dt.datetime | None:
    context = _trust_whenever() if where.scheme == "https" else None
    reader, writer = await _connect(where, context)
    try:
        request = f"HEAD / HTTP/1.1\r\nHost: {where.netloc}\r\nConnection: close\r\n\r\n"
        writer.write(request.encode("ascii"))
        head = await reader.readuntil(b"\r\n\r\n")
    finally:
        await _hang_up(writer)
    for line in head.decode("latin-1").splitlines()[1:]:
        name, _, value = line.partition(":")
        if name.strip().lower() == "date":
            told = parsedate_to_datetime(value.strip())
            return told.astimezone(dt.UTC) if told.tzinfo else told.replace(tzinfo=dt.UTC)
    return None


async def _find_fault(where: SplitResult) -> Fault | None:
    try:
        _, writer = await _connect(where, ssl.create_default_context())
    except ssl.SSLCertVerificationError as error:
        known = {_EXPIRED: Fault.EXPIRED, _NOT_YET: Fault.NOT_YET, _WRONG_NAME: Fault.WRONG_NAME}
        return known.get(error.verify_code, Fault.UNTRUSTED)
    await _hang_up(writer)
    return None


async def _read_end(where: SplitResult) -> dt.datetime:
    """Read the end of a certificate, whatever else is wrong with it."""
    _, writer = await _connect(where, _trust_anything())
    try:
        encoded = writer.get_extra_info("ssl_object").getpeercert(binary_form=True)
    finally:
        await _hang_up(writer)
    return x509.load_der_x509_certificate(encoded or b"").not_valid_after_utc


async def _connect(
    where: SplitResult, context: ssl.SSLContext | None
) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    port = where.port or (443 if where.scheme == "https" else 80)
    return await asyncio.open_connection(where.hostname, port, ssl=context, limit=_LONGEST_HEAD)


async def _hang_up(writer: asyncio.StreamWriter) -> None:
    writer.close()
    with contextlib.suppress(OSError):
        await writer.wait_closed()


def _trust_whenever() -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.verify_flags |= ssl.VerifyFlags(_NO_CHECK_TIME)
    return context


def _trust_anything() -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context
