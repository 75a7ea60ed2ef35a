"""Results that go out in an approved template where nothing else may: only to who has agreed."""

from dataclasses import replace

import pytest

from handlers.cases.notices import make_template
from handlers.intake.asking import CONTACT as FORM
from handlers.messages import Template
from knowledge.cases.states import Notice
from knowledge.cases.steps import Action
from tests.factories.citizens import ANSWERED, CLERKS, CONTACT, LAMP, act, report
from tests.factories.talk import Chat

RESULTS = (
    *(Notice.ANSWERED, Notice.REFUSED, Notice.TRANSFERRED),
    *(Notice.NEEDS_INFO, Notice.EXTENDED),
)


async def find_template(chat: Chat) -> Template | None:
    return chat.channel.sent[-1][1].template


@pytest.mark.parametrize(
    ("actions", "state"),
    [
        (ANSWERED, "Đã trả lời"),
        ((Action.ASK_INFO,), "Cần bổ sung thông tin"),
        ((Action.ACCEPT,), None),
    ],
)
async def test_who_has_agreed_gets_a_template(
    chat: Chat, actions: tuple[Action, ...], state: str | None
) -> None:
    case = await report(chat, LAMP, CONTACT)
    await chat.says(f"đồng ý nhận tin mẫu {case.code}")
    await act(chat, *actions)
    data = {"code": case.code, "state": state or "", "place": "xã Bến Lụa"}
    assert await find_template(chat) == (Template("case_result", data) if state else None)


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("notice", list(Notice))
async def test_a_result_is_said_in_few_words(chat: Chat, notice: Notice, language: str) -> None:
    case = await report(chat, LAMP, CONTACT)
    agreed = replace(case, may_use_template=True, language=language)
    made = make_template(agreed, notice)
    assert (made is not None) == (notice in RESULTS)
    assert made is None or 0 < len(made.data["state"]) <= 30
    assert make_template(case, notice) is None


async def test_nobody_else_does(chat: Chat) -> None:
    await report(chat, LAMP, CONTACT)
    await act(chat, *ANSWERED)
    assert await find_template(chat) is None


async def test_a_consent_taken_back_holds_no_more(chat: Chat) -> None:
    case = await report(chat, LAMP, CONTACT)
    await chat.says(f"đồng ý nhận tin mẫu {case.code}")
    await chat.says("rút đồng ý")
    await act(chat, *ANSWERED)
    assert await find_template(chat) is None


async def test_a_form_goes_with_what_asks_for_name_and_phone(chat: Chat) -> None:
    asks = []
    for said in (
        LAMP,
        "để làm gì",
        "không muốn nêu tên",
        "0912 34",
        CONTACT,
        "sửa số điện thoại 12",
    ):
        await chat.says(said)
        asks.append(chat.channel.sent[-1][1].asks)
    assert asks == [FORM, FORM, FORM, FORM, "", FORM]
    await chat.says("hủy")
    asks = []
    for said in (CLERKS, "bỏ qua", "gửi"):
        await chat.says(said)
        asks.append(chat.channel.sent[-1][1].asks)
    assert asks == [FORM, "", FORM]
