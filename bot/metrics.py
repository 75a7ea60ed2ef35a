"""Figures for Prometheus, each program's own: what it counts itself, and what a look has found."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest
from prometheus_client.metrics_core import GaugeMetricFamily
from prometheus_client.registry import Collector

from storage.noting import Noted

CONTENT_TYPE = CONTENT_TYPE_LATEST
Labels = tuple[str, ...]
Figures = Mapping[str, Mapping[Labels, float]]
GAUGES: Mapping[str, tuple[str, Labels]] = MappingProxyType(
    {
        "motcua_ready": ("1 when every check of /readyz is well.", ()),
        "motcua_database_up": ("1 when the database answers.", ()),
        "motcua_migrations_current": ("1 when the tables are this program's.", ()),
        "motcua_clock_ahead_seconds": ("The database server's clock minus this machine's.", ()),
        "motcua_disk_free_bytes": ("Free bytes where data and files are, the fewer.", ()),
        "motcua_inbox_oldest_seconds": ("Age of the oldest message not worked on.", ("channel",)),
        "motcua_outbox_oldest_seconds": ("How long the oldest reply is overdue.", ("channel",)),
        "motcua_inbox_rows": ("Messages that wait or were given up.", ("channel", "state")),
        "motcua_outbox_rows": ("Replies that wait or were given up.", ("channel", "state")),
        "motcua_pollers_stale": ("Bots that no process asks for messages.", ("channel",)),
        "motcua_token_age_seconds": ("Age of an Official Account's tokens.", ("channel",)),
        "motcua_token_failed": ("1 when tokens could not be renewed.", ("channel",)),
        "motcua_cases": ("Cases by state.", ("state",)),
        "motcua_case_terms": ("Terms of cases that run: open, near, overdue.", ("state",)),
        "motcua_index_revisions": ("Changes of what is searched, all places together.", ()),
        "motcua_scopes_in_memory": ("Scopes that this process has ready to be searched.", ()),
        "motcua_passages_in_memory": ("Passages of those scopes.", ()),
        "motcua_embedder_ok": ("1 when the embedder works, or none is wanted.", ()),
        "motcua_promise_ratio": ("Share of a day's replies that were in time.", ("day",)),
        "motcua_promise_replies": ("Replies of a day.", ("day",)),
        "motcua_promise_lost": ("Messages of a day that were lost.", ("day",)),
        "motcua_mornings_missing": ("Places whose clerks were told nothing today yet.", ()),
        "motcua_backup_age_seconds": ("Age of the last backup.", ()),
    }
)
_BUCKETS = (0.1, 0.25, 0.5, 1.0, 2.0, 3.0, 5.0, 10.0, 30.0, 60.0, 300.0, 3600.0)
_EMBEDDING = (0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)


class _Looked(Collector):
    """What the last look has found; what it could not find is left out."""

    def __init__(self) -> None:
        self.found: Figures = {}

    def describe(self) -> Iterable[GaugeMetricFamily]:
        """Name the figures there may be."""
        return [GaugeMetricFamily(name, text, labels=each) for name, (text, each) in GAUGES.items()]

    def collect(self) -> Iterable[GaugeMetricFamily]:
        """Give the figures that there are."""
        for family in self.describe():
            for labels, value in self.found.get(family.name, {}).items():
                family.add_metric(labels, value)
            yield family


class Metrics:
    """Count what this process does, in a registry of its own."""

    def __init__(self, *, promised: float = 5.0) -> None:
        self.registry = registry = CollectorRegistry(auto_describe=True)
        ProcessCollector(registry=registry)
        self._looked = _Looked()
        registry.register(self._looked)
        buckets = sorted({*_BUCKETS, promised})
        self._counters = {
            "received": self._counter("messages_received", "Messages received.", "channel"),
            "handled": self._counter("messages_handled", "Tries to handle.", "channel", "outcome"),
            "answer": self._counter("answers", "Answers to questions.", "status"),
            "delivery": self._counter("deliveries", "Tries to deliver.", "channel", "outcome"),
            "nudge": self._counter("nudges", "Steps told of due days.", "part", "timing"),
            "case": self._counter("case_events", "What happened to cases.", "action"),
        }
        self._histograms = {
            "replied": Histogram(
                "motcua_reply_seconds",
                "From a message's receipt to its reply's delivery.",
                ("channel",),
                buckets=buckets,
                registry=registry,
            )
        }
        self._faults = self._counter("database_errors", "Times the database failed.", "code")
        self._embedding = Histogram(
            "motcua_embedder_seconds", "Time to embed.", buckets=_EMBEDDING, registry=registry
        )
        self._embedding_errors = self._counter("embedder_errors", "Times the embedder failed.")
        self.is_embedding = True

    def _counter(self, name: str, text: str, *labels: str) -> Counter:
        return Counter(f"motcua_{name}", text, labels, registry=self.registry)

    def count(self, noted: Sequence[Noted]) -> None:
        """Count what a committed unit of work has done."""
        for each in noted:
            if counter := self._counters.get(each.what):
                counter.labels(*each.kinds).inc(each.amount)
            elif histogram := self._histograms.get(each.what):
                histogram.labels(*each.kinds).observe(each.amount)

    def count_fault(self, code: str) -> None:
        """Count that the database could not be used."""
        self._faults.labels(code).inc()

    def time_embedding(self, seconds: float, *, is_done: bool) -> None:
        """Note how long embedding took, or that it failed."""
        self.is_embedding = is_done
        if is_done:
            self._embedding.observe(seconds)
        else:
            self._embedding_errors.inc()

    def write(self, found: Figures) -> bytes:
        """Write all figures as Prometheus reads them."""
        self._looked.found = found
        return generate_latest(self.registry)
