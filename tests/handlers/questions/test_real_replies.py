"""Replies over the real plans: every date, unit and figure is accounted for, whatever is asked."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from knowledge.plan import Plan
from storage.database import Database
from storage.values import PlanState
from tests.factories.grounding import check_grounded, read_sources
from tests.factories.talk import build_chat

TODAY = dt.date(2026, 11, 23)
EVERY = 6  # of a plan's rows one is asked about
PERIODS = ("tháng 3", "quý I", "quý III", "6 tháng đầu năm", "năm")


def ask_about(plan: Plan) -> Iterator[str]:
    """Ask for facts of some rows, lists and counts, reports and the document, in a named place."""
    place = plan.locality or ""
    for task in plan.tasks[::EVERY]:
        words = " ".join(task.content.split()[:12])
        yield f"{place}: khi nào {words}?"
        yield f"Ở {place} ai chủ trì, ai phối hợp {words}, sản phẩm là gì?"
        yield f"{place} {words} phải đạt bao nhiêu phần trăm?"
    yield from (f"{place} {period} có những việc gì?" for period in PERIODS)
    yield from (f"{place} {period} có bao nhiêu nhiệm vụ?" for period in PERIODS)
    yield from (f"Hạn báo cáo {period} của {place} là khi nào?" for period in PERIODS)
    yield f"Kế hoạch của {place} số mấy, ban hành ngày nào, ai ký, căn cứ văn bản nào?"
    yield f"Mục đích của kế hoạch {place} là gì?"
    yield f"{place} có bao nhiêu nhiệm vụ thường xuyên?"


async def list_plans(database: Database) -> list[Plan]:
    """Give the plans as they are stored, with their rows."""
    async with database.read() as work:
        return [
            replace(
                stored.facts,
                tasks=tuple(each.task for each in await work.plans.tasks(stored.id)),
                paragraphs=tuple(await work.plans.paragraphs(stored.id)),
            )
            for stored in await work.plans.list_all(state=PlanState.CONFIRMED)
        ]


async def test_every_reply_is_grounded(real_plans: Database, shared: Path) -> None:
    plans = await list_plans(real_plans)
    sources = read_sources(sorted((shared / "plans").glob("00*.txt")), plans)
    app = build_chat(real_plans).app
    answered = 0
    for text in (text for plan in plans for text in ask_about(plan)):
        answer = await app.questions.answer(text, today=TODAY)
        assert len(answer.text) <= 1500, text
        if answer.status == "answered":
            answered += 1
            check_grounded(text, answer, sources)
        else:
            assert not answer.citations, text
    assert answered > 100
