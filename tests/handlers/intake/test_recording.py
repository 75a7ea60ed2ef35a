"""What is recorded, by kind and by what is known of the sender; what the receipt says."""

import pytest

from handlers.intake import drafts
from knowledge.case_codes import find_code
from knowledge.cases.states import CaseKind, CaseState, TermKind
from storage.values import Contact, Dialogue, Role
from tests.factories.citizens import CLERKS, CONTACT, LAMP, RULE, last_case, report
from tests.factories.handover import link_official
from tests.factories.talk import Chat, build_chat

SENDER = Contact("Nguyễn Thị Lan", "0912345678", "thôn Bến Đình")


@pytest.mark.parametrize(
    ("said", "kind", "state", "is_hidden", "receipt"),
    [
        ((LAMP, CONTACT), CaseKind.SCENE, CaseState.RECEIVED, False, "Chậm nhất thứ Năm 26/11"),
        ((LAMP, "bỏ qua"), CaseKind.SCENE, CaseState.RECEIVED, False, "không định danh"),
        ((CLERKS, CONTACT), CaseKind.CONDUCT, CaseState.RECEIVED, True, "Chậm nhất thứ Năm"),
        ((CLERKS, "bỏ qua"), CaseKind.CONDUCT, CaseState.NEEDS_INFO, True, "thứ Hai 30/11/2026"),
        ((RULE, CONTACT), CaseKind.RULE, CaseState.RECEIVED, False, "15 ngày làm việc"),
        ((RULE, "bỏ qua"), CaseKind.RULE, CaseState.NEEDS_INFO, False, "họ tên, địa chỉ, số điện"),
    ],
)
async def test_kinds_and_contacts(
    chat: Chat,
    said: tuple[str, ...],
    kind: CaseKind,
    state: CaseState,
    is_hidden: bool,
    receipt: str,
) -> None:
    case = await report(chat, "phản ánh", *said)
    assert (case.kind, case.state, case.hides_name) == (kind, state, is_hidden)
    assert case.contact == (SENDER if CONTACT in said else Contact())
    assert receipt in chat.heard()[-1]
    assert len(chat.heard()[-1]) <= 1000
    async with chat.app.database.read() as work:
        terms = await work.case_terms.of_case(case.id)
        notices = await work.case_notices.of_case(case.id)
        vectors = await work.cases.vectors([case.id], "words")
    running = [TermKind.ACCEPTANCE] if state is CaseState.RECEIVED else []
    assert [term.kind for term in terms] == running
    assert [notice.text for notice in notices] == [chat.heard()[-1]]
    assert len(vectors) <= 1


async def test_all_in_one_message_goes_to_the_review(chat: Chat) -> None:
    told = await chat.says(f"Tôi muốn phản ánh {LAMP}. {CONTACT}")
    assert told.startswith("Xin Ông/Bà xem lại")
    assert "Liên hệ: Nguyễn Thị Lan, thôn Bến Đình, 0912 345 678" in told


async def test_the_clerk_is_told_without_personal_data(chat: Chat) -> None:
    clerk = await link_official(chat, "an", "Trần Văn An")
    case = await report(chat)
    told = clerk.heard()[-1]
    assert told.startswith(f"Phản ánh mới {case.code} (hiện trường): Đèn đường")
    assert "Lan" not in told
    assert "0912" not in told


async def test_who_is_complained_of_is_left_out(chat: Chat) -> None:
    clerk = await link_official(chat, "an", "Trần Văn An")
    leader = await link_official(chat, "hai", "Trần Văn Hai", role=Role.LEADER)
    async with chat.app.database.write() as work:
        [place] = await work.localities.list_all()
        office = await work.offices.ensure(place.id, "Công chức Tư pháp - Hộ tịch")
    case = await report(chat, "phản ánh", CLERKS, CONTACT)
    assert case.complained_office_id == office.id
    assert "tư pháp" in case.complained_of.lower()
    assert case.code in clerk.heard()[-1]
    assert case.code not in "".join(leader.heard())


async def test_a_leader_complained_of_may_go_to_the_province(chat: Chat) -> None:
    async with chat.app.database.write() as work:
        [place] = await work.localities.list_all()
        parent = await work.localities.ensure("tỉnh Sông Lụa")
        await work.localities.set_parent(place.id, parent.id)
    told = await chat.says("tôi muốn phản ánh chủ tịch xã không tiếp dân theo lịch")
    assert "nên gửi tỉnh Sông Lụa" in told
    await chat.says("bỏ qua")
    assert chat.buttons[-1] == "gửi tới tỉnh Sông Lụa"
    assert "trước khi gửi UBND tỉnh Sông Lụa" in await chat.says(chat.buttons[-1])
    await chat.says("gửi")
    assert (await last_case(chat)).locality == "tỉnh Sông Lụa"


async def test_a_petition_that_is_insisted_on_is_the_clerks_alone(chat: Chat) -> None:
    officer = await link_official(chat, "binh", "Lê Bình", role=Role.HEAD)
    clerk = await link_official(chat, "an", "Trần Văn An")
    await chat.says("tôi muốn khiếu nại quyết định xử phạt của xã")
    told = await chat.says(chat.buttons[0])
    assert "chỉ công chức đầu mối xem" in told
    for text in (CONTACT, "gửi"):
        await chat.says(text)
    case = await last_case(chat)
    assert (case.kind, case.content) == (
        CaseKind.PETITION,
        "tôi muốn khiếu nại quyết định xử phạt của xã",
    )
    assert case.code in clerk.heard()[-1]
    assert case.code not in "".join(officer.heard())


async def test_the_same_twice_is_asked_about_once(chat: Chat) -> None:
    first = await report(chat)
    for text in (LAMP, CONTACT):
        await chat.says(text)
    assert f"mã {first.code}" in await chat.says("gửi")
    assert len(await all_cases(chat)) == 1
    assert find_code(await chat.says("vẫn gửi")) != first.code
    assert len(await all_cases(chat)) == 2


async def test_the_same_after_a_while_is_another_one(chat: Chat) -> None:
    await report(chat)
    chat.clock.advance(minutes=11)
    await report(chat)
    assert len(await all_cases(chat)) == 2


async def all_cases(chat: Chat) -> list[str]:
    async with chat.app.database.read() as work:
        return [case.code for case in await work.cases.list_all()]


async def test_an_announced_channel_says_so(chat: Chat) -> None:
    async with chat.app.database.write() as work:
        [place] = await work.localities.list_all()
        document = "Thông báo số 12/TB-UBND ngày 01/9/2026"
        await work.localities.save_profile(place.id, {"office.channel_announced": document})
    await report(chat)
    assert f"được công bố tại {document}." in chat.heard()[-1]


async def test_questions_in_the_middle_are_answered(chat: Chat) -> None:
    for text in ("phản ánh", LAMP):
        await chat.says(text)
    told = await chat.says("thứ bảy xã có làm việc không")
    assert "nhắn “tiếp tục”" in told
    assert LAMP in await chat.says("tiếp tục")
    assert "không bắt buộc" in await chat.says("vì sao phải cho số điện thoại")


async def test_changes_are_taken_at_once(chat: Chat) -> None:
    for text in ("phản ánh", LAMP, CONTACT):
        await chat.says(text)
    assert "0987 654 321" in await chat.says("sửa số điện thoại 0987 654 321")
    assert "chưa đúng" in await chat.says("sửa số điện thoại 0987")
    assert "Nội dung: Cống tắc trước chợ" in await chat.says("sửa nội dung: Cống tắc trước chợ")
    assert "muốn sửa phần nào" in await chat.says("sửa")
    assert "Nội dung hiện có: Cống" in await chat.says("nội dung")
    assert "Nội dung: Cống tắc trước chợ" in await chat.says("tiếp tục")
    assert "mấy nhà liền kề" in await chat.says("thêm: nước tràn vào mấy nhà liền kề")


async def test_another_matter_is_not_mixed_in(chat: Chat) -> None:
    for text in ("phản ánh", LAMP):
        await chat.says(text)
    assert "đang viết dở một phản ánh khác" in await chat.says("tôi muốn phản ánh cống hôi ở chợ")
    told = await chat.says("phản ánh mới")
    assert "Cống hôi ở chợ" in told
    assert "Đèn" not in told


async def test_a_hidden_name_is_hidden(chat: Chat) -> None:
    for text in ("phản ánh", LAMP):
        await chat.says(text)
    assert "chỉ công chức đầu mối biết" in await chat.says("k muốn để tên đc k ad, sợ bị trù dập")
    assert "(ẩn tên với nơi xử lý" in await chat.says(CONTACT)
    await chat.says("gửi")
    assert (await last_case(chat)).hides_name


async def test_a_draft_of_the_last_release_is_given_back(chat: Chat) -> None:
    state = (
        '{"step": "contact", "language": "vi", "place": "xã Bến Lụa", '
        f'"content": "{LAMP}", "contact": null}}'
    )
    async with chat.app.database.write() as work:
        await work.dialogues.save(chat.address, Dialogue(drafts.KIND, 1, state, chat.clock.now()))
    assert LAMP in await chat.says("bỏ qua")


async def test_a_draft_outlives_the_process(chat: Chat) -> None:
    for text in ("phản ánh", LAMP):
        await chat.says(text)
    again = build_chat(chat.app.database)
    again.clock.moment = chat.clock.moment
    assert LAMP in await again.says("bỏ qua")
    assert find_code(await again.says("gửi"))


async def test_words_for_drafts_without_one(chat: Chat) -> None:
    assert "không có nội dung nào đang viết dở" in await chat.says("gửi")
