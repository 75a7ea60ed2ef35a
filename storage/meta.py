"""Facts about the installation itself."""

from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import MetaRow
from storage.statements import dialect_insert

KEY_CHECK = "key_check"
BACKUP_TAKEN_AT = "backup_taken_at"
ROTATION = "rotation"  # to which key, how far: written where a body was sealed anew


class Meta:
    """Keep small named facts."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def find(self, key: str) -> str | None:
        """Find a fact by name."""
        row = await self._session.get(MetaRow, key)
        return row.value if row else None

    async def save(self, key: str, value: str) -> bool:
        """Replace a fact; tell whether it was another before, to one of several at once."""
        insert = dialect_insert(self._session, MetaRow).values(key=key, value=value)
        statement = insert.on_conflict_do_update(
            index_elements=[MetaRow.key],
            set_={"value": insert.excluded.value},
            where=MetaRow.value != insert.excluded.value,
        )
        changed = await self._session.execute(statement.returning(MetaRow.key))
        return changed.first() is not None
