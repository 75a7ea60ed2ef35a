"""Words of an office's own that an answer to a case may begin from."""

from collections.abc import Sequence

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.errors import Conflict
from storage.models import AnswerTemplateRow
from storage.statements import count_changed
from storage.values import AnswerTemplate


class AnswerTemplates:
    """Keep the templates of places; a name stands once in a place."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def of_localities(self, locality_ids: Sequence[int]) -> Sequence[AnswerTemplate]:
        """List the templates of some places by name."""
        rows = await self._session.scalars(
            select(AnswerTemplateRow)
            .where(AnswerTemplateRow.locality_id.in_(locality_ids))
            .order_by(AnswerTemplateRow.name, AnswerTemplateRow.id)
            .execution_options(populate_existing=True)
        )
        return [_read(row) for row in rows]

    async def find(self, template_id: int) -> AnswerTemplate | None:
        """Find a template by its number."""
        row = await self._session.get(AnswerTemplateRow, template_id, populate_existing=True)
        return _read(row) if row else None

    async def add(self, locality_id: int, name: str, body: str) -> AnswerTemplate:
        """Keep a new template; raise `Conflict("template_exists")` where the name is taken."""
        await self._refuse_double(locality_id, name)
        row = AnswerTemplateRow(locality_id=locality_id, name=name, body=body, version=1)
        self._session.add(row)
        await self._session.flush()
        return _read(row)

    async def change(self, template_id: int, *, name: str, body: str, version: int) -> None:
        """Put other words in place; raise `Conflict("template_changed")` if the version is old.

        Raise `Conflict("template_exists")` where the name is another's.
        """
        found = await self.find(template_id)
        if found:
            await self._refuse_double(found.locality_id, name, but=template_id)
        statement = (
            update(AnswerTemplateRow)
            .where(AnswerTemplateRow.id == template_id, AnswerTemplateRow.version == version)
            .values(name=name, body=body, version=version + 1)
        )
        if await count_changed(self._session, statement) != 1:
            raise Conflict("template_changed", name=name)

    async def _refuse_double(self, locality_id: int, name: str, *, but: int = 0) -> None:
        known = await self._session.scalar(
            select(AnswerTemplateRow.id).where(
                AnswerTemplateRow.locality_id == locality_id,
                AnswerTemplateRow.name == name,
                AnswerTemplateRow.id != but,
            )
        )
        if known is not None:
            raise Conflict("template_exists", name=name)

    async def remove(self, template_id: int, *, version: int) -> bool:
        """Forget a template as it is at a version; tell whether there was one."""
        statement = delete(AnswerTemplateRow).where(
            AnswerTemplateRow.id == template_id, AnswerTemplateRow.version == version
        )
        return await count_changed(self._session, statement) > 0


def _read(row: AnswerTemplateRow) -> AnswerTemplate:
    return AnswerTemplate(row.id, row.locality_id, row.name, row.body, row.version)
