"""The public pages: what a stranger reads, and what guessing brings."""

import re
from collections.abc import Callable

import httpx
import pytest

from bot.app import App
from bot.web.visits import CHAT_COOKIE, CHAT_LIFETIME
from handlers.cases.lookup import MOST_MISSES
from handlers.privacy.asked import find_wish
from handlers.privacy.terms import LAPSED_KEPT
from handlers.texts import LANGUAGES
from knowledge.case_codes import build_code
from knowledge.cases.terms import KEPT_INCOMPLETE
from knowledge.text import fold
from storage.cipher import digest_secret
from storage.values import Address, Case
from tests.factories.cases import CONTACT, CONTENT, found_town, open_case
from tests.factories.talk import MONDAY, FixedClock
from tests.handlers.cases.test_published import publish

HOSTILE = '<script>alert(1)</script> "><img src=x> {{ 7*7 }} & đèn'
PATHS = ("/ket-qua", "/ket-qua/khong-co", "/tra-cuu", "/quyen-rieng-tu")


async def add_case(app: App, *, number: int = 1, sender: str = "lan") -> Case:
    async with app.database.write() as work:
        place = await work.localities.ensure("xã Bến Lụa")
        return await open_case(work, place.id, number=number, sender=Address("web", sender))


async def add_result(app: App, *contents: str) -> Case:
    """Publish a case for each content; give the last one."""
    async with app.database.write() as work:
        town = await found_town(work)
        cases = [
            await publish(work, town, number=number, content=content)
            for number, content in enumerate(contents or (HOSTILE,), 1)
        ]
    return cases[-1]


async def look(visitor: httpx.AsyncClient, code: str, **headers: str) -> httpx.Response:
    return await visitor.post("/tra-cuu", data={"ma": code}, headers=headers)


def guess(number: int) -> str:
    return build_code(MONDAY.date(), [30, 30, number // 1024, number // 32 % 32, number % 32])


async def test_every_page_is_plain_and_guarded(visitor: httpx.AsyncClient) -> None:
    for path in PATHS:
        check_plain(await visitor.get(path))


def check_plain(page: httpx.Response) -> None:
    policy = page.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "script" not in policy
    assert page.headers["x-content-type-options"] == "nosniff"
    assert '<html lang="vi">' in page.text
    assert page.text.count("<h1>") == page.text.count("<main") == 1
    assert not re.search(r"<script|<table|\son\w+=|style=", page.text)
    assert all(f'href="{each}' in page.text for each in ("/ket-qua", "/tra-cuu", "/quyen-rieng-tu"))
    assert "set-cookie" not in page.headers


async def test_every_page_speaks_english(visitor: httpx.AsyncClient) -> None:
    for path in PATHS:
        page = (await visitor.get(path, params={"lang": "en"})).text
        assert '<html lang="en">' in page
        assert 'href="/tra-cuu?lang=en"' in page
        assert f'href="{path}" lang="vi"' in page


async def test_published_words_are_never_markup(visitor: httpx.AsyncClient, app: App) -> None:
    case = await add_result(app)
    for path in (
        "/ket-qua",
        f"/ket-qua/{case.code.lower()}",
        "/ket-qua?tu=<script>&noi=<b>&lang=x",
    ):
        page = (await visitor.get(path)).text
        assert "<script" not in page
        assert "<img" not in page
        assert "<b>" not in page
        assert "49" not in page
    page = (await visitor.get("/ket-qua")).text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert CONTACT.phone not in page
    assert CONTENT not in page


async def test_a_case_that_is_not_published_has_no_page(
    visitor: httpx.AsyncClient, app: App
) -> None:
    case = await add_case(app)
    page = await visitor.get(f"/ket-qua/{case.code}")
    assert (page.status_code, page.headers["cache-control"]) == (404, "no-cache")
    unknown = await visitor.get(f"/ket-qua/{guess(1)}")
    assert page.text.replace(case.code, "") == unknown.text.replace(guess(1), "")


async def test_the_list_is_empty_filtered_and_turned(
    visitor: httpx.AsyncClient, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "Chưa có kết quả nào được công khai" in (await visitor.get("/ket-qua")).text
    monkeypatch.setattr("handlers.cases.published.PAGE", 1)
    await add_result(app, "Đèn đường hỏng", "Đèn ngõ 2 hỏng")
    first = (await visitor.get("/ket-qua", params={"tu": "den hong", "thang": "2026-11"})).text
    assert "Tìm thấy 2 kết quả" in first
    assert 'value="den hong"' in first
    [turn] = re.findall(r'rel="next" href="([^"]+)"', first)
    second = (await visitor.get(turn.replace("&amp;", "&"))).text
    assert "Trang 2/2" in second
    assert "Đèn đường hỏng" in second
    for odd in ("thang=2026-13", "trang=-1", "don-vi=x", "trang=99999999999", "don-vi=%00"):
        assert (await visitor.get(f"/ket-qua?{odd}")).status_code == 200
    assert "Không có kết quả" in (await visitor.get("/ket-qua?tu=khongco")).text


async def test_the_quarters_figures_are_counted_now_and_then(
    visitor: httpx.AsyncClient, app: App, clock: FixedClock
) -> None:
    assert "Quý IV/2026" not in (await visitor.get("/ket-qua")).text
    await add_result(app)
    clock.advance(minutes=30)
    told = (
        "Quý IV/2026 (số liệu từ 15/9/2026 đến 23/11/2026): nhận mới 1 phản ánh, trả lời đúng hạn 1"
    )
    assert told in (await visitor.get("/ket-qua")).text
    await add_case(app, number=9)
    assert told in (await visitor.get("/ket-qua")).text
    clock.advance(minutes=30)
    assert "nhận mới 2 phản ánh" in (await visitor.get("/ket-qua")).text


async def test_of_several_places_one_is_chosen(visitor: httpx.AsyncClient, app: App) -> None:
    await add_result(app, "Đèn đường hỏng")
    async with app.database.write() as work:
        await work.localities.ensure("phường Phan Rang-Tháp Chàm")
    everywhere = (await visitor.get("/ket-qua")).text
    assert 'value="xa-ben-lua"' in everywhere
    assert "Đèn đường hỏng" in everywhere
    here = (await visitor.get("/ket-qua?noi=xa-ben-lua")).text
    assert 'value="xa-ben-lua" selected' in here
    assert "UBND xã Bến Lụa" in here
    there = (await visitor.get("/ket-qua?noi=phuong-phan-rang-thap-cham")).text
    assert "Đèn đường hỏng" not in there
    assert "UBND phường Phan Rang-Tháp Chàm" in there


async def test_results_of_a_place_of_before_stay(visitor: httpx.AsyncClient, app: App) -> None:
    await add_result(app, "Đèn đường hỏng")
    async with app.database.write() as work:
        old, new = [await work.localities.ensure(f"xã {name}") for name in ("Bến Lụa", "Bến Mới")]
        await work.localities.set_successor(old.id, new.id, valid_to=MONDAY.date())
    page = (await visitor.get("/ket-qua")).text
    assert "UBND xã Bến Mới" in page
    assert "Đèn đường hỏng" in page


WRITINGS: tuple[Callable[[str], str], ...] = (
    str.lower,
    lambda code: code.replace("-", " "),
    lambda code: code.removeprefix("PA"),
    lambda code: f"  {code[:4]} {code[4:8]}‑{code[9:]} ",
    lambda code: f"mã {code.replace('0', 'o')} nhé",
)


async def test_a_code_is_read_however_it_is_typed(visitor: httpx.AsyncClient, app: App) -> None:
    case = await add_case(app)
    for write in WRITINGS:
        answer = await look(visitor, write(case.code))
        assert answer.status_code == 200
        assert f"{case.code}: Đã gửi, chờ tiếp nhận" in answer.text, write(case.code)
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["x-robots-tag"] == "noindex"
        for private in (CONTENT, CONTACT.name, CONTACT.phone, CONTACT.address):
            assert private not in answer.text


NOT_FOUND = {
    "": "Xin Ông/Bà nhập mã",
    "PA261123-00000": "Mã phản ánh chưa đúng",
    "đèn hỏng": "Mã phản ánh chưa đúng",
    '"><script>': "Mã phản ánh chưa đúng",
    guess(1): "Chưa tìm thấy",
    "x" * 5000: "Xin Ông/Bà nhập mã",
}


async def test_what_is_no_known_code(visitor: httpx.AsyncClient) -> None:
    for typed, said in NOT_FOUND.items():
        answer = await look(visitor, typed)
        assert answer.status_code == 200
        assert said in answer.text, typed
        assert "<script" not in answer.text


async def test_a_published_case_leads_to_its_result(visitor: httpx.AsyncClient, app: App) -> None:
    case = await add_result(app)
    assert f'href="/ket-qua/{case.code}"' in (await look(visitor, case.code)).text


async def test_a_body_that_is_no_form(visitor: httpx.AsyncClient) -> None:
    for body in (b"", b"\xff\xfe", b"ma=%ff%00", b"a" * 100_000, b'{"ma": 1}'):
        answer = await visitor.post("/tra-cuu", content=body)
        assert answer.status_code == 200


async def test_who_guesses_learns_nothing_more(
    visitor: httpx.AsyncClient, app: App, clock: FixedClock
) -> None:
    case = await add_case(app)
    for number in range(MOST_MISSES):
        assert (await look(visitor, guess(number))).status_code == 200
        visitor.cookies.set(CHAT_COOKIE, f"another browser {number}")
    known, unknown = await look(visitor, case.code), await look(visitor, guess(99))
    assert (known.status_code, known.headers["retry-after"]) == (429, "3600")
    assert known.text == unknown.text
    assert "60 phút" in known.text
    clock.advance(hours=1)
    assert case.code in (await look(visitor, case.code)).text


async def test_who_guesses_from_many_places_shuts_nobody_out(
    visitor: httpx.AsyncClient, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handlers.cases.lookup.MOST_MISSES_OF_ALL", 2)
    monkeypatch.setattr("handlers.cases.lookup.MOST_MISSES_AT_LAST", 4)
    case = await add_case(app, sender=digest_secret("mine"))
    await _miss(app, 2)
    assert case.code in (await look(visitor, case.code)).text
    assert (await look(visitor, guess(1))).status_code == 200
    assert (await look(visitor, case.code)).status_code == 429  # who has missed now waits


async def test_a_sender_sees_the_case_whatever_others_guess(
    visitor: httpx.AsyncClient, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handlers.cases.lookup.MOST_MISSES_AT_LAST", 3)
    case = await add_case(app, sender=digest_secret("mine"))
    await _miss(app, 3)
    assert (await look(visitor, case.code)).status_code == 429
    visitor.cookies.set(CHAT_COOKIE, "mine")
    assert case.code in (await look(visitor, case.code)).text


async def _miss(app: App, times: int) -> None:
    async with app.database.write() as work:
        for _ in range(times):
            await work.tries.count("case codes", now=MONDAY)


async def test_privacy_is_told_with_the_programs_own_periods(
    visitor: httpx.AsyncClient, app: App
) -> None:
    page = (await visitor.get("/quyen-rieng-tu")).text
    ages = app.settings.ages
    for days in (CHAT_LIFETIME, KEPT_INCOMPLETE, LAPSED_KEPT):
        assert f"{days.days} ngày" in page
    assert all(f"{days} ngày" in page for days in (ages.bodies, ages.questions))
    assert f"{ages.anonymise} năm" in page
    assert "chưa thay cho hình thức tiếp nhận" in page
    assert "Cơ quan chưa nhập địa chỉ" in page
    profile = {
        "office.channel_announced": "Thông báo số 7/TB-UBND",
        "office.phone": "0298 3000 112",
        "clerk.name": "Trần Thị Thu",
    }
    async with app.database.write() as work:
        place = await work.localities.ensure("xã Bến Lụa")
        await work.localities.save_profile(place.id, profile)
    page = (await visitor.get("/quyen-rieng-tu")).text
    assert all(value in page for value in profile.values())
    assert "chưa thay cho hình thức tiếp nhận" not in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_notice_says_to_write_is_understood(language: str) -> None:
    told = [text for key, text in LANGUAGES[language].items() if key.startswith("notice_right_")]
    said = [re.findall(r"“([^”]+)”", text)[0].replace("…", "0900000000") for text in told]
    assert len(said) == 5
    assert all(find_wish(fold(each)) for each in said), said


async def test_the_chat_leads_to_the_public_pages(visitor: httpx.AsyncClient) -> None:
    page = (await visitor.get("/")).text
    for path in ("/ket-qua", "/tra-cuu", "/quyen-rieng-tu"):
        assert path in page
