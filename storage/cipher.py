"""Encryption of personal columns and message bodies; digests of random secrets."""

import base64
import contextlib
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
            self._single = [Fernet(key) for key in keys]
        except ValueError as error:
            raise CannotOpen("key_malformed") from error
        self._fernet = MultiFernet(self._single)
        self._digest_keys = [_derive(key) for key in keys]
        self.key_ids = tuple(name_key(key) for key in keys)

    def encrypt(self, text: str) -> bytes:
        """Encrypt a text."""
        return self.seal(text.encode("utf-8"))

    def decrypt(self, sealed: bytes) -> str:
        """Decrypt a text; raise `CannotOpen` when no key fits."""
        return self.open(sealed).decode("utf-8")

    def seal(self, body: bytes) -> bytes:
        """Encrypt bytes."""
        return self._fernet.encrypt(body)

    def open(self, sealed: bytes) -> bytes:
        """Decrypt bytes; raise `CannotOpen` when no key fits."""
        try:
            return self._fernet.decrypt(sealed)
        except InvalidToken as error:
            raise CannotOpen("key_wrong") from error

    def find_key(self, sealed: bytes) -> int | None:
        """Tell by which key a body is sealed, 0 for the newest; None when no key fits."""
        for number, fernet in enumerate(self._single):
            with contextlib.suppress(InvalidToken):
                fernet.decrypt(sealed)
                return number
        return None

    def reseal(self, sealed: bytes) -> bytes:
        """Encrypt under the newest key what any key opens; raise `CannotOpen` when none fits."""
        try:
            return self._fernet.rotate(sealed)
        except InvalidToken as error:
            raise CannotOpen("key_wrong") from error

    def digest(self, text: str) -> str:
        """Digest what can be guessed (a phone, an address), under the newest key, in hex."""
        return self.digests(text)[0]

    def digests(self, text: str) -> list[str]:
        """Digest a text under every key, to find what was stored before the newest came."""
        body = text.encode("utf-8")
        return [hmac.new(key, body, hashlib.sha256).hexdigest() for key in self._digest_keys]


def name_key(key: str) -> str:
    """Name a key by eight hex digits that tell nothing of it."""
    body = base64.urlsafe_b64decode(key)
    return hmac.new(body, b"motcua key name", hashlib.sha256).hexdigest()[:8]


def _derive(key: str) -> bytes:
    """Derive a key for digests from a key for encryption, so that neither tells the other."""
    return hmac.new(base64.urlsafe_b64decode(key), b"motcua digest", hashlib.sha256).digest()


def digest_secret(secret: str) -> str:
    """Digest a random secret (a link, a session) of at least 60 bits; needs no key."""
    return hashlib.sha256(secret.encode("utf-8")).hexdigest()
