"""What an office says of itself: only what was asked, in its own words, honest about the rest."""

import datetime as dt
import tomllib
from pathlib import Path

import pytest

from handlers.office.profile import (
    KEYS,
    describe_missing,
    describe_profile,
    describe_reception,
    say_label,
)
from handlers.places import read_profile
from knowledge.questions.rules import Asked
from knowledge.questions.understanding import understand
from storage.values import Locality
from tests.factories.clerk import PLACE

MONDAY = dt.date(2026, 11, 23)
SAMPLE = Path(__file__).parents[3] / "bot" / "samples" / "office.toml"
FULL = dict(read_profile("office.toml", SAMPLE.read_text("utf-8")).changes) | {
    "hours.lunch": "11:30–13:00",
    "office.fax": "0298 3000 119",
    "office.zalo": "UBND xã Bến Lụa",
    "leader.chairman": "ông Hà Quang Thuận",
    "police.phone": "0298 3000 116",
    "health.phone": "0298 3000 117",
}
HOURS = "Giờ làm việc: thứ Hai đến thứ Sáu, 07:30–11:30 và 13:00–17:00."
SATURDAY = "Thứ Bảy: 07:30–11:30, chỉ tiếp nhận hồ sơ"
DAYS_OFF = "Lịch nghỉ: Chủ nhật và các ngày lễ, tết."
ADDRESS = "Địa chỉ: Thôn Bến Đình"
PHONE = "Điện thoại: 0298 3000 112."
DESK = "Trung tâm Phục vụ hành chính công xã Bến Lụa: Tầng 1"
RECEPTION = "Tiếp công dân: Phòng 102"
EMAIL = "Thư điện tử: ubnd@benlua.example.vn."
PORTAL = "Trang thông tin điện tử: https://benlua.example.vn."
NATIONAL = "Cổng Dịch vụ công: https://dichvucong.gov.vn."


def office(profile: dict[str, str]) -> Locality:
    return Locality(1, PLACE, "xã", None, profile, 0)


ASKED = [
    ("Giờ làm việc của UBND xã thế nào?", [HOURS, SATURDAY]),
    ("gio lam viec cua xa", [HOURS]),
    ("ubnd xa lam viec may gio", [HOURS]),
    ("mấy giờ mở cửa ạ", [HOURS]),
    ("may gio dong cua", [HOURS]),
    ("t7 co lam k", [SATURDAY]),
    ("Thứ Bảy xã có làm việc không?", [SATURDAY]),
    ("thu 7 co lam viec ko ad", [SATURDAY]),
    ("sáng thứ 7 có ai trực không", [SATURDAY]),
    ("chủ nhật có làm việc không", [DAYS_OFF]),
    ("cn co lam k", [DAYS_OFF]),
    ("cuối tuần có làm không", [SATURDAY, DAYS_OFF]),
    ("nghỉ trưa từ mấy giờ đến mấy giờ", ["Nghỉ trưa: 11:30–13:00."]),
    ("trua co lam viec khong", ["Nghỉ trưa: 11:30–13:00.", HOURS]),
    ("12h trưa có ai tiếp nhận hồ sơ không", ["Nghỉ trưa: 11:30–13:00."]),
    ("bây giờ còn làm việc không", ["Hôm nay là thứ Hai 23/11/2026.", HOURS]),
    ("bay gio con lam k", ["Hôm nay là thứ Hai 23/11/2026.", HOURS]),
    ("hôm nay xã có làm việc không", ["Hôm nay là thứ Hai 23/11/2026.", HOURS]),
    ("hnay co lviec k", [HOURS]),
    ("chiều nay ubnd có mở cửa không", [HOURS]),
    ("ngày lễ có làm việc không", [DAYS_OFF]),
    ("30/4 xa co lam viec khong", [DAYS_OFF]),
    ("tết nghỉ mấy ngày", [DAYS_OFF]),
    ("Địa chỉ UBND xã ở đâu?", [ADDRESS, DESK]),
    ("dia chi uy ban xa", [ADDRESS]),
    ("dchi ubnd xa o dau", [ADDRESS]),
    ("trụ sở xã nằm ở đâu", [ADDRESS]),
    ("ubnd xã ở chỗ nào", [ADDRESS]),
    ("bộ phận một cửa ở đâu", [DESK]),
    ("nộp hồ sơ ở đâu", [DESK]),
    ("nop ho so o dau vay", [DESK]),
    ("số điện thoại của xã", [PHONE, DESK]),
    ("sdt ubnd xa", [PHONE]),
    ("sdt xa minh so may", [PHONE]),
    ("cho xin số điện thoại bộ phận một cửa", [DESK]),
    ("gọi số nào để hỏi", [PHONE]),
    ("liên hệ với xã thế nào", [PHONE]),
    ("số fax của xã", ["Fax: 0298 3000 119."]),
    ("email của ủy ban là gì", [EMAIL]),
    ("cho hỏi địa chỉ email", [EMAIL]),
    ("trang web của xã", [PORTAL]),
    ("website ubnd xa la gi", [PORTAL]),
    ("cổng thông tin điện tử của xã là gì", [PORTAL]),
    ("xã có zalo không", ["Zalo: UBND xã Bến Lụa."]),
    ("lịch tiếp công dân của xã", [RECEPTION]),
    ("khi nào chủ tịch tiếp dân", [RECEPTION]),
    ("tiep dan ngay nao", [RECEPTION]),
    ("tiếp công dân ở đâu", [RECEPTION]),
    ("nộp hồ sơ trực tuyến ở đâu", [NATIONAL]),
    ("chủ tịch xã là ai", ["Chủ tịch: ông Hà Quang Thuận."]),
    ("ai là chủ tịch ubnd xã", ["Chủ tịch: ông Hà Quang Thuận."]),
    ("công chức đầu mối là ai", ["Văn phòng HĐND và UBND xã; điện thoại 0298 3000 113."]),
    ("số điện thoại công an xã", ["Công an: điện thoại 0298 3000 116."]),
    ("sđt trạm y tế", ["Trạm y tế: điện thoại 0298 3000 117."]),
    ("What are your office hours?", ["Office hours: thứ Hai đến thứ Sáu"]),
    ("Are you open on Saturday?", ["Saturday (thứ Bảy): 07:30"]),
    ("where is your office", ["Address: Thôn Bến Đình"]),
    ("what is the phone number", ["Phone: 0298 3000 112."]),
    ("is the office open today", ["Today is Monday 23 November 2026.", "Office hours: "]),
    ("when does the chairman receive citizens", ["Reception of citizens (tiếp công dân): "]),
    ("do you have a website", ["Website: https://benlua.example.vn."]),
    ("what time do you close", ["Office hours: "]),
]


@pytest.mark.parametrize(("text", "lines"), ASKED)
def test_what_is_asked_is_said(text: str, lines: list[str]) -> None:
    question = understand(text, [], MONDAY)
    assert question.main is Asked.PROFILE
    said = describe_profile(office(FULL), text, question.language, today=MONDAY)
    assert said
    for line in lines:
        assert line in said
    assert "chưa nhập" not in said
    assert len(said.splitlines()) <= 4


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("t7 co lam k", [HOURS, PHONE, ADDRESS]),
        ("sdt ubnd xa", [HOURS, ADDRESS, EMAIL]),
        ("Địa chỉ UBND xã ở đâu?", [HOURS, PHONE, EMAIL]),
        ("cho hỏi địa chỉ email", [ADDRESS, PHONE]),
        ("tiếp công dân ở đâu", [ADDRESS, DESK]),
        ("số điện thoại công an xã", [PHONE, DESK]),
        ("nghỉ trưa từ mấy giờ", [SATURDAY, PHONE]),
    ],
)
def test_nothing_else_is_said(text: str, others: list[str]) -> None:
    said = describe_profile(office(FULL), text, "vi")
    assert said
    assert not [line for line in others if line in said]


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch có giao số điện thoại đường dây nóng cho ai không",
        "Trực đường dây nóng do ai chủ trì",
        "Công khai địa chỉ tiếp nhận phản ánh trước ngày nào",
        "Niêm yết giờ làm việc tại trụ sở do ai làm",
        "Phòng nào lắp camera ở bộ phận một cửa",
        "Thí điểm ngày thứ Tư không viết từ ngày nào",
        "Hôm nay tôi phải làm gì",
        "hôm nay còn việc gì chưa làm",
        "đăng tin lên trang thông tin điện tử do ai làm",
        "UBND xã tập huấn ở đâu",
        "hỗ trợ nộp hồ sơ trực tuyến mấy phần trăm",
        "nộp hồ sơ khai sinh ở đâu",
        "hạn lập trang Zalo của xã là ngày nào",
        "giờ giao ban là mấy giờ",
        "ai phụ trách email công vụ",
        "khi nào xong trụ sở mới",
        "nhận đăng ký qua điện thoại từ tháng nào",
        "Trang bị ghế chờ cho Trung tâm Phục vụ hành chính công xã trước ngày nào",
        "which office leads the survey",
        "when is the report due",
    ],
)
def test_what_plans_say_is_not_asked_of_the_office(text: str) -> None:
    assert understand(text, [], MONDAY).main is not Asked.PROFILE


def without(*keys: str) -> Locality:
    return office({key: value for key, value in FULL.items() if key not in keys})


@pytest.mark.parametrize(
    ("missing", "text", "expected"),
    [
        (
            ["hours.saturday"],
            "t7 co lam k",
            (
                f"{HOURS}\nUBND {PLACE} chưa cung cấp giờ làm việc thứ Bảy tại đây; xin gọi "
                "0298 3000 112."
            ),
        ),
        (
            ["hours.holidays"],
            "tết nghỉ mấy ngày",
            f"{HOURS}\nUBND {PLACE} chưa cung cấp lịch nghỉ lễ, tết tại đây; xin gọi 0298 3000 112.",
        ),
        (
            [],
            "hotline cua xa",
            f"{PHONE}\nUBND {PLACE} chưa cung cấp số đường dây nóng tại đây.",
        ),
        (["hours.lunch"], "nghỉ trưa mấy giờ", HOURS),
        (["hours.afternoon"], "gio lam viec", "Giờ làm việc: thứ Hai đến thứ Sáu, 07:30–11:30."),
        (["hours.days", "hours.morning"], "gio lam viec", "Giờ làm việc: 13:00–17:00."),
        (["one_stop_desk.phone"], "một cửa ở đâu", "xã Bến Lụa."),
    ],
)
def test_what_was_not_entered_is_said_honestly(
    missing: list[str], text: str, expected: str
) -> None:
    said = describe_profile(without(*missing), text, "vi")
    assert said
    assert expected in said


@pytest.mark.parametrize(
    ("profile", "text", "expected"),
    [
        ({}, "gio lam viec", f"UBND {PLACE} chưa cung cấp giờ làm việc tại đây."),
        ({}, "sdt ubnd xa", f"UBND {PLACE} chưa cung cấp số điện thoại tại đây."),
        (
            {"office.phone": "1"},
            "chủ tịch xã là ai",
            f"UBND {PLACE} chưa cung cấp họ tên lãnh đạo tại đây; xin gọi 1.",
        ),
        (
            {"office.phone": " . "},
            "xã có zalo không, số fax là gì",
            f"UBND {PLACE} chưa cung cấp số fax, trang mạng xã hội tại đây.",
        ),
    ],
)
def test_where_nothing_of_it_was_entered_there_is_no_answer(
    profile: dict[str, str], text: str, expected: str
) -> None:
    assert describe_profile(office(profile), text, "vi") is None
    said = describe_missing(office(profile), text, "vi")
    assert said == expected or said.replace("; ", ", ") == expected


def test_a_general_question_gets_hours_and_phone() -> None:
    said = describe_profile(office(FULL), "thông tin của xã", "vi")
    assert said
    assert said.splitlines()[0] == HOURS
    assert PHONE in said


def test_reception_alone() -> None:
    said = describe_reception(office(FULL), "vi")
    assert said
    assert said.startswith(RECEPTION)
    assert describe_reception(office({}), "vi") is None


def test_every_line_of_the_form_has_a_label_and_is_known() -> None:
    for key in KEYS:
        assert say_label(key, "vi")
        assert say_label(key, "en")
    tables = tomllib.loads(SAMPLE.read_text("utf-8"))
    typed = {f"{table}.{key}" for table, rows in tables.items() for key in rows}
    assert typed - set(KEYS) == {"office.locality", "office.level", "office.parent"}
