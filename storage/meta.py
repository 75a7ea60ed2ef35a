"""Facts about the installation itself."""

from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import MetaRow

KEY_CHECK = "key_check"


class Meta:
    """Keep small named facts."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def find(self, key: str) -> str | None:
        """Find a fact by name."""
        row = await self._session.get(MetaRow, key)
        return row.value if row else None

    async def save(self, key: str, value: str) -> None:
        """Replace a fact."""
        await self._session.merge(MetaRow(key=key, value=value))
