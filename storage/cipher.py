"""Encryption of personal columns and message bodies, and keyed digests for look-ups."""

import hashlib
import hmac
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
        self._digest_keys = [hashlib.sha256(b"motcua digest" + k.encode()).digest() for k in keys]

    def encrypt(self, text: str) -> bytes:
        """Encrypt a text."""
        return self._fernet.encrypt(text.encode("utf-8"))

    def decrypt(self, sealed: bytes) -> str:
        """Decrypt a text; raise `CannotOpen` when no key fits."""
        try:
            return self._fernet.decrypt(sealed).decode("utf-8")
        except InvalidToken as error:
            raise CannotOpen("key_wrong") from error

    def digest(self, text: str) -> str:
        """Digest a text under the newest key, for equality look-ups of personal data."""
        return hmac.new(self._digest_keys[0], text.encode("utf-8"), hashlib.sha256).hexdigest()

    def digests(self, text: str) -> list[str]:
        """Digest a text under every key, newest first, to find rows written before a rotation."""
        message = text.encode("utf-8")
        return [hmac.new(key, message, hashlib.sha256).hexdigest() for key in self._digest_keys]


def digest_secret(secret: str) -> str:
    """Digest a random secret (a link, a session) of at least 60 bits; needs no key."""
    return hashlib.sha256(secret.encode("utf-8")).hexdigest()
