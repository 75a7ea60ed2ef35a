"""Conversations that an official was asked into."""

from sqlalchemy.ext.asyncio import AsyncSession

from storage.cipher import Cipher


class Handovers:
    """Keep handovers; an address has one open at most."""

    def __init__(self, session: AsyncSession, cipher: Cipher) -> None:
        self._session = session
        self._cipher = cipher
