"""Where this installation's pages are reached."""

import socket
from collections.abc import Sequence

from bot.settings import Settings

_EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1", "": "127.0.0.1"}  # noqa: S104  listened on by the office's own setting
_OUTSIDE = {socket.AF_INET: "192.0.2.1", socket.AF_INET6: "2001:db8::1"}  # for examples, RFC 5737


def list_bases(settings: Settings) -> Sequence[str]:
    """List the addresses of the pages: on this machine, from other machines, from outside."""
    host = settings.host
    hosts = [_EVERYWHERE.get(host, host)]
    if host in _EVERYWHERE:
        hosts += filter(None, [_find_own_address(":" in host)])
    bases = [_write(each, settings.port) for each in hosts]
    if settings.public_url:
        bases.append(settings.public_url.rstrip("/"))
    return list(dict.fromkeys(bases))


def find_base(settings: Settings) -> str:
    """Give the one address that people are told: the one from outside, else from other machines."""
    return list_bases(settings)[-1]


def _write(host: str, port: int) -> str:
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _find_own_address(is_ipv6: bool) -> str | None:
    """Find the address that other machines know this one by; nothing is sent for it."""
    family = socket.AF_INET6 if is_ipv6 else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.connect((_OUTSIDE[family], 9))
            return str(probe.getsockname()[0])
    except OSError:
        return None
