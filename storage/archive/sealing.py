"""A backup's outer form: a plain header, chunks that are encrypted and authenticated, an end mark.

header   magic, name of the key (8 hex digits), 32 random bytes from which this file's key is made
chunks   of 64 KiB, each with a tag of 16 bytes; the nonce is a counter and whether it is the last
end      eight plain letters, by which a file that was cut off is told from one that is damaged

The header belongs to what every tag covers. Chunks left out, swapped, repeated or brought from
another file do not open, and neither does a file without its last one (STREAM: Hoang, Reyhanitabar,
Rogaway, Vizár 2015; https://eprint.iacr.org/2015/189).
"""

import base64
import os
import secrets
from collections.abc import Sequence
from io import BufferedReader, RawIOBase
from typing import IO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from storage.cipher import Cipher, name_key
from storage.errors import BadArchive

MAGIC = b"motcua backup 1\n"
END = b"\nthe end"
CHUNK = 64 * 1024
TAG = 16
_KIND = MAGIC[: MAGIC.index(b"1")]
_NAME, _SALT = 8, 32
HEADER = len(MAGIC) + _NAME + _SALT


class SealedWriter(RawIOBase):
    """Encrypt what is written; the file is whole only after `close()`, which leaves `raw` open."""

    def __init__(self, raw: IO[bytes], keys: Sequence[str]) -> None:
        Cipher(keys)  # raises CannotOpen where they are none
        salt = secrets.token_bytes(_SALT)
        self._header = MAGIC + name_key(keys[0]).encode("ascii") + salt
        self._cipher = ChaCha20Poly1305(_derive(keys[0], salt))
        self._raw, self._waiting, self._count = raw, bytearray(), 0
        raw.write(self._header)

    def writable(self) -> bool:
        """Tell that this can be written to."""
        return True

    def write(self, data: "bytes | bytearray | memoryview", /) -> int:  # type: ignore[override]
        """Take bytes; a chunk goes out when more than it has come."""
        self._waiting += data
        while len(self._waiting) > CHUNK:
            self._put(bytes(self._waiting[:CHUNK]), is_last=False)
            del self._waiting[:CHUNK]
        return len(data)

    def finish(self) -> None:
        """Write the last chunk and the end mark."""
        self._put(bytes(self._waiting), is_last=True)
        self._raw.write(END)

    def _put(self, plain: bytes, *, is_last: bool) -> None:
        nonce = _nonce(self._count, is_last=is_last)
        self._raw.write(self._cipher.encrypt(nonce, plain, self._header))
        self._count += 1


def open_sealed(raw: IO[bytes], keys: Sequence[str]) -> BufferedReader:
    """Open what a `SealedWriter` wrote; raise `BadArchive`, here or at any later read."""
    return BufferedReader(_SealedReader(raw, keys), CHUNK)


class _SealedReader(RawIOBase):
    def __init__(self, raw: IO[bytes], keys: Sequence[str]) -> None:
        self._raw, self._count, self._plain = raw, 0, b""
        self._left = raw.seek(0, os.SEEK_END) - HEADER - len(END)
        raw.seek(0)
        self._header = raw.read(HEADER)
        key, salt = _choose_key(self._header, keys), self._header[-_SALT:]
        raw.seek(-len(END), os.SEEK_END)
        if raw.read() != END or self._left < TAG:
            raise BadArchive("archive_cut_off")
        raw.seek(HEADER)
        self._cipher = ChaCha20Poly1305(_derive(key, salt))

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "bytearray | memoryview", /) -> int:  # type: ignore[override]
        """Give what is there of a chunk; 0 after the last."""
        while not self._plain and self._left:
            self._plain = self._open_next()
        count = min(len(buffer), len(self._plain))
        buffer[:count] = self._plain[:count]
        self._plain = self._plain[count:]
        return count

    def _open_next(self) -> bytes:
        sealed = self._raw.read(min(CHUNK + TAG, self._left))
        self._left -= len(sealed)
        nonce = _nonce(self._count, is_last=not self._left)
        self._count += 1
        try:
            return self._cipher.decrypt(nonce, sealed, self._header)
        except InvalidTag as error:
            raise BadArchive("archive_damaged") from error


def _choose_key(header: bytes, keys: Sequence[str]) -> str:
    """Find the key that a header names; raise `BadArchive`."""
    if not header.startswith(_KIND):
        raise BadArchive("archive_unknown")
    if len(header) < HEADER:
        raise BadArchive("archive_cut_off")
    if not header.startswith(MAGIC):
        raise BadArchive("archive_newer")
    Cipher(keys)
    name = header[len(MAGIC) : len(MAGIC) + _NAME].decode("latin-1")
    for key in keys:
        if name_key(key) == name:
            return key
    raise BadArchive("archive_key_wrong", key=name if name.isalnum() else "?")


def _derive(key: str, salt: bytes) -> bytes:
    body = base64.urlsafe_b64decode(key)
    return HKDF(SHA256(), length=32, salt=salt, info=b"motcua backup 1").derive(body)


def _nonce(count: int, *, is_last: bool) -> bytes:
    return count.to_bytes(11, "big") + bytes([is_last])
