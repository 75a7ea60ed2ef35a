"""Encryption of personal columns and message bodies; digests of random secrets."""

import hashlib
from collections.abc import Sequence

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from storage.errors import CannotOpen


def new_key() -> str:
    """Make a key for `MOTCUA_KEYS` (32 random bytes, URL-safe base 64)."""
    return Fernet.generate_key().decode("ascii")


class Cipher:
    """Encrypt with the first key, decrypt with any of them."""

    def __init__(self, keys: Sequence[str]) -> None:
        if not keys:
            raise CannotOpen("key_missing")
        try:
            self._fernet = MultiFernet([Fernet(key) for key in keys])
        except ValueError as error:
            raise CannotOpen("key_malformed") from error

    def encrypt(self, text: str) -> bytes:
        """Encrypt a text."""
        return self._fernet.encrypt(text.encode("utf-8"))

    def decrypt(self, sealed: bytes) -> str:
        """Decrypt a text; raise `CannotOpen` when no key fits."""
        try:
            return self._fernet.decrypt(sealed).decode("utf-8")
        except InvalidToken as error:
            raise CannotOpen("key_wrong") from error


def digest_secret(secret: str) -> str:
    """Digest a random secret (a link, a session) of at least 60 bits; needs no key."""
    return hashlib.sha256(secret.encode("utf-8")).hexdigest()
