"""How the bots and Official Accounts of a place stand, as far as the database knows."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from handlers.channels.naming import name_kind
from handlers.desk.visitor import Power, Visitor
from handlers.nudges.quotas import name_month
from storage.values import Account, find_kind
from storage.work import Work


@dataclass(frozen=True, slots=True)
class Limits:
    """How many people a kind of channel reaches, and how many messages it may send in a month."""

    people: Mapping[str, int]
    month: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class ChannelLine:
    """A channel that is set; times are None where nothing is known."""

    name: str
    title: str
    is_connected: bool
    heard_at: dt.datetime | None
    token_since: dt.datetime | None
    token_failed_at: dt.datetime | None
    token_failure: str
    people: int
    most_people: int | None
    sent: int
    most_sent: int | None
    waiting: int


async def read_channels(
    work: Work, visitor: Visitor, names: Sequence[str], *, limits: Limits, now: dt.datetime
) -> tuple[ChannelLine, ...]:
    """Read how channels stand by their names; those of other places are left out."""
    visitor.check(Power.VIEW_SETTINGS)
    accounts = {each.channel: each for each in await work.accounts.list_all()}
    people, sent = await work.accounts.count_people(), await work.quotas.sent(name_month(now))
    waiting = await work.deliveries.count_waiting(now)
    heard = await work.inbox.find_last(names)
    lines = []
    for name in names:
        account, kind = accounts.get(name), find_kind(name)
        if account and account.locality_id not in (None, visitor.place.id):
            continue
        pair = await work.token_pairs.find(name)
        lines.append(
            ChannelLine(
                name=name_kind(name),
                title=_title(account),
                is_connected=account is not None and not (pair and pair.failed_at),
                heard_at=heard.get(name),
                token_since=pair.changed_at if pair else None,
                token_failed_at=pair.failed_at if pair else None,
                token_failure=pair.failure if pair else "",
                people=people.get(name, 0),
                most_people=limits.people.get(kind),
                sent=sent.get(name, 0),
                most_sent=limits.month.get(kind),
                waiting=waiting.get(name, 0),
            )
        )
    return tuple(lines)


def _title(account: Account | None) -> str:
    if account is None:
        return ""
    return " – ".join(filter(None, (account.title or account.number, account.link)))
