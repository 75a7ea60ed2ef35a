"""Words under a notice, and calls to senders whom no message reaches."""

import datetime as dt

import pytest

from handlers.buttons import make_button
from handlers.messages import Reply, dump_reply
from knowledge.cases.states import CaseState, Notice
from knowledge.cases.steps import Action
from storage.values import Address, Case, OutboxKind, ToldBy
from tests.factories.cases import Town, to_answer, walk
from tests.factories.casework import FELL_THROUGH, Talk

SAID = "Đã thay bóng đèn sáng nay, dân xác nhận."


@pytest.fixture
async def noticed(talk: Talk, town: Town, case: Case) -> Case:
    """Assign the case; the officer's last message is the notice of it."""
    async with talk.database.write() as work:
        case = await walk(work, town, case, *to_answer(town)[:2])
        for who in ("thu", "dia"):
            await work.outbox.add(
                Address("web", who),
                dump_reply(Reply("…", (make_button("show_case", code=case.code),))),
                kind=OutboxKind.NOTICE,
                now=talk.now,
            )
    return case


async def test_words_under_a_notice_reach_nobody_before_a_choice(talk: Talk, noticed: Case) -> None:
    before = await talk.told(noticed)
    asked = await talk.says("dia", SAID)
    assert SAID in asked
    assert talk.buttons == ["Làm dự thảo trả lời", "Hỏi người dân", "Ghi chú nội bộ", "Hủy"]
    assert "Người gửi chưa đọc được" in await talk.says("dia", "Làm dự thảo trả lời")
    assert (await talk.find(noticed)).state is CaseState.ASSIGNED
    await talk.says("dia", "trình")
    found = await talk.find(noticed)
    assert (found.state, found.answer.text) == (CaseState.DRAFTED, SAID)
    assert await talk.told(noticed) == before


async def test_words_under_a_notice_may_be_a_note_or_nothing(talk: Talk, noticed: Case) -> None:
    await talk.says("dia", SAID)
    assert "Đã hủy" in await talk.says("dia", "hủy")
    assert not (await talk.find(noticed)).sources(Action.NOTE)
    await talk.says("dia", SAID)
    assert "ghi chú nội bộ" in await talk.says("dia", "Ghi chú nội bộ")
    assert (await talk.find(noticed)).sources(Action.NOTE)[0].note == SAID


@pytest.mark.parametrize(
    "said", ["hạn báo cáo quý 3 là khi nào", "ok", "ai chủ trì rà soát thủ tục?", "cảm ơn"]
)
async def test_questions_under_a_notice_are_answered_as_ever(
    talk: Talk, noticed: Case, said: str
) -> None:
    assert await talk.says("dia", said) == FELL_THROUGH


async def test_an_old_notice_is_not_spoken_of(talk: Talk, noticed: Case) -> None:
    talk.now += dt.timedelta(days=2)
    assert await talk.says("dia", SAID) == FELL_THROUGH


async def test_a_call_closes_the_task(talk: Talk, town: Town, case: Case) -> None:
    async with talk.database.write() as work:
        case = await walk(work, town, case, *to_answer(town))
        subject = await work.case_notices.add(case.id, Notice.ANSWERED, "…", now=talk.now)
        row = await work.outbox.add(
            case.sender,
            dump_reply(Reply("…")),
            kind=OutboxKind.NOTICE,
            now=talk.now,
            subject=subject,
        )
        await work.case_notices.record_outcome(row.id, "failed", now=talk.now)
    assert "Cần gọi điện báo kết quả cho 1" in await talk.says("thu", "việc PAKN")
    listed = await talk.says("thu", "danh sách cần gọi")
    assert case.code in listed
    assert "0912" not in listed
    assert "0912 345 678" in await talk.says("thu", "xem 1")
    assert "Người thu gọi điện" in await talk.says("thu", "đã gọi 1 lúc 9h")
    async with talk.database.read() as work:
        told = [n for n in await work.case_notices.of_case(case.id) if n.told_by]
    assert [(n.told_by, n.told_person_id) for n in told] == [(ToldBy.PHONE, town.people["thu"].id)]
    assert (await talk.find(case)).sources(Action.TELL)
    assert "không có thông báo" in await talk.says("thu", f"đã gọi {case.code}")
    assert "không có người gửi" in await talk.says("thu", "danh sách cần gọi")
