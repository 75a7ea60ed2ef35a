"""The same file again: read again, corrections kept, nothing new stores nothing."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from handlers.errors import HandlerError
from handlers.plans import Outcome, sources
from knowledge.files.document import Document
from knowledge.parsing import parse
from knowledge.plan import Plan
from storage.values import PlanState, StoredTask
from tests.factories.clerk import ELSEWHERE, NEXT, add, load
from tests.factories.plans import TEXT
from tests.factories.talk import Chat


@pytest.fixture
def better_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read what the parser of a later release might: another wording, order and product."""

    def read_better(document: Document, known: Sequence[str]) -> Plan:
        plan = parse(document, known)
        first, *rest = plan.tasks
        better = replace(first, deliverable="Tờ rơi được phát tới từng hộ", number="1a")
        return replace(plan, tasks=(*rest, better))

    monkeypatch.setattr(sources, "parse", read_better)


async def rows(chat: Chat, plan: int) -> dict[str, StoredTask]:
    async with chat.app.database.read() as work:
        return {stored.task.content[:8]: stored for stored in await work.plans.tasks(plan)}


async def fix(chat: Chat, plan: int = 1, **changes: str) -> None:
    await chat.app.plans.fix(plan, 1, changes, actor="operator", now=chat.clock.now())


async def count_plans(chat: Chat) -> int:
    async with chat.app.database.read() as work:
        return len(await work.plans.list_all())


async def test_the_same_file_with_nothing_new_stores_nothing(chat: Chat) -> None:
    await add(chat)
    before = await rows(chat, 1)
    report = await add(chat, name="ten-khac.txt")
    assert (report.outcome, report.plan_id) == (Outcome.UNCHANGED, 1)
    assert await rows(chat, 1) == before
    await chat.app.plans.confirm(1, now=chat.clock.now())
    report = await add(chat)
    assert (report.outcome, report.plan_id) == (Outcome.UNCHANGED, 1)
    assert await count_plans(chat) == 1


async def test_a_correction_is_nothing_new(chat: Chat) -> None:
    await add(chat)
    await fix(chat, lead="Công an xã")
    assert (await add(chat)).outcome is Outcome.UNCHANGED


async def test_a_draft_is_read_again_in_its_place(
    either: Chat, request: pytest.FixtureRequest
) -> None:
    chat = either
    await add(chat)
    await fix(chat, lead="Công an xã", timeframe="Trước ngày 20/12/2026")
    before = await rows(chat, 1)
    request.getfixturevalue("better_parser")
    report = await add(chat)
    assert (report.outcome, report.plan_id, report.state) == (
        Outcome.READ_AGAIN,
        1,
        PlanState.DRAFT,
    )
    after = await rows(chat, 1)
    assert {key: task.id for key, task in after.items()} == {
        key: task.id for key, task in before.items()
    }
    leaflets = after["Phát tờ "]
    assert leaflets.position == 3
    assert leaflets.task.deliverable == "Tờ rơi được phát tới từng hộ"
    assert leaflets.task.lead == ("Công an xã",)
    assert leaflets.task.deadline.last_day is not None
    assert leaflets.task.deadline.last_day.isoformat() == "2026-12-19"
    async with chat.app.database.read() as work:
        assert len(await work.revisions.of_plan(1)) == 2


async def test_a_correction_that_the_parser_has_caught_up_with_is_none(chat: Chat) -> None:
    await add(chat)
    await fix(chat, deliverable="Tờ rơi được phát tới từng hộ")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sources, "parse", _read_caught_up)
        assert (await add(chat)).outcome is Outcome.READ_AGAIN
    assert (await rows(chat, 1))["Phát tờ "].as_read is None


def _read_caught_up(document: Document, known: Sequence[str]) -> Plan:
    plan = parse(document, known)
    first, *rest = plan.tasks
    return replace(plan, tasks=(replace(first, deliverable="Tờ rơi được phát tới từng hộ"), *rest))


@pytest.mark.usefixtures("better_parser")
async def test_a_confirmed_plan_read_better_becomes_a_draft_that_replaces_it(either: Chat) -> None:
    chat = either
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sources, "parse", parse)
        await load(chat)
        await fix(chat, lead="Công an xã")
    before = await rows(chat, 1)
    report = await add(chat)
    assert (report.outcome, report.plan_id, report.state) == (Outcome.ADDED, 2, PlanState.DRAFT)
    assert report.replacement
    assert report.replacement.plan_id == 1
    assert await rows(chat, 1) == before
    assert (await add(chat)).outcome is Outcome.UNCHANGED
    await chat.app.plans.confirm(2, now=chat.clock.now())
    after = await rows(chat, 2)
    assert {task.id for task in after.values()} == {task.id for task in before.values()}
    assert after["Phát tờ "].task.lead == ("Công an xã",)
    assert after["Phát tờ "].as_read is not None


async def test_a_version_takes_over_corrections_of_what_it_repeats(chat: Chat) -> None:
    await load(chat)
    await fix(chat, lead="Công an xã", timeframe="Trước ngày 10/12/2026")
    report = await add(chat, NEXT)
    leaflets = report.rows[0]
    assert leaflets.task.lead == ("Công an xã",)
    assert leaflets.task.timeframe == "Trước ngày 20/12/2026"
    assert [field for field, _ in leaflets.corrected] == ["lead"]


@pytest.mark.parametrize(("text", "replaces"), [(TEXT, 7), (ELSEWHERE, 1), (NEXT, 2)])
async def test_only_a_plan_in_force_of_the_same_place_is_replaced(
    chat: Chat, text: str, replaces: int
) -> None:
    await load(chat)
    await add(chat, TEXT.replace("07/KH", "08/KH"))
    with pytest.raises(HandlerError) as raised:
        await add(chat, text, replaces_id=replaces)
    assert raised.value.code in ("plan_unknown", "not_replaceable")
    assert await count_plans(chat) == 2


async def test_confirmed_plans_teach_how_words_are_written(
    chat: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    taught: list[Sequence[str]] = []

    def read_and_note(document: Document, known: Sequence[str]) -> Plan:
        taught.append(known)
        return parse(document, known)

    monkeypatch.setattr(sources, "parse", read_and_note)
    await add(chat)
    await add(chat, NEXT)
    assert taught == [[], []]
    await chat.app.plans.confirm(1, now=chat.clock.now())
    await add(chat, ELSEWHERE)
    assert any("Phòng Văn hóa - Xã hội" in text for text in taught[-1])
