"""How often logging in may be tried; what is right is taken even when all others are refused."""

import datetime as dt

from storage.values import Address
from storage.work import Work

MOST_CODES = 5  # wrong ones an hour from one address
MOST_CODES_OF_ALL = 200
MOST_PAGES = 120  # new codes an hour for one network: an office has one, and a morning
MOST_PAGES_OF_ALL = 3_000
MOST_LINKS = 30  # void ones an hour from one network
MOST_LINKS_OF_ALL = 1_000
_CODES, _PAGES, _LINKS = "login codes", "login pages", "login links"


async def may_type(work: Work, address: Address, *, now: dt.datetime) -> bool:
    """Tell whether an address has not typed too many wrong codes this hour."""
    return not await work.tries.is_spent(_of_chat(address), MOST_CODES, now=now)


async def count_wrong_code(work: Work, address: Address, *, now: dt.datetime) -> bool:
    """Count a wrong code; tell whether what was wrong with it may still be said."""
    await work.tries.count(_of_chat(address), now=now)
    return await work.tries.allow(_CODES, MOST_CODES_OF_ALL, now=now)


async def may_show(work: Work, network: str, *, now: dt.datetime) -> bool:
    """Count a new code for a browser of a network; tell whether it is within the limits."""
    if not await work.tries.allow(f"{_PAGES} {network}", MOST_PAGES, now=now):
        return False
    return await work.tries.allow(_PAGES, MOST_PAGES_OF_ALL, now=now)


async def may_use_link(work: Work, network: str, secret: str, *, now: dt.datetime) -> bool:
    """Tell whether a link is looked at; a good one is, however many void ones others have sent."""
    if await work.tries.is_spent(f"{_LINKS} {network}", MOST_LINKS, now=now):
        return False
    if await work.tries.is_spent(_LINKS, MOST_LINKS_OF_ALL, now=now):
        return await work.logins.has_link(secret, now=now)
    return True


async def count_void_link(work: Work, network: str, *, now: dt.datetime) -> None:
    """Count a link that let nobody in."""
    await work.tries.count(f"{_LINKS} {network}", now=now)
    await work.tries.count(_LINKS, now=now)


def _of_chat(address: Address) -> str:
    return f"{_CODES} {address.channel} {address.user}"
