"""What must not leak: to whom is complained of, to other senders, through files, after erasure."""

from dataclasses import replace

import pytest

from handlers.cases.access import may_see
from handlers.cases.changes import Facts
from handlers.files.opening import note_opening
from handlers.privacy.erasing import erase_case
from knowledge.cases.states import CaseKind, CaseState
from knowledge.cases.steps import Action, Actor
from storage.database import Database
from storage.erasing import name_subject
from storage.values import Address, Case, CaseEvent, NewFile, OutboxKind
from storage.work import Work
from tests.factories.cases import Town, found_with_case, open_case, to_answer, walk
from tests.factories.casework import build_talk
from tests.factories.talk import LAN, MONDAY

MINH = Address("web", "minh")


async def _complain(work: Work, town: Town, content: str, of: str, kind: CaseKind) -> Case:
    case = await open_case(work, town.place_id, number=7, kind=kind, content=content)
    event = CaseEvent(MONDAY, Action.NOTE, case.state, Actor.SYSTEM)
    await work.cases.save(replace(case, complained_of=of), event)
    found = await work.cases.get(case.id)
    assert found
    return found


@pytest.mark.parametrize(
    ("content", "of", "kind", "unseen"),
    [
        ("Chủ tịch xã đòi tiền của dân", "Chủ tịch xã", CaseKind.CONDUCT, {"chutich"}),
        ("Chị Người Thu hách dịch với dân", "", CaseKind.CONDUCT, {"thu"}),
        ("Cán bộ đòi thêm tiền", "anh Người Thu", CaseKind.RULE, {"thu"}),
        ("Mức thu do chủ tịch xã ký", "chủ tịch xã", CaseKind.RULE, set()),
        ("Gặp người thu tiền rác", "", CaseKind.SCENE, set()),
    ],
)
async def test_who_is_complained_of_does_not_see_it(
    sqlite: Database, content: str, of: str, kind: CaseKind, unseen: set[str]
) -> None:
    town, _ = await found_with_case(sqlite)
    async with sqlite.write() as work:
        case = await _complain(work, town, content, of, kind)
    desk = {"thu", "chutich"}
    assert {who for who in desk if not may_see(town.people[who], case)} == unseen


async def test_an_answer_is_told_on_without_whom_it_was_written_to(sqlite: Database) -> None:
    town, case = await found_with_case(sqlite)
    async with sqlite.write() as work:
        others: list[Case] = []
        for number in (2, 3):
            sender = Address("web", f"guest {number}")
            other = await open_case(work, town.place_id, number=number, sender=sender)
            others.append(other)
        steps = to_answer(town)
        case = await walk(work, town, case, *steps[:3])
        for other, into in ((others[1], others[0]), (others[0], case)):
            merge = Facts(other_id=into.id, other_code=into.code)
            await walk(work, town, other, ("thu", Action.MERGE, merge))
        text = "Kính gửi ông Nguyễn Văn Bình (0912 345 678): đã thay bóng đèn."
        await walk(work, town, case, ("dia", Action.DRAFT, Facts(text=text)), *steps[4:])
        told = [await work.case_notices.of_case(each.id) for each in (case, *others)]
    assert "Nguyễn Văn Bình" in told[0][-1].text
    for notices in told[1:]:
        assert "đã thay bóng đèn" in notices[-1].text
        assert "Bình" not in notices[-1].text
        assert "0912" not in notices[-1].text


async def test_conduct_found_out_later_hides_the_sender_too(sqlite: Database) -> None:
    town, case = await found_with_case(sqlite)
    async with sqlite.write() as work:
        conduct = Facts(kind=CaseKind.CONDUCT)
        case = await walk(work, town, case, ("thu", Action.CLASSIFY, conduct))
    assert case.hides_name


async def test_a_draft_that_was_changed_is_not_approved_unread(sqlite: Database) -> None:
    town, case = await found_with_case(sqlite)
    async with sqlite.write() as work:
        case = await walk(work, town, case, *to_answer(town)[:4])
    talk = build_talk(sqlite, town)
    await talk.says("chutich", f"xem {case.code}")
    async with sqlite.write() as work:
        held = await work.cases.hold(case.code)
        assert held
        await walk(work, town, held, ("dia", Action.DRAFT, Facts(text="Việc này không có thật.")))
    said = await talk.says("chutich", f"duyệt {case.code}")
    assert said.startswith("Dự thảo đã được sửa sau lần Anh/Chị xem")
    assert "không có thật" in said
    assert (await talk.find(case)).state is CaseState.DRAFTED
    await talk.says("chutich", f"duyệt {case.code}")
    assert (await talk.find(case)).state is CaseState.APPROVED


async def test_a_hidden_sender_is_hidden_in_place_and_notes(sqlite: Database) -> None:
    town, _ = await found_with_case(sqlite)
    async with sqlite.write() as work:
        case = await open_case(work, town.place_id, number=4, hides_name=True)
        note = CaseEvent(
            MONDAY, Action.NOTE, case.state, Actor.CLERK, town.people["thu"].id,
            note="Đã gọi ông Nguyễn Văn Bình",
        )  # fmt: skip
        await work.cases.save(replace(case, where="trước nhà ông Nguyễn Văn Bình"), note)
        found = await work.cases.get(case.id)
        assert found
        await walk(work, town, found, *to_answer(town)[:2])
    talk = build_talk(sqlite, town)
    for said in ("xem", "sao chép"):
        assert "Bình" not in await talk.says("dia", f"{said} {case.code}")
        assert "Nguyễn Văn Bình" in await talk.says("thu", f"{said} {case.code}")


async def test_an_official_who_opens_a_file_is_noted(sqlite: Database) -> None:
    town, case = await found_with_case(sqlite)
    async with sqlite.write() as work:
        new = NewFile("0" * 32, "image/jpeg", 9, "a.jpg")
        file_id = await work.files.add(LAN, new, now=MONDAY)
        await work.files.attach([file_id], owner=LAN, case_id=case.id)
        file = await work.files.find(file_id)
        assert file
        for who, may in (("thu", True), ("dia", False)):
            asker = town.people[who].addresses[0]
            assert await note_opening(work, town.desk, asker, file, now=MONDAY) is may
        assert not await note_opening(work, town.desk, MINH, file, now=MONDAY)
        found = await work.cases.get(case.id)
    assert found
    assert [(e.action, e.person_id) for e in found.sources(Action.READ)] == [
        (Action.READ, town.people["thu"].id)
    ]


async def test_what_an_official_was_shown_is_erased_with_the_case(sqlite: Database) -> None:
    town, case = await found_with_case(sqlite)
    async with sqlite.write() as work:
        await walk(work, town, case, ("lan", Action.WITHDRAW, Facts()))
        subject = f"{name_subject(case.id)} {Action.READ.value}"
        address = town.people["thu"].addresses[0]
        added = await work.outbox.add(
            address, "{}", kind=OutboxKind.REPLY, now=MONDAY, subject=subject
        )
        await erase_case(work, town.desk, case.code, now=MONDAY)
        left = await work.thread.recent(address, limit=10)
    assert added.id
    assert not [entry for entry in left if entry.body == "{}"]
