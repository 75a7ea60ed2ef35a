"""Who sees and does what: nothing is offered that the table forbids, nothing shown to strangers."""

import pytest

from handlers.cases.changes import Facts
from handlers.casework.commands import WITHOUT_CASE, Verb, read_command
from handlers.casework.deed import ACTIONS, is_allowed
from knowledge.cases.states import CaseState
from knowledge.cases.steps import Action
from storage.database import Database
from storage.values import Case, Role
from tests.factories.cases import JUSTICE, LAND, Town, found_town, open_case, to_answer, walk
from tests.factories.casework import FELL_THROUGH, Talk, build_talk

STAFF = ("thu", "chutich", "truong", "dia", "tuphap")


async def test_no_button_is_offered_that_the_table_forbids(
    talk: Talk, town: Town, case: Case
) -> None:
    offered = 0
    for step in (None, *to_answer(town)):
        if step:
            async with talk.database.write() as work:
                case = await walk(work, town, case, step)
        for who in STAFF:
            await talk.says(who, f"xem {case.code}")
            for button in talk.buttons:
                command = read_command(button)
                assert command is not None
                assert is_allowed(case, ACTIONS[command.verb], town.doer(who, case)), button
                offered += 1
    assert offered > 60


@pytest.mark.parametrize("said", ["xem {}", "dự thảo {}: a", "sao chép {}", "ghi chú {}: a"])
async def test_who_is_complained_of_finds_no_such_case(talk: Talk, town: Town, said: str) -> None:
    async with talk.database.write() as work:
        justice = town.offices[JUSTICE]
        case = await open_case(work, town.place_id, number=3, complained_office_id=justice)
        case = await walk(work, town, case, ("thu", Action.ACCEPT, Facts()))
    assert "Chưa tìm thấy" in await talk.says("tuphap", said.format(case.code))
    assert "không có phản ánh" in await talk.says("tuphap", "việc PAKN")
    assert "chính Công chức Tư pháp" in await talk.says("thu", f"giao {case.code} cho {JUSTICE}")
    await talk.says("thu", f"giao {case.code} cho Tư pháp")
    assert f"giao {case.code} cho {JUSTICE}" not in talk.buttons


async def test_a_code_of_another_place_is_as_if_unknown(sqlite: Database) -> None:
    async with sqlite.write() as work:
        town = await found_town(work)
        elsewhere = await found_town(work, "xã Đồi Sim")
        theirs = await open_case(work, elsewhere.place_id)
        own = await open_case(work, town.place_id, number=2)
    talk = build_talk(sqlite, town)
    unknown = await talk.says("thu", "xem PA261123-7K3QXC")
    strange = await talk.says("thu", f"xem {theirs.code}")
    assert ("mã phản ánh" in unknown.lower()) is True
    assert strange == f"Chưa tìm thấy phản ánh có mã {theirs.code}. Xin kiểm tra lại mã."
    assert theirs.code not in await talk.says("thu", "việc PAKN")
    assert "chưa tìm thấy" in await talk.says("thu", f"gộp {own.code} vào {theirs.code}")
    assert await talk.says("thu", theirs.code) == FELL_THROUGH


async def test_citizens_are_left_to_others(talk: Talk, case: Case) -> None:
    for said in ("việc PAKN", f"xem {case.code}", f"tiếp nhận {case.code}", case.code):
        assert await talk.says("lan", said) == FELL_THROUGH


async def test_a_hidden_name_is_known_to_the_clerk_alone(talk: Talk, town: Town) -> None:
    async with talk.database.write() as work:
        content = "Tôi, Nguyễn Văn Bình, báo đèn hỏng"
        case = await open_case(work, town.place_id, number=4, content=content, hides_name=True)
        await walk(work, town, case, *to_answer(town)[:2])
    assert "Nguyễn Văn Bình" in await talk.says("thu", f"xem {case.code}")
    for who, said in (("dia", "xem"), ("truong", "sao chép"), ("chutich", "xem")):
        shown = await talk.says(who, f"{said} {case.code}")
        assert "Bình" not in shown
        assert "0912" not in shown


async def test_the_second_official_learns_who_was_first(talk: Talk, case: Case) -> None:
    await talk.says("thu", f"tiếp nhận {case.code}")
    await talk.says("thu", f"giao {case.code} cho {LAND}")
    await talk.says("truong", f"bắt đầu xử lý {case.code}")
    said = await talk.says("dia", f"bắt đầu xử lý {case.code}")
    assert "vừa được Người truong bắt đầu xử lý lúc 09:00" in said


async def test_a_case_sent_back_three_times_goes_to_the_leader(talk: Talk, case: Case) -> None:
    code = case.code
    await talk.says("thu", f"tiếp nhận {code}")
    for office, who in ((LAND, "dia"), (JUSTICE, "tuphap"), (LAND, "dia")):
        await talk.says("thu", f"giao {code} cho {office}")
        await talk.says(who, f"trả lại {code}: không thuộc đơn vị")
    assert "không có phản ánh" in await talk.says("thu", "việc PAKN")
    assert "do lãnh đạo phân công" in await talk.says("thu", f"giao {code} cho {JUSTICE}")
    await talk.says("thu", f"xem {code}")
    assert not any(button.startswith("giao ") for button in talk.buttons)
    assert "bị trả lại lần 3" in await talk.says("chutich", "việc PAKN")
    await talk.says("chutich", f"giao 1 cho {JUSTICE}")
    assert (await talk.find(case)).office == JUSTICE


async def test_without_a_leader_the_clerk_is_told_what_to_do(sqlite: Database) -> None:
    async with sqlite.write() as work:
        town = await found_town(work)
        leader = town.people["chutich"]
        await work.people.forget_address(leader.addresses[0])
        case = await walk(work, town, await open_case(work, town.place_id), *to_answer(town)[:3])
    talk = build_talk(sqlite, town)
    await talk.says("dia", f"dự thảo {case.code}: Đã thay bóng.")
    assert "mời lãnh đạo" in await talk.says("dia", "trình")
    assert "mời lãnh đạo" in await talk.says("thu", "việc PAKN")


async def test_the_clerk_approves_where_the_office_lets_it(sqlite: Database) -> None:
    async with sqlite.write() as work:
        town = await found_town(work, approver=Role.CLERK)
        case = await walk(work, town, await open_case(work, town.place_id), *to_answer(town)[:4])
    talk = build_talk(sqlite, town)
    await talk.says("thu", f"xem {case.code}")
    assert f"duyệt {case.code}" in talk.buttons
    await talk.says("thu", f"duyệt {case.code}")
    assert (await talk.find(case)).state is CaseState.APPROVED


def test_every_command_about_a_case_is_an_action() -> None:
    assert set(ACTIONS) >= set(Verb) - WITHOUT_CASE
