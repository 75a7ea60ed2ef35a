"""Files sent by reference: fetched once, given up at the fourth failure, never at the words' cost."""

import asyncio
import datetime as dt
import logging

import pytest

from bot.app import App, build
from bot.channels.base import Refused, TryLater, Unreachable
from bot.fetching import Fetcher
from handlers.files.rules import MOST_A_MESSAGE, Upload
from handlers.messages import Attachment, Message, read_incoming
from knowledge.search.words import WordEmbedder
from storage.database import Database
from storage.errors import LostClaim
from storage.values import Address, Incoming
from tests.factories.bots import ToldBot
from tests.factories.photos import write_jpeg
from tests.factories.talk import FixedClock, build_settings, place_files

LAN = Address("telegram:12345678", "lan")
LEASE = dt.timedelta(seconds=30)


class Desk:
    """A program with one bot, whose files are as told."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.bot = ToldBot()
        self.clock = FixedClock()
        self.app: App = build(
            build_settings(files_dir=str(place_files(database))),
            database,
            channels={self.bot.name: self.bot},
            clock=self.clock,
            embedder=WordEmbedder(),
        )
        patience = dt.timedelta(milliseconds=200)
        self.fetcher = Fetcher(self.app.intake, {self.bot.name: self.bot}, patience=patience)

    async def bring(self, *sources: str, to: Address = LAN) -> None:
        attachments = tuple(Attachment("photo", source=each) for each in sources)
        message = Message(to, "1", "đèn hỏng", self.clock.now(), attachments)
        await self.app.intake.receive(message)

    async def claim(self) -> Incoming:
        async with self.database.write() as work:
            [incoming] = await work.inbox.claim(now=self.clock.now(), lease=LEASE)
        return incoming

    async def complete(self, incoming: Incoming) -> tuple[Attachment, ...]:
        return (await self.fetcher.complete(incoming, read_incoming(incoming))).attachments

    async def count_files(self) -> int:
        async with self.database.read() as work:
            return await work.files.count_since(LAN, self.clock.now() - dt.timedelta(hours=1))


def photo() -> Upload:
    return Upload.of("anh.jpg", write_jpeg())


@pytest.fixture
def desk(sqlite: Database) -> Desk:
    return Desk(sqlite)


async def test_what_is_fetched_is_kept_once_also_after_a_crash(desk: Desk) -> None:
    upload = photo()
    desk.bot.fetched = {"f1": upload}
    await desk.bring("f1")
    [kept] = await desk.complete(await desk.claim())
    assert (kept.kind, kept.source, kept.refusal) == ("photo", "", None)
    assert kept.file_id
    assert upload.stream.closed
    desk.clock.advance(seconds=31)  # the worker was killed before the effect
    desk.bot.fetched = {}
    again = await desk.claim()
    assert await desk.complete(again) == (kept,)
    assert await desk.count_files() == 1


async def test_who_has_lost_the_claim_records_nothing(desk: Desk) -> None:
    await desk.bring("f1")
    first = await desk.claim()
    desk.clock.advance(seconds=31)
    await desk.claim()
    desk.bot.fetched = {"f1": photo()}
    with pytest.raises(LostClaim):
        await desk.complete(first)
    assert await desk.count_files() == 0


@pytest.mark.parametrize("failure", [TryLater(), TimeoutError(), ValueError("what was written")])
async def test_at_the_fourth_failure_the_message_goes_on_without_its_file(
    desk: Desk, failure: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    desk.bot.fetched = {"f1": failure}
    await desk.bring("f1")
    for _ in range(3):
        incoming = await desk.claim()
        with pytest.raises(TryLater):
            await desk.complete(incoming)
        async with desk.database.write() as work:
            now = desk.clock.now()
            await work.inbox.fail(incoming, now=now, error="x", delay=dt.timedelta(0))
    [lost] = await desk.complete(await desk.claim())
    assert (lost.kind, lost.source, lost.refusal) == ("photo", "", "not_fetched")
    assert "what was written" not in caplog.text


@pytest.mark.parametrize("failure", [Refused("too_large"), Unreachable()])
async def test_what_is_not_to_be_had_is_said_at_once(desk: Desk, failure: Exception) -> None:
    desk.bot.fetched = {"f1": failure, "f2": photo()}
    await desk.bring("f1", "f2")
    lost, kept = await desk.complete(await desk.claim())
    assert (lost.refusal, bool(kept.file_id)) == ("not_fetched", True)


async def test_one_that_fails_for_now_leaves_nothing_of_the_others(desk: Desk) -> None:
    upload = photo()
    desk.bot.fetched = {"f1": upload, "f2": TryLater()}
    await desk.bring("f1", "f2")
    incoming = await desk.claim()
    with pytest.raises(TryLater):
        await desk.complete(incoming)
    assert upload.stream.closed
    assert await desk.count_files() == 0


async def test_of_very_many_files_the_first_ten_are_fetched(desk: Desk) -> None:
    sources = [f"f{number}" for number in range(MOST_A_MESSAGE + 2)]
    desk.bot.fetched = {each: photo() for each in sources[:MOST_A_MESSAGE]}
    await desk.bring(*sources)
    attachments = await desk.complete(await desk.claim())
    assert [each.refusal for each in attachments] == ["too_many"] * 2 + [None] * MOST_A_MESSAGE


async def test_a_bot_that_is_set_no_more_loses_only_the_file(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    await desk.bring("f1", to=Address("telegram:99999999", "lan"))
    with caplog.at_level(logging.WARNING):
        [lost] = await desk.complete(await desk.claim())
    assert lost.refusal == "not_fetched"
    assert "no_channel" in caplog.text


async def test_a_download_that_hangs_is_cut(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    async def hang(_bot: ToldBot, _source: str) -> Upload:
        await asyncio.sleep(60)
        raise AssertionError

    monkeypatch.setattr(ToldBot, "fetch", hang)
    await desk.bring("f1")
    with pytest.raises(TryLater):
        await desk.complete(await desk.claim())


async def test_nothing_is_fetched_of_whom_a_closed_channel_turns_away(sqlite: Database) -> None:
    desk = Desk(sqlite)
    patience = dt.timedelta(milliseconds=200)
    channels = {desk.bot.name: desk.bot}
    desk.fetcher = Fetcher(desk.app.intake, channels, patience=patience, closed=["telegram"])
    await desk.bring("a")  # the bot fails where it is asked for a file that it does not have
    [attachment] = await desk.complete(await desk.claim())
    assert (attachment.source, attachment.refusal) == ("", "not_fetched")
    assert await desk.count_files() == 0
