"""Refusals that help: what there is instead, whom to ask, and never a source or a guess."""

import re

import pytest

from handlers.people import NewInvitation, invite
from tests.factories.plans import OFFICE
from tests.factories.talk import Chat

PROFILE = {
    "office.phone": "0298 3000 112",
    "office.national_portal": "https://dichvucong.gov.vn",
    "hours.days": "thứ Hai đến thứ Sáu",
    "hours.morning": "07:30–11:30",
    "hours.afternoon": "13:00–17:00",
    "one_stop_desk.name": "Trung tâm Phục vụ hành chính công xã Bến Lụa",
    "one_stop_desk.phone": "0298 3000 115",
}
HOURS = " (thứ Hai đến thứ Sáu, 07:30–11:30 và 13:00–17:00)"
DESK = f"Trung tâm Phục vụ hành chính công xã Bến Lụa 0298 3000 115{HOURS}"
PORTAL = "Cổng Dịch vụ công quốc gia (https://dichvucong.gov.vn)"
DOSSIER = (
    f"Kênh này chưa tra được tiến độ hồ sơ; Ông/Bà tra theo mã hồ sơ trên {PORTAL} hoặc gọi {DESK}. "
    "Nếu đã quá ngày hẹn trả, nhắn “trễ hẹn” để gửi phản ánh."
)
CLERK = "gặp cán bộ"


async def give_profile(chat: Chat, profile: dict[str, str]) -> None:
    async with chat.app.database.write() as work:
        [place] = [p for p in await work.localities.list_all() if p.name == "xã Bến Lụa"]
        await work.localities.save_profile(place.id, profile)


@pytest.fixture
async def citizen(sample_chat: Chat) -> Chat:
    await give_profile(sample_chat, PROFILE)
    return sample_chat


async def link(chat: Chat) -> Chat:
    made = NewInvitation("xã Bến Lụa", OFFICE, "Trần Văn An", makes_office=True)
    await chat.says(await invite(chat.app.database, made, now=chat.clock.now()))
    return chat


def check(said: str) -> None:
    assert not re.search(r"Nguồn|Source|\.\.|  |!|\{|None|\bem\b", said), said
    assert len(said) < 600


@pytest.mark.parametrize(
    ("text", "said", "buttons"),
    [
        ("hs của e tới đâu r ad, nộp hôm t2", DOSSIER, ["trễ hẹn", CLERK]),
        ("hồ sơ của tôi giải quyết xong chưa", DOSSIER, ["trễ hẹn", CLERK]),
        (
            "lam khai sinh cho chau can giay to j",
            f"Hệ thống chưa có hướng dẫn thủ tục khai sinh; xin xem {PORTAL} hoặc gọi {DESK}.",
            [CLERK],
        ),
        (
            "phí sao y chứng thực bao nhiêu tiền",
            f"Hệ thống chưa có hướng dẫn thủ tục chứng thực; xin xem {PORTAL} hoặc gọi {DESK}.",
            [CLERK],
        ),
        (
            "xin mẫu đơn ở đâu",
            f"Hệ thống chưa có hướng dẫn thủ tục này; xin xem {PORTAL} hoặc gọi {DESK}.",
            [CLERK],
        ),
        (
            "xã mình sáp nhập vào đâu vậy",
            (
                "Hệ thống chưa có dữ liệu về việc sắp xếp đơn vị hành chính nên không trả lời phỏng "
                "đoán. Nhắn 1 để chuyển câu hỏi cho cán bộ."
            ),
            [CLERK],
        ),
        (
            "mức chi cho lớp tập huấn tổ công nghệ số là bao nhiêu tiền",
            (
                "Các kế hoạch hiện có không nêu số tiền. "
                f"Cần hỏi thêm, xin gọi 0298 3000 112{HOURS}. Nhắn 1 để chuyển câu hỏi cho cán bộ."
            ),
            [CLERK],
        ),
        (
            "viết hộ bài thơ tặng vợ",
            (
                "Các tài liệu công khai hiện có không nêu việc này nên chưa trả lời được. "
                f"Cần hỏi thêm, xin gọi 0298 3000 112{HOURS}. Nhắn 1 để chuyển câu hỏi cho cán bộ."
            ),
            [CLERK],
        ),
        (
            "rà soát TTHC lĩnh vực đất đai năm 2023 hạn nào",
            (
                "Hệ thống chỉ có kế hoạch năm 2026 của xã Bến Lụa, chưa có kế hoạch năm 2023. "
                "Nhắn 1 để xem hạn của năm 2026."
            ),
            ["rà soát TTHC lĩnh vực đất đai năm 2026 hạn nào"],
        ),
        (
            "ai chủ trì tập huấn tổ công nghệ số năm ngoái",
            (
                "Hệ thống chỉ có kế hoạch năm 2026 của xã Bến Lụa, chưa có kế hoạch năm 2025. "
                "Nhắn 1 để xem kế hoạch năm 2026."
            ),
            ["ai chủ trì tập huấn tổ công nghệ số năm 2026"],
        ),
        (
            "phường An Cựu rà soát TTHC đất đai khi nào",
            (
                "Hệ thống chưa có kế hoạch của phường An Cựu. Hiện có kế hoạch của xã Bến Lụa. "
                "Nhắn 1 để xem theo kế hoạch của xã Bến Lụa."
            ),
            ["xã Bến Lụa rà soát TTHC đất đai khi nào"],
        ),
        (
            "kế hoạch của xã kỳ tân năm nào",
            (
                "Hệ thống chưa có kế hoạch của xã Kỳ Tân. Hiện có kế hoạch của xã Bến Lụa. "
                "Nhắn 1 để xem theo kế hoạch của xã Bến Lụa."
            ),
            ["kế hoạch của xã Bến Lụa năm nào"],
        ),
        (
            "who leads the review of land procedures in 2019",
            (
                "There is only a plan of xã Bến Lụa for 2026, none for 2019. "
                "Write 1 to see the plan for 2026."
            ),
            ["who leads the review of land procedures in 2026"],
        ),
        (
            "what is the status of my dossier",
            (
                "The progress of a dossier cannot be looked up here; you can look it up by its code on "
                "the National Public Service Portal (Cổng Dịch vụ công quốc gia) "
                "(https://dichvucong.gov.vn) or call Trung tâm Phục vụ hành chính công xã Bến Lụa at "
                "0298 3000 115 (thứ Hai đến thứ Sáu, 07:30–11:30 and 13:00–17:00). "
                "If the day of return has passed, write “report a problem”."
            ),
            ["report a problem", "I want to talk to an official"],
        ),
    ],
)
async def test_what_a_citizen_reads(
    citizen: Chat, text: str, said: str, buttons: list[str]
) -> None:
    assert await citizen.says(text) == said
    check(said)
    assert citizen.buttons == buttons


async def test_the_other_year_is_a_number_away(citizen: Chat) -> None:
    await citizen.says("rà soát TTHC lĩnh vực đất đai, xây dựng năm 2023 hạn nào")
    assert "31/7/2026" in await citizen.says("1")


async def test_a_long_question_is_asked_again_as_a_follow_up(citizen: Chat) -> None:
    await citizen.says(
        "cho tôi hỏi năm 2023 thì việc rà soát TTHC lĩnh vực đất đai, xây dựng phải làm xong trước "
        "ngày nào vậy ạ"
    )
    assert citizen.buttons == ["còn năm 2026 thì sao"]
    assert "31/7/2026" in await citizen.says("1")


async def test_the_place_held_is_a_number_away(citizen: Chat) -> None:
    await citizen.says("phường An Cựu rà soát TTHC lĩnh vực đất đai, xây dựng khi nào")
    assert "31/7/2026" in await citizen.says("1")


async def test_what_is_near_is_named_without_its_facts_and_can_be_seen(citizen: Chat) -> None:
    said = await citizen.says("lớp tập huấn nuôi ong lấy mật cho tổ công nghệ số bao giờ mở")
    check(said)
    if "Kế hoạch có mục gần" in said:
        assert "15/12" not in said
        assert "Phòng Văn hóa" not in said
        assert "Nhắn 1 để xem mục này, 2 để chuyển câu hỏi cho cán bộ." in said
        assert "Nguồn" in await citizen.says("1")


async def test_a_late_dossier_begins_feedback(citizen: Chat) -> None:
    await citizen.says("hs của e tới đâu r ad")
    assert "việc cần phản ánh" in await citizen.says("trễ hẹn")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "viết hộ bài thơ tặng vợ",
            "Các tài liệu hiện có không nêu việc này. Anh/Chị có thể hỏi lại bằng từ khác.",
        ),
        (
            "hồ sơ của tôi tới đâu rồi",
            (
                f"Kênh này chưa tra được tiến độ hồ sơ; Anh/Chị tra theo mã hồ sơ trên {PORTAL} hoặc "
                f"gọi {DESK}."
            ),
        ),
    ],
)
async def test_officials_are_offered_no_feedback(citizen: Chat, text: str, said: str) -> None:
    officer = await link(citizen.other("an"))
    assert await officer.says(text) == said
    assert officer.buttons == []


@pytest.mark.parametrize(
    ("profile", "said"),
    [
        ({}, "xin xem Cổng Dịch vụ công quốc gia."),
        ({"office.phone": "0298 1"}, "quốc gia hoặc gọi UBND xã Bến Lụa 0298 1."),
        ({"one_stop_desk.phone": "0298 2"}, "quốc gia hoặc gọi Bộ phận Một cửa 0298 2."),
        ({"hours.days": "thứ Hai"}, "xin xem Cổng Dịch vụ công quốc gia."),
    ],
)
async def test_only_what_the_office_entered_is_said(
    sample_chat: Chat, profile: dict[str, str], said: str
) -> None:
    await give_profile(sample_chat, profile)
    assert (await sample_chat.says("làm khai tử cần giấy tờ gì")).endswith(said)


@pytest.mark.parametrize(
    "text",
    [
        "ai chủ trì kiểm tra lại quy trình điện tử của các TTHC mới",
        "bao nhiêu phần trăm hồ sơ được số hóa",
        "hồ sơ trễ hẹn thì ai phải xin lỗi người nộp",
        "khi nào rà soát TTHC lĩnh vực đất đai, xây dựng",
    ],
)
async def test_questions_about_plans_are_not_refused(citizen: Chat, text: str) -> None:
    assert "Nguồn: " in await citizen.says(text)


async def test_feedback_is_offered_where_something_is_complained_of(citizen: Chat) -> None:
    async def ask(text: str, *, is_official: bool = False) -> list[str]:
        answer = await citizen.app.questions.answer(
            text, today=citizen.clock.now().date(), is_official=is_official
        )
        return [offer.button.says for offer in answer.offers]

    assert await ask("cống trước nhà bà Tư hôi quá") == [CLERK, "gửi phản ánh"]
    assert await ask("viết hộ bài thơ tặng vợ") == [CLERK]
    assert await ask("cống trước nhà bà Tư hôi quá", is_official=True) == []
