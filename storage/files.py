"""Photos and documents that came with messages: what is known of them; their bytes are apart."""

import datetime as dt
from collections.abc import Collection, Sequence

from sqlalchemy import ColumnElement, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.cipher import Cipher
from storage.models import DialogueRow, FileRow
from storage.statements import count_changed
from storage.values import Address, NewFile, StoredFile


class Files:
    """Keep files by their sender and, once sent in, by their case.

    `removed` collects the names of rows that go; their bytes go after the commit.
    """

    def __init__(self, session: AsyncSession, cipher: Cipher, removed: list[str]) -> None:
        self._session = session
        self._cipher = cipher
        self._removed = removed

    async def add(self, owner: Address, file: NewFile, *, now: dt.datetime) -> int:
        """Record bytes that stand under a random name; return the file's number."""
        row = FileRow(
            name=file.name,
            channel=owner.channel,
            user=owner.user,
            media_type=file.media_type,
            size=file.size,
            label_sealed=self._cipher.encrypt(file.label),
            created_at=now,
        )
        self._session.add(row)
        await self._session.flush()
        return row.id

    async def find(self, file_id: int) -> StoredFile | None:
        """Find a file by its number."""
        return next(iter(await self.list_by_id([file_id])), None)

    async def find_named(self, name: str) -> StoredFile | None:
        """Find a file by the random name of its bytes."""
        return next(iter(await self._list(FileRow.name == name)), None)

    async def list_by_id(self, file_ids: Collection[int]) -> Sequence[StoredFile]:
        """List those of the files that are still there, oldest first."""
        return await self._list(FileRow.id.in_(file_ids)) if file_ids else []

    async def of_case(self, case_id: int) -> Sequence[StoredFile]:
        """List a case's files, oldest first."""
        return await self._list(FileRow.case_id == case_id)

    async def of_owner(self, owner: Address) -> Sequence[StoredFile]:
        """List what an address has sent and is still kept, oldest first."""
        return await self._list(*_sent_by(owner))

    async def attach(self, file_ids: Collection[int], *, owner: Address, case_id: int) -> int:
        """Give an address's loose files to its case; return how many there were."""
        if not file_ids:
            return 0
        statement = (
            update(FileRow)
            .where(FileRow.id.in_(file_ids), FileRow.case_id.is_(None), *_sent_by(owner))
            .values(case_id=case_id)
        )
        return await count_changed(self._session, statement)

    async def count_since(self, owner: Address, since: dt.datetime) -> int:
        """Count what an address has sent since a moment and is still kept."""
        statement = (
            select(func.count())
            .select_from(FileRow)
            .where(*_sent_by(owner), FileRow.created_at > since)
        )
        return await self._session.scalar(statement) or 0

    async def remove(self, file_ids: Collection[int]) -> int:
        """Remove files; return how many there were. Their bytes go after the commit."""
        return await self._remove(FileRow.id.in_(file_ids)) if file_ids else 0

    async def remove_of_case(self, case_id: int) -> int:
        """Remove a case's files; to be called before the case itself is deleted."""
        return await self._remove(FileRow.case_id == case_id)

    async def remove_loose(self, before: dt.datetime, *, at_last: dt.datetime) -> int:
        """Remove files older than `before` that no case has.

        What an address with a dialogue used since then has sent may belong to a feedback half
        written: it is kept until it is older than `at_last`.
        """
        is_in_use = (
            select(DialogueRow.kind)
            .where(
                DialogueRow.channel == FileRow.channel,
                DialogueRow.user == FileRow.user,
                DialogueRow.updated_at >= before,
            )
            .exists()
        )
        is_stale = (FileRow.created_at < at_last) | ((FileRow.created_at < before) & ~is_in_use)
        return await self._remove(FileRow.case_id.is_(None), is_stale)

    async def find_unknown(self, names: Sequence[str]) -> Sequence[str]:
        """Give those of the names that no row has."""
        known: set[str] = set()
        for start in range(0, len(names), 500):
            some = names[start : start + 500]
            known.update(
                await self._session.scalars(select(FileRow.name).where(FileRow.name.in_(some)))
            )
        return [name for name in names if name not in known]

    async def _remove(self, *conditions: ColumnElement[bool]) -> int:
        rows = await self._session.scalars(
            delete(FileRow)
            .where(*conditions)
            .returning(FileRow.name)
            .execution_options(synchronize_session=False)
        )
        names = rows.all()
        self._removed.extend(names)
        return len(names)

    async def _list(self, *conditions: ColumnElement[bool]) -> Sequence[StoredFile]:
        statement = select(FileRow).where(*conditions).order_by(FileRow.id)
        return [self._file(row) for row in await self._session.scalars(statement)]

    def _file(self, row: FileRow) -> StoredFile:
        return StoredFile(
            id=row.id,
            name=row.name,
            owner=Address(row.channel, row.user),
            media_type=row.media_type,
            size=row.size,
            label=self._cipher.decrypt(row.label_sealed),
            created_at=row.created_at,
            case_id=row.case_id,
        )


def _sent_by(owner: Address) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return FileRow.channel == owner.channel, FileRow.user == owner.user
