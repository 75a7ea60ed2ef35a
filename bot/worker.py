"""Work on the inbox: claim, think, one transaction for the effect and its replies, deliver."""

import contextlib
import datetime as dt
import logging
from collections.abc import Sequence

from bot.channels.base import TryLater
from bot.clock import Clock, Seldom
from bot.delivery.courier import TIDY_EVERY, Courier
from bot.delivery.delays import FIRST_DELAY, back_off
from bot.failures import log_failure
from bot.fetching import Fetcher
from bot.logs.context import bind
from handlers.conversation import Conversation
from handlers.messages import Reply, dump_reply, read_incoming
from handlers.texts import say
from storage.database import Database
from storage.errors import LostClaim, Unavailable
from storage.values import Address, Incoming, NewReply, OutboxKind, Outgoing
from storage.work import Work

log = logging.getLogger(__name__)


class Worker:
    """Give every stored message exactly one effect, in order for each person."""

    def __init__(
        self,
        database: Database,
        conversation: Conversation,
        courier: Courier,
        *,
        clock: Clock,
        lease: dt.timedelta,
        fetcher: Fetcher | None = None,
    ) -> None:
        self._fetcher = fetcher
        self._database = database
        self._conversation = conversation
        self._courier = courier
        self._clock = clock
        self._lease = lease
        self._tidying = Seldom(TIDY_EVERY)

    async def work_once(self) -> bool:
        """Handle the oldest ready message; tell whether there was one."""
        claimed = await self.claim(1)
        for incoming in claimed:
            await self.handle(incoming)
        return bool(claimed)

    async def claim(self, most: int) -> Sequence[Incoming]:
        """Take the oldest ready messages, one of a person."""
        now = self._clock.now()
        tidies = self._tidying.is_due(now=now)
        async with self._database.write() as work:
            return await work.inbox.claim(now=now, lease=self._lease, limit=most, tidies=tidies)

    async def handle(self, incoming: Incoming) -> None:
        """Give a claimed message its effect, or give it back with a delay."""
        with bind(inbox=incoming.id):
            await self._handle(incoming)

    async def _handle(self, incoming: Incoming) -> None:
        try:
            outgoing = await self._give_effect(incoming)
        except LostClaim:
            log.warning("message %s was taken over by another worker", incoming.id)
        except Unavailable:
            await self._put_off(incoming)
        except Exception as error:  # noqa: BLE001  a defect must not stop the queue
            if isinstance(error, TryLater):
                log.warning("a file of message %s is not to be had for now", incoming.id)
            else:
                log_failure(log, error, "message %s could not be handled", incoming.id)
            with contextlib.suppress(LostClaim, Unavailable):
                await self._give_up_for_now(incoming, error)
        else:
            await self._courier.dispatch(outgoing)

    async def _put_off(self, incoming: Incoming) -> None:
        """Keep a message that the database takes no effect of for now: this is no failure of it.

        Where that cannot be recorded either, its lease ends, and it is worked on again.
        """
        with contextlib.suppress(LostClaim, Unavailable):
            async with self._database.write() as work:
                now = self._clock.now()
                await work.inbox.put_off(incoming, now=now, delay=FIRST_DELAY)

    async def _give_effect(self, incoming: Incoming) -> Sequence[Outgoing]:
        message = read_incoming(incoming)
        if self._fetcher:
            message = await self._fetcher.complete(incoming, message)
        now = self._clock.now()
        effect = await self._conversation.respond(message, now=now)
        async with self._database.write() as work:
            replies = await effect(work)
            outgoing = await put_out(
                work,
                replies,
                incoming.address,
                courier=self._courier,
                now=now,
                asked_at=incoming.received_at,
            )
            await work.inbox.finish(incoming, now=now)
        return outgoing

    async def _give_up_for_now(self, incoming: Incoming, error: Exception) -> None:
        now = self._clock.now()
        async with self._database.write() as work:
            parked = await work.inbox.fail(
                incoming, now=now, error=type(error).__name__, delay=back_off(incoming.attempts)
            )
            outgoing: Sequence[Outgoing] = ()
            if parked:
                apology = [Reply(say("failed"))]
                outgoing = await put_out(
                    work, apology, incoming.address, courier=self._courier, now=now
                )
        await self._courier.dispatch(outgoing)


async def put_out(
    work: Work,
    replies: Sequence[Reply],
    asker: Address | None,
    *,
    courier: Courier,
    now: dt.datetime,
    asked_at: dt.datetime | None = None,
) -> list[Outgoing]:
    """Store replies in the outbox; return those born claimed, for the caller to deliver.

    A reply is born claimed where its moment has come, this process may send to the channel now and
    nothing earlier waits for the same address: another process may still be about to deliver that.
    A reply to the asker that goes at once answers the message that came at `asked_at`.
    """
    if not replies:
        return []
    addressed = [(reply, reply.to or asker) for reply in replies]
    addresses = {address for _, address in addressed if address}
    waiting = await work.outbox.find_waiting(addresses, now=now)
    new = []
    for reply, address in addressed:
        assert address is not None
        is_later = reply.not_before is not None and reply.not_before > now
        is_free = (address, reply.kind) not in waiting and courier.can_take(address.channel)
        is_answer = address == asker and reply.kind is OutboxKind.REPLY and not is_later
        new.append(
            NewReply(
                address,
                dump_reply(reply),
                kind=reply.kind,
                lease=courier.lease if is_free and not is_later else None,
                subject=reply.subject,
                not_before=reply.not_before,
                useful_until=reply.useful_until,
                asked_at=asked_at if is_answer else None,
            )
        )
    return [row for row in await work.outbox.add_many(new, now=now) if row.token]
