"""Figures for Prometheus: what a process counts, what a look finds, in a registry of its own."""

import datetime as dt
from dataclasses import dataclass

import numpy as np
import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.embedders import TimedEmbedder
from bot.health.figures import list_figures
from bot.health.looking import Looking
from bot.metrics import GAUGES, Metrics
from handlers.service.promise import DAY
from knowledge.search.base import Matrix, Vector
from storage.database import Database
from storage.meta import BACKUP_TAKEN_AT
from storage.noting import Noted
from storage.values import Account, OutboxKind
from storage.values.service import ServiceDay
from tests.factories.cases import found_town, open_case
from tests.factories.talk import LAN, MONDAY, Chat, build_chat

AT_ONCE = dt.timedelta()
Samples = dict[tuple[str, tuple[str, ...]], float]


@pytest.fixture
async def chat(sqlite: Database) -> Chat:
    async with sqlite.write() as work:
        await work.localities.ensure("xã Bến Lụa")
    return build_chat(sqlite)


def read(metrics: Metrics, text: bytes = b"") -> Samples:
    written = text or metrics.write({})
    return {
        (sample.name, tuple(sample.labels.values())): sample.value
        for family in text_string_to_metric_families(written.decode())
        for sample in family.samples
    }


async def scrape(chat: Chat) -> Samples:
    look = await Looking(chat.app).look(most_age=AT_ONCE)
    return read(chat.app.metrics, chat.app.metrics.write(list_figures(chat.app, look)))


async def test_a_conversation_is_counted(chat: Chat) -> None:
    await chat.says("hạn báo cáo quý 3 là khi nào")
    await chat.says("xin chào")
    found = await scrape(chat)
    assert found["motcua_messages_received_total", ("web",)] == 2
    assert found["motcua_messages_handled_total", ("web", "done")] == 2
    assert found["motcua_deliveries_total", ("web", "delivered")] == 2
    assert found["motcua_reply_seconds_count", ("web",)] == 2
    assert found["motcua_answers_total", ("not_found",)] == 1
    assert found["motcua_embedder_seconds_count", ()] >= 1


async def test_notices_are_no_replies(chat: Chat) -> None:
    async with chat.app.database.write() as work:
        await work.outbox.add(LAN, '{"v": 1, "text": "x", "buttons": []}', kind=OutboxKind.NOTICE,
                              now=MONDAY)  # fmt: skip
    await chat.app.drain()
    found = await scrape(chat)
    assert found["motcua_deliveries_total", ("web", "delivered")] == 1
    assert ("motcua_reply_seconds_count", ("web",)) not in found


async def test_cases_are_counted_by_what_happens_and_by_state(chat: Chat) -> None:
    async with chat.app.database.write() as work:
        town = await found_town(work)
        await open_case(work, town.place_id, number=1)
    found = await scrape(chat)
    assert found["motcua_case_events_total", ("send",)] == 1
    assert found["motcua_cases", ("received",)] == 1
    assert found["motcua_case_terms", ("open",)] == 1


async def test_ages_promise_and_backup(chat: Chat) -> None:
    yesterday = ServiceDay(MONDAY.date() - DAY, "web", 10, 9, 5, 9000, 2)
    async with chat.app.database.write() as work:
        await work.inbox.add(LAN, "m", "x", now=MONDAY - dt.timedelta(minutes=2))
        await work.service_days.save([yesterday], now=MONDAY)
        backup = MONDAY - dt.timedelta(hours=30)
        await work.meta.save(BACKUP_TAKEN_AT, backup.isoformat())
        await work.accounts.save(Account("zalo_oa", "1"), now=MONDAY)
        before = MONDAY - dt.timedelta(hours=20)
        await work.token_pairs.save("zalo_oa", "a", "r", expires_at=MONDAY, now=before)
    found = await scrape(chat)
    assert found["motcua_inbox_oldest_seconds", ("web",)] == 120
    assert found["motcua_outbox_oldest_seconds", ("web",)] == 0
    assert found["motcua_promise_ratio", ("yesterday",)] == 0.9
    assert found["motcua_promise_lost", ("yesterday",)] == 2
    assert ("motcua_promise_ratio", ("today",)) not in found  # nobody has asked yet
    assert found["motcua_backup_age_seconds", ()] == 30 * 3600
    assert found["motcua_token_age_seconds", ("zalo_oa",)] == 20 * 3600
    assert found["motcua_token_failed", ("zalo_oa",)] == 0


async def test_a_database_that_is_away_leaves_no_old_figures(
    chat: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ("motcua_cases", ()) not in await scrape(chat)
    monkeypatch.setattr(type(chat.app.database), "read", lambda _self: 1 / 0)
    found = await scrape(chat)
    assert found["motcua_database_up", ()] == 0
    assert found["motcua_ready", ()] == 0
    assert ("motcua_index_revisions", ()) not in found
    assert ("motcua_mornings_missing", ()) not in found


def test_every_program_counts_for_itself() -> None:
    one, other = Metrics(), Metrics()
    one.count([Noted("received", ("web",)), Noted("unheard of", ("x",))])
    assert ("motcua_messages_received_total", ("web",)) in read(one)
    assert ("motcua_messages_received_total", ("web",)) not in read(other)


def test_the_promise_has_a_bucket_of_its_own() -> None:
    metrics = Metrics(promised=8)
    metrics.count([Noted("replied", ("web",), 7.9)])
    found = read(metrics)
    assert found["motcua_reply_seconds_bucket", ("web", "8.0")] == 1
    assert found["motcua_reply_seconds_bucket", ("web", "5.0")] == 0


def test_every_figure_is_explained() -> None:
    assert all(text.endswith(".") for text, _ in GAUGES.values())


@dataclass
class BrokenEmbedder:
    name: str = "broken"
    related_from: float | None = None
    dimensions: int = 2
    is_broken: bool = True

    def embed_passages(self, texts: list[str]) -> Matrix:
        return np.zeros((len(texts), 2), dtype=np.float32)

    def embed_query(self, text: str) -> Vector:
        if self.is_broken:
            raise RuntimeError("no model")
        return np.zeros(2, dtype=np.float32)


def test_an_embedder_is_timed_and_its_failures_counted() -> None:
    metrics, broken = Metrics(), BrokenEmbedder()
    moments = iter((1.0, 1.25, 2.0, 2.5))
    timed = TimedEmbedder(broken, metrics.time_embedding, now=lambda: next(moments))
    with pytest.raises(RuntimeError):
        timed.embed_query("x")
    assert metrics.is_embedding is False
    assert read(metrics)["motcua_embedder_errors_total", ()] == 1
    broken.is_broken = False
    timed.embed_query("x")
    assert (metrics.is_embedding, read(metrics)["motcua_embedder_seconds_sum", ()]) == (True, 0.5)
    assert (timed.name, timed.related_from, timed.dimensions) == ("broken", None, 2)
