"""What conversations must remember, kept by address so that it outlives the process."""

import datetime as dt
from collections.abc import Mapping, Sequence

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.cipher import Cipher
from storage.models import DialogueRow
from storage.statements import dialect_insert
from storage.values import Address, Dialogue


class Dialogues:
    """Keep at most one dialogue of each kind an address."""

    def __init__(self, session: AsyncSession, cipher: Cipher) -> None:
        self._session = session
        self._cipher = cipher

    async def of(self, address: Address) -> dict[str, Dialogue]:
        """Give the dialogues of an address by kind."""
        rows = await self._session.scalars(
            select(DialogueRow)
            .where(DialogueRow.channel == address.channel, DialogueRow.user == address.user)
            .execution_options(populate_existing=True)
        )
        return {row.kind: self._dialogue(row) for row in rows}

    def _dialogue(self, row: DialogueRow) -> Dialogue:
        state = self._cipher.decrypt(row.state_sealed)
        return Dialogue(row.kind, row.version, state, row.updated_at)

    async def save(self, address: Address, dialogue: Dialogue) -> None:
        """Replace the address's dialogue of this kind."""
        await self.save_many({address: dialogue})

    async def save_many(self, dialogues: Mapping[Address, Dialogue]) -> None:
        """Replace the dialogues of some addresses, of the kind of each."""
        rows = [
            {
                "channel": address.channel,
                "user": address.user,
                "kind": dialogue.kind,
                "version": dialogue.version,
                "state_sealed": self._cipher.encrypt(dialogue.state),
                "updated_at": dialogue.updated_at,
            }
            for address, dialogue in dialogues.items()
        ]
        if rows:
            insert = dialect_insert(self._session, DialogueRow)
            new = insert.excluded
            statement = insert.on_conflict_do_update(
                index_elements=[DialogueRow.channel, DialogueRow.user, DialogueRow.kind],
                set_={
                    "version": new.version,
                    "state_sealed": new.state_sealed,
                    "updated_at": new.updated_at,
                },
            )
            await self._session.execute(statement, rows)

    async def remove(self, address: Address, *kinds: str) -> None:
        """Forget the address's dialogues of some kinds."""
        await self._session.execute(
            delete(DialogueRow).where(
                DialogueRow.channel == address.channel,
                DialogueRow.user == address.user,
                DialogueRow.kind.in_(kinds),
            )
        )

    async def remove_idle(self, before: dt.datetime, kind: str) -> Sequence[Address]:
        """Forget dialogues of a kind left alone since `before`; give each one's address once."""
        rows = await self._session.execute(
            delete(DialogueRow)
            .where(DialogueRow.updated_at < before, DialogueRow.kind == kind)
            .returning(DialogueRow.channel, DialogueRow.user)
        )
        return [Address(channel, user) for channel, user in rows]
