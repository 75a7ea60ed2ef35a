"""The seal: what was written comes back, and nothing else ever does."""

import io

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from storage.archive.sealing import CHUNK, END, HEADER, MAGIC, TAG, SealedWriter, open_sealed
from storage.cipher import name_key, new_key
from storage.errors import BadArchive, CannotOpen

KEY = new_key()
PLAIN = bytes(range(256)) * (3 * CHUNK // 256) + b"rest"
WHOLE = CHUNK + TAG


def seal(plain: bytes, keys: list[str]) -> bytes:
    raw = io.BytesIO()
    writer = SealedWriter(raw, keys)
    for start in range(0, len(plain), 50_000):
        writer.write(plain[start : start + 50_000])
    writer.finish()
    return raw.getvalue()


SEALED = seal(PLAIN, [KEY])


def open_all(sealed: bytes, *keys: str) -> bytes:
    return open_sealed(io.BytesIO(sealed), keys or [KEY]).read()


def refuse(sealed: bytes, *keys: str) -> str:
    with pytest.raises(BadArchive) as raised:
        open_all(sealed, *keys)
    return raised.value.code


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK])
def test_every_size_comes_back(size: int) -> None:
    assert open_all(seal(PLAIN[:size], [KEY])) == PLAIN[:size]


def test_any_key_of_the_list_opens() -> None:
    assert open_all(SEALED, new_key(), KEY) == PLAIN
    assert KEY.encode() not in SEALED


def test_two_archives_share_nothing() -> None:
    assert seal(PLAIN, [KEY])[HEADER:] != SEALED[HEADER:]


@settings(max_examples=60)
@given(place=st.integers(0, len(SEALED) - 1), bit=st.integers(0, 7))
def test_a_flipped_bit_is_refused(place: int, bit: int) -> None:
    changed = bytearray(SEALED)
    changed[place] ^= 1 << bit
    refuse(bytes(changed))


@settings(max_examples=60)
@given(st.integers(0, len(SEALED) - 1))
@example(len(MAGIC) - 2)
def test_what_is_cut_off_is_refused(length: int) -> None:
    expected = {"archive_cut_off"} if length > HEADER else {"archive_cut_off", "archive_unknown"}
    assert refuse(SEALED[:length]) in expected


def chunks(sealed: bytes) -> list[bytes]:
    body = sealed[HEADER : -len(END)]
    return [body[start : start + WHOLE] for start in range(0, len(body), WHOLE)]


@pytest.mark.parametrize(
    "order", [(1, 0, 2, 3), (0, 0, 1, 2, 3), (0, 1, 3), (0, 1, 2), (0, 1, 2, 3, 3), (3,), ()]
)
def test_chunks_in_another_order_are_refused(order: tuple[int, ...]) -> None:
    parts = chunks(SEALED)
    assert len(parts) == 4
    refuse(SEALED[:HEADER] + b"".join(parts[n] for n in order) + END)


def test_chunks_of_another_archive_are_refused() -> None:
    other = chunks(seal(PLAIN, [KEY]))
    mixed = [*chunks(SEALED)[:1], *other[1:]]
    assert refuse(SEALED[:HEADER] + b"".join(mixed) + END) == "archive_damaged"


def test_another_key_is_named() -> None:
    with pytest.raises(BadArchive) as raised:
        open_all(SEALED, new_key())
    assert raised.value.code == "archive_key_wrong"
    assert raised.value.facts == {"key": name_key(KEY)}


@pytest.mark.parametrize(
    ("sealed", "code"),
    [
        (b"", "archive_unknown"),
        (b"SQLite format 3\0" * 100, "archive_unknown"),
        (MAGIC.replace(b"1", b"2") + SEALED[len(MAGIC) :], "archive_newer"),
        (SEALED + b"more", "archive_cut_off"),
    ],
)
def test_what_is_no_archive_of_ours(sealed: bytes, code: str) -> None:
    assert refuse(sealed) == code


def test_without_a_key_nothing_is_written_or_read() -> None:
    with pytest.raises(CannotOpen):
        SealedWriter(io.BytesIO(), [])
    with pytest.raises(CannotOpen):
        open_sealed(io.BytesIO(SEALED), [])
