"""Impatience and insults: an apology and a human, or one calm sentence."""

from tests.factories.handover import (
    QUESTION,
    ask_official,
)
from tests.factories.talk import Chat


async def test_impatience_gets_an_apology_and_goes_to_the_clerk(lan: Chat, clerk: Chat) -> None:
    for text in ("phản ánh", "Đèn đường đầu thôn hỏng cả tháng", "bỏ qua", "gửi"):
        await lan.says(text)
    told = await lan.says("lam an kieu gi the hoi ca tuan ko ai tra loi")
    assert told.startswith("Xin lỗi vì Ông/Bà phải chờ. Đã chuyển tới cán bộ UBND xã Bến Lụa")
    assert "Phản ánh gần nhất của Ông/Bà – PA261123-" in told
    notice = clerk.heard()[-1]
    assert "phải chờ lâu" in notice
    assert "hoi ca tuan ko ai tra loi" in notice
    assert "hoi ca tuan ko ai tra loi" in await clerk.says("xem hỏi đáp 1")
    assert "Phản ánh gần nhất của người này: PA261123-" in notice
    assert "Đèn đường" not in notice


async def test_impatience_passes_on_the_question_with_the_complaint(lan: Chat, clerk: Chat) -> None:
    await lan.says(QUESTION)
    await lan.says("sao mãi không trả lời tôi")
    assert f"“{QUESTION}”" in clerk.heard()[-1]
    shown = await clerk.says("xem hỏi đáp 1")
    assert QUESTION in shown
    assert "sao mãi không trả lời tôi" in shown


async def test_impatience_while_waiting_is_passed_on_with_one_apology(
    lan: Chat, clerk: Chat
) -> None:
    await ask_official(lan)
    assert (await lan.says("sao mãi không trả lời tôi")).startswith("Xin lỗi vì Ông/Bà phải chờ.")
    assert "sao mãi không trả lời tôi" in clerk.heard()[-1]


async def test_an_insult_gets_one_calm_sentence(lan: Chat) -> None:
    told = await lan.says("bot ngu như bò")
    assert told.startswith("Ông/Bà cho biết việc cần hỏi")
    assert "ngu" not in told
    assert lan.buttons == ["gặp cán bộ"]
