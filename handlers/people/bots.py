"""Where an invited officer sends the code: a bot that has room, or the web page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handlers.people.inviting import NewInvitation, write_link
from handlers.texts import say
from storage.values import Account, find_kind
from storage.work import Work

ZALO = "zalo_bot"
TELEGRAM = "telegram"


@dataclass(slots=True)
class Seats:
    """The bots that a place's officers may be sent to, in order, and how many people each has.

    A Zalo bot reaches `most` people; codes given out in this run are counted, those that wait to
    be used since earlier are not.
    """

    bots: Sequence[Account]
    taken: dict[str, int]
    most: int

    def take(self) -> tuple[Account, ...]:
        """Give the bots for one more officer, at most one of a kind, Zalo first."""
        zalo = next((bot for bot in self._of(ZALO) if self._has_room(bot)), None)
        if zalo:
            self.taken[zalo.channel] = self.taken.get(zalo.channel, 0) + 1
        return tuple(bot for bot in (zalo, next(self._of(TELEGRAM), None)) if bot)

    @property
    def zalo(self) -> Sequence[Account]:
        """The Zalo bots, in order."""
        return tuple(self._of(ZALO))

    @property
    def is_full(self) -> bool:
        """Tell whether there are Zalo bots and none has room."""
        zalo = list(self._of(ZALO))
        return bool(zalo) and not any(self._has_room(bot) for bot in zalo)

    def _of(self, kind: str) -> Iterator[Account]:
        return (bot for bot in self.bots if find_kind(bot.channel) == kind)

    def _has_room(self, bot: Account) -> bool:
        return self.taken.get(bot.channel, 0) < self.most


async def find_seats(work: Work, place_id: int, *, most: int) -> Seats:
    """Find the bots of a place, then those of all places; never another place's."""
    accounts = await work.accounts.list_all()
    own = [each for each in accounts if each.locality_id == place_id]
    shared = [each for each in accounts if each.locality_id is None]
    return Seats([*own, *shared], dict(await work.accounts.count_people()), most)


def list_ways(
    code: str, bots: Sequence[Account], public_url: str, language: str = "vi"
) -> list[str]:
    """Say in a line for each way how the code is sent; none where nothing is known."""
    lines = [_say_bot(bot, code, language) for bot in bots]
    if link := write_link(public_url, code):
        lines.append(say("invite_way_web", language, link=link))
    return lines


def write_forward(code: str, new: NewInvitation, bots: Sequence[Account], public_url: str) -> str:
    """Write what is passed on to who is invited, in Vietnamese whatever the inviter writes."""
    ways = list_ways(code, bots, public_url)
    key = "invite_forward_ways" if ways else "invite_forward"
    facts = {"place": new.place, "name": new.name, "office": new.office}
    return "\n".join([say(key, code=code, **facts), *ways])


def find_link(code: str, bots: Sequence[Account], public_url: str) -> str | None:
    """Find the link that carries a code: to the web page, else into a bot's conversation."""
    starts = (_write_start(bot, code) for bot in bots)
    return write_link(public_url, code) or next(filter(None, starts), None)


def say_full(seats: Seats, language: str = "vi") -> str:
    """Say that no Zalo bot has room; empty where one has, or there is none."""
    return say("invite_bots_full", language, people=seats.most) if seats.is_full else ""


def _say_bot(bot: Account, code: str, language: str) -> str:
    start = _write_start(bot, code)
    if start:
        return say("invite_way_telegram", language, link=start)
    key = "invite_way_zalo_link" if bot.link else "invite_way_zalo"
    return say(key, language, title=bot.title or bot.number, link=bot.link)


def _write_start(bot: Account, code: str) -> str | None:
    """Write the link that opens a bot with the code already in it."""
    is_able = find_kind(bot.channel) == TELEGRAM and bot.link
    return f"{bot.link}?start={code}" if is_able else None
