"""What buttons carry: short, signed for one person and one reply, worthless to others."""

from hypothesis import given
from hypothesis import strategies as st

from bot.channels.presses import Presses
from handlers.messages import Button, Reply, dump_reply
from storage.cipher import Cipher, new_key
from storage.database import Database
from storage.values import Address, OutboxKind
from tests.factories.talk import MONDAY

LAN, MINH = Address("telegram:12345678", "42"), Address("telegram:12345678", "43")
SAYS = ((0, "xong 1"), (1, "nhắc lại 1"), (2, ""))
REPLY = Reply("Việc 1", (Button("Xong", "xong 1"), Button("Để sau", "nhắc lại 1")))


async def put_out(database: Database, reply: Reply = REPLY, *, to: Address = LAN) -> str:
    async with database.write() as work:
        outgoing = await work.outbox.add(to, dump_reply(reply), kind=OutboxKind.REPLY, now=MONDAY)
    return str(outgoing.id)


async def find(database: Database, token: str, *, by: Address = LAN) -> str | None:
    async with database.read() as work:
        return await Presses(database.cipher).find_said(work, by, token)


async def test_a_button_says_its_words(database: Database) -> None:
    key = await put_out(database)
    presses = Presses(database.cipher)
    said = [await find(database, presses.sign(LAN, key, *each)) for each in SAYS]
    assert said == ["xong 1", "nhắc lại 1", None]


async def test_it_says_nothing_to_another_or_under_another_reply(sqlite: Database) -> None:
    key, other = await put_out(sqlite), await put_out(sqlite, to=MINH)
    presses = Presses(sqlite.cipher)
    token = presses.sign(LAN, key, *SAYS[0])
    assert await find(sqlite, token, by=MINH) is None
    assert await find(sqlite, token.replace(f":{key}:", f":{other}:")) is None
    not_hers = presses.sign(LAN, other, *SAYS[0])
    elsewhere = presses.sign(Address("zalo_bot:12345678", "42"), key, *SAYS[0])
    assert [await find(sqlite, each) for each in (not_hers, elsewhere)] == [None, None]


async def test_it_outlives_a_new_key_as_long_as_the_old_one_is_kept(
    sqlite: Database, keys: list[str]
) -> None:
    token = Presses(sqlite.cipher).sign(LAN, await put_out(sqlite), *SAYS[0])
    async with sqlite.read() as work:
        renewed, stranger = Presses(Cipher([new_key(), *keys])), Presses(Cipher([new_key()]))
        assert await renewed.find_said(work, LAN, token) == "xong 1"
        assert await stranger.find_said(work, LAN, token) is None


async def test_it_says_nothing_when_its_number_was_given_out_again(sqlite: Database) -> None:
    """SQLite gives the numbers of an emptied table out anew."""
    key = await put_out(sqlite, Reply("Việc 2", (Button("Hủy", "hủy 2"),)))
    assert await find(sqlite, Presses(sqlite.cipher).sign(LAN, key, *SAYS[0])) is None


async def test_it_says_nothing_after_the_reply_was_purged(sqlite: Database) -> None:
    assert await find(sqlite, Presses(sqlite.cipher).sign(LAN, "999", *SAYS[0])) is None


FORGED = (
    "",
    "1",
    "2:1:0:" + "0" * 20,
    "1:1:0:" + "0" * 19,
    "1:1:0:" + "0" * 21,
    "1:1:0:" + "G" * 20,
    "1:-1:0:" + "0" * 20,
    "1:1:100:" + "0" * 20,
    "1:" + "9" * 40 + ":0:" + "0" * 20,
    "1:١:0:" + "0" * 20,
    "1:1:0:" + "0" * 20 + "\n",
    "đ" * 64,
    "\ud83d",
)


async def test_what_we_did_not_sign_says_nothing(database: Database) -> None:
    await put_out(database)
    assert [await find(database, token) for token in FORGED] == [None] * len(FORGED)


@given(st.text(max_size=128), st.integers(0, 10**18 - 1), st.integers(0, 99))
def test_every_token_fits_a_button_of_telegram(user: str, key: int, index: int) -> None:
    cipher = Cipher(["A" * 43 + "="])
    address = Address("telegram:12345678", user.encode("utf-8", "replace").decode())
    token = Presses(cipher).sign(address, str(key), index, "xong")
    assert len(token.encode()) <= 64
