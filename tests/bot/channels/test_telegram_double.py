"""The double of Telegram: two libraries that talk to the real one are content with it."""

import asyncio
import io
from collections.abc import AsyncIterator, Callable

import aiohttp
import pytest
from aiohttp import web
from PIL import Image

from tests.bot.channels.telegram_clients import Aiogram, Client, Ptb
from tests.doubles.base import Fault
from tests.doubles.telegram import TelegramDouble

Clients = Callable[[str, str], Client]
LAN = 5012345678


@pytest.fixture
async def double() -> AsyncIterator[TelegramDouble]:
    async with TelegramDouble() as double:
        double.phone(str(LAN))
        yield double


@pytest.fixture(autouse=True)
def _times_as_they_will_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


@pytest.fixture(params=[Ptb, Aiogram])
def library(request: pytest.FixtureRequest) -> Clients:
    made: Clients = request.param
    return made


@pytest.fixture
async def client(library: Clients, double: TelegramDouble) -> AsyncIterator[Client]:
    client = library(double.url, double.token)
    yield client
    await client.close()


def draw() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "green").save(out, "JPEG")
    return out.getvalue()


async def test_the_bot_learns_who_it_is(client: Client, double: TelegramDouble) -> None:
    assert await client.me() == (123456789, "motcua_bot")


async def test_a_text_is_brought_and_answered(client: Client, double: TelegramDouble) -> None:
    phone = double.phone(str(LAN))
    await phone.says("Xin chào")
    [update] = await client.updates()
    message = update.message
    assert (message.text, message.chat.type, message.chat.id) == ("Xin chào", "private", LAN)
    assert (message.from_user.id, message.from_user.is_bot) == (LAN, False)
    echo = await client.say(LAN, "Kính chào Ông/Bà")
    assert (echo.text, echo.chat.id, echo.from_user.is_bot) == ("Kính chào Ông/Bà", LAN, True)
    assert [shown.text for shown in phone.heard()] == ["Kính chào Ông/Bà"]
    assert phone.heard()[0].key == str(echo.message_id)


async def test_updates_stay_until_the_offset_passes_them(
    client: Client, double: TelegramDouble
) -> None:
    phone = double.phone(str(LAN))
    for text in ("một", "hai", "ba"):
        await phone.says(text)
    first = await client.updates()
    again = await client.updates()
    assert [u.update_id for u in first] == [u.update_id for u in again]
    rest = await client.updates(offset=first[0].update_id + 1)
    assert [u.message.text for u in rest] == ["hai", "ba"]
    assert await client.updates(offset=rest[-1].update_id + 1) == []
    assert await client.updates() == []


async def test_a_long_poll_waits_for_what_comes(client: Client, double: TelegramDouble) -> None:
    waiting = asyncio.create_task(client.updates(patience=5))
    await asyncio.sleep(0.05)
    assert not waiting.done()
    await double.phone(str(LAN)).says("Có ai không?")
    [update] = await waiting
    assert update.message.text == "Có ai không?"


async def test_a_second_poller_ends_the_first(
    client: Client, library: Clients, double: TelegramDouble
) -> None:
    waiting = asyncio.create_task(client.updates(patience=5))
    await asyncio.sleep(0.05)
    await client_updates_once(library, double)
    with pytest.raises(client.errors["conflict"]):
        await waiting


async def client_updates_once(library: Clients, double: TelegramDouble) -> None:
    other = library(double.url, double.token)
    assert await other.updates() == []
    await other.close()


async def test_an_edit_keeps_its_message(client: Client, double: TelegramDouble) -> None:
    phone = double.phone(str(LAN))
    await phone.says("đèn hỏn")
    await phone.edits("đèn hỏng")
    first, second = await client.updates()
    assert second.edited_message.text == "đèn hỏng"
    assert second.edited_message.message_id == first.message.message_id
    assert second.edited_message.edit_date


async def test_a_button_is_pressed_answered_and_taken_away(
    client: Client, double: TelegramDouble
) -> None:
    phone = double.phone(str(LAN))
    echo = await client.say(LAN, "Gửi chứ ạ?", (("Gửi", "1:7:0:ab"), ("Huỷ", "1:7:1:cd")))
    assert phone.heard()[0].buttons == ("Gửi", "Huỷ")
    await phone.presses("Gửi")
    [update] = await client.updates()
    query = update.callback_query
    assert (query.data, query.from_user.id) == ("1:7:0:ab", LAN)
    assert query.message.message_id == echo.message_id
    await client.answer(query.id)
    await client.clear(LAN, echo.message_id)
    assert phone.sees() == [("Gửi chứ ạ?", ())]
    with pytest.raises(LookupError):
        await phone.presses("Gửi")
    with pytest.raises(client.errors["bad"], match=r"(?i)message is not modified"):
        await client.clear(LAN, echo.message_id)
    with pytest.raises(client.errors["bad"], match=r"(?i)query is too old"):
        await client.answer(query.id)


async def test_a_text_is_reworded_and_removed(client: Client, double: TelegramDouble) -> None:
    phone = double.phone(str(LAN))
    echo = await client.say(LAN, "Đang tìm")
    await client.reword(LAN, echo.message_id, "Đã tìm thấy")
    assert phone.sees() == [("Đã tìm thấy", ())]
    with pytest.raises(client.errors["bad"], match=r"(?i)message is not modified"):
        await client.reword(LAN, echo.message_id, "Đã tìm thấy")
    await client.remove(LAN, echo.message_id)
    assert phone.sees() == []
    with pytest.raises(client.errors["bad"]):
        await client.remove(LAN, echo.message_id)


async def test_photos_and_documents_go_both_ways(client: Client, double: TelegramDouble) -> None:
    phone, picture = double.phone(str(LAN)), draw()
    await phone.sends_photo(picture, "Rác đầu ngõ")
    [update] = await client.updates()
    assert update.message.caption == "Rác đầu ngõ"
    assert await client.download(update.message.photo[-1].file_id) == picture
    sent = await client.photo(LAN, picture, "Đã dọn")
    assert await client.download(sent.photo[-1].file_id) == picture
    sent = await client.document(LAN, b"%PDF-1.7", "trả lời.pdf")
    assert sent.document.file_name == "trả lời.pdf"
    assert [(shown.text, shown.files) for shown in phone.heard()] == [
        ("Đã dọn", ("photo",)),
        ("", ("document",)),
    ]


async def test_what_is_no_picture_is_no_photo(client: Client, double: TelegramDouble) -> None:
    with pytest.raises(client.errors["bad"], match=r"(?i)image_process_failed"):
        await client.photo(LAN, b"%PDF-1.7", "")


@pytest.mark.parametrize("kind", ["sticker", "voice", "contact", "location", "unsupported"])
async def test_odd_things_can_be_read(client: Client, double: TelegramDouble, kind: str) -> None:
    await double.phone(str(LAN)).sends_odd(kind)
    [update] = await client.updates()
    assert getattr(update.message, "dice" if kind == "unsupported" else kind)


async def test_a_file_that_is_too_large_or_unknown(client: Client, double: TelegramDouble) -> None:
    await double.phone(str(LAN)).sends_document(bytes(20 * 1024 * 1024 + 1), "phim.mp4")
    [update] = await client.updates()
    with pytest.raises(client.errors["bad"], match=r"(?i)file is too big"):
        await client.download(update.message.document.file_id)
    with pytest.raises(client.errors["bad"], match=r"(?i)wrong file_id"):
        await client.download("AgAC-none")


async def test_failures_come_as_the_librarys_own(client: Client, double: TelegramDouble) -> None:
    faults = (Fault.BUSY, Fault.BLOCKED, Fault.UNAUTHORIZED, Fault.BROKEN)
    double.faults.script("sendMessage", *faults)
    for kind in ("busy", "forbidden", "unauthorized", "broken"):
        with pytest.raises(client.errors[kind]):
            await client.say(LAN, "Xin chào")
    assert double.phone(str(LAN)).heard() == []
    with pytest.raises(client.errors["bad"], match=r"(?i)chat not found"):
        await client.say(404, "Xin chào")
    double.refuse("sendMessage", 400, "Bad Request: group upgraded", migrate_to_chat_id=-100123)
    with pytest.raises(client.errors["migrated"]):
        await client.say(LAN, "Xin chào")


async def test_a_cut_comes_after_acceptance(client: Client, double: TelegramDouble) -> None:
    double.faults.script("sendMessage", Fault.CUT, Fault.MALFORMED)
    for _ in range(2):
        with pytest.raises(Exception, match=r"."):
            await client.say(LAN, "Xin chào")
    assert len(double.phone(str(LAN)).heard()) == 2


async def test_who_blocks_the_bot_is_not_written_to(client: Client, double: TelegramDouble) -> None:
    phone = double.phone(str(LAN))
    phone.blocks()
    with pytest.raises(client.errors["forbidden"]):
        await client.say(LAN, "Xin chào")
    phone.blocks(blocked=False)
    await client.say(LAN, "Xin chào")
    assert len(phone.heard()) == 1


@pytest.mark.parametrize(
    ("text", "mode", "words"),
    [
        ("", None, "text is empty"),
        ("   \n", None, "text is empty"),
        ("ơ" * 4097, None, "message is too long"),
        ("🌾" * 2049, None, "message is too long"),
        ("a < b", "HTML", "can't parse entities"),
        ("<b>a", "HTML", "can't parse entities"),
        ("<b><i>a</b></i>", "HTML", "can't parse entities"),
        ("<blink>a</blink>", "HTML", "can't parse entities"),
    ],
)
async def test_texts_that_are_refused(
    client: Client, double: TelegramDouble, text: str, mode: str | None, words: str
) -> None:
    with pytest.raises(client.errors["bad"], match=f"(?i){words}"):
        await client.say(LAN, text, mode=mode)


@pytest.mark.parametrize(
    ("text", "mode", "shown"),
    [
        ("<b>Hạn</b>: a &lt; b &amp; c", "HTML", "Hạn: a < b & c"),
        ("<b>Hạn</b>", None, "<b>Hạn</b>"),
        ("<b>" + "ơ" * 4096 + "</b>", "HTML", "ơ" * 4096),
        ("R&D", "HTML", "R&D"),
    ],
)
async def test_texts_that_are_shown(
    client: Client, double: TelegramDouble, text: str, mode: str | None, shown: str
) -> None:
    await client.say(LAN, text, mode=mode)
    assert double.phone(str(LAN)).heard()[0].text == shown


@pytest.mark.parametrize(("data", "is_taken"), [("a" * 64, True), ("Đ" * 33, False)])
async def test_what_a_button_carries_is_limited(
    client: Client, double: TelegramDouble, data: str, is_taken: bool
) -> None:
    if is_taken:
        await client.say(LAN, "Chọn", (("Gửi", data),))
        return
    with pytest.raises(client.errors["bad"], match=r"(?i)button_data_invalid"):
        await client.say(LAN, "Chọn", (("Gửi", data),))


async def test_a_webhook_excludes_polling(client: Client, double: TelegramDouble) -> None:
    assert await client.hook_info() == ("", 0)
    with pytest.raises(client.errors["bad"], match=r"(?i)https"):
        await client.hook("http://xa.example/webhook", "s")
    await client.hook("https://xa.example/webhook", "s")
    assert (await client.hook_info())[0] == "https://xa.example/webhook"
    with pytest.raises(client.errors["conflict"]):
        await client.updates()
    await client.unhook()
    assert await client.updates() == []


async def test_a_webhook_is_called_until_it_takes(client: Client, double: TelegramDouble) -> None:
    taken: asyncio.Queue[tuple[str, str]] = asyncio.Queue()
    answers = [503, 200, 200]

    async def take(request: web.Request) -> web.Response:
        told = await request.json()
        secret = request.headers["X-Telegram-Bot-Api-Secret-Token"]
        await taken.put((told["message"]["text"], secret))
        return web.Response(status=answers.pop(0))

    app = web.Application()
    app.router.add_post("/webhook", take)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    double.feed.reach = f"http://127.0.0.1:{runner.addresses[0][1]}"
    await client.hook("https://xa.example/webhook", "bí-mật".encode().hex())
    await double.phone(str(LAN)).says("một")
    await double.phone(str(LAN)).says("hai")
    came = [await asyncio.wait_for(taken.get(), 5) for _ in range(3)]
    assert [text for text, _ in came] == ["một", "một", "hai"]
    assert {secret for _, secret in came} == {"bí-mật".encode().hex()}
    await runner.cleanup()


async def test_updates_come_twice_or_swapped(client: Client, double: TelegramDouble) -> None:
    phone = double.phone(str(LAN))
    double.faults.script("getUpdates", Fault.TWICE, Fault.SWAPPED)
    await phone.says("một")
    twice = await client.updates()
    assert [u.message.text for u in twice] == ["một", "một"]
    await phone.says("hai")
    await phone.says("ba")
    swapped = await client.updates(offset=twice[-1].update_id + 1)
    assert [u.message.text for u in swapped] == ["ba", "hai"]
    assert swapped[0].update_id < swapped[1].update_id


async def test_menu_and_typing(client: Client, double: TelegramDouble) -> None:
    commands = {"huy": "Huỷ", "viec": "Việc của tôi"}
    assert await client.menu(commands) == commands
    await client.typing(LAN)
    assert double.store.chats[str(LAN)].actions == ["typing"]


async def test_a_wrong_token_and_an_unknown_method(
    library: Clients, double: TelegramDouble
) -> None:
    stranger = library(double.url, "987654321:AAxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")
    with pytest.raises(stranger.errors["unauthorized"]):
        await stranger.me()
    await stranger.close()
    async with aiohttp.ClientSession() as session:
        for method, status in (("sendDice", 404), ("GETME", 200)):
            async with session.get(f"{double.url}/bot{double.token}/{method}") as answer:
                assert answer.status == status
        async with session.post(f"{double.url}/bot{double.token}/getMe", data=b"{") as answer:
            assert answer.status == 200
