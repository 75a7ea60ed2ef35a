"""Seal everything anew under the newest key, while programs go on; and count what needs which.

Nothing is believed but the sealed bodies themselves: each is tried with the newest key alone, so
a rotation that was killed is simply begun again. The check of the key comes last: as long as
anything needs an older key, the program does not start without it.
"""

import asyncio
import json
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field

from storage.database import Database
from storage.meta import KEY_CHECK, ROTATION
from storage.rotation.files import SealedFiles
from storage.rotation.rows import Key, SealedRow, look_at, reseal_row
from storage.rotation.tables import SealedTable, list_sealed_tables

BATCH = 500  # rows a transaction
FILE_BATCH = 50
PASSES = 20  # looks at a table of which others change rows as we do
PAUSE = 0.2  # seconds between them

OnProgress = Callable[[int, int], None]


@dataclass(slots=True)
class Rotated:
    """What a rotation has done: looked at, sealed anew, left to another run, opened by no key."""

    looked: int = 0
    rows: int = 0
    files: int = 0
    left: int = 0
    lost: Counter[str] = field(default_factory=Counter)


@dataclass(slots=True)
class Survey:
    """How many rows and files need which key, the newest first, and what no key opens."""

    rows: list[int]
    files: list[int]
    old_digests: int = 0
    lost: Counter[str] = field(default_factory=Counter)

    @property
    def unneeded(self) -> list[int]:
        """The older keys, by number, that nothing needs; the digests may need any of them."""
        numbers = range(1, len(self.rows)) if not self.old_digests else ()
        return [n for n in numbers if not self.rows[n] and not self.files[n]]


class Rotation:
    """One run of a rotation."""

    def __init__(
        self, database: Database, files: SealedFiles, *, on_progress: OnProgress | None = None
    ) -> None:
        self._database = database
        self._cipher = database.cipher
        self._files = files
        self._tell = on_progress or (lambda _done, _all: None)
        self._done = Rotated()
        self._total = 0

    async def run(self) -> Rotated:
        """Seal everything anew; raise `Conflict` where another rotation runs, or `Unavailable`."""
        with self._files.hold():
            self._total = await self._count()
            for table in list_sealed_tables():
                await self._rotate_table(table)
            await self._rotate_files()
            if not self._done.left:
                await self._finish()
        return self._done

    async def _count(self) -> int:
        async with self._database.read() as work:
            counts = [await work.sealed_rows.count(table) for table in list_sealed_tables()]
        return sum(counts) + len(self._files.list_names())

    async def _rotate_table(self, table: SealedTable) -> None:
        """Rotate a table, and look again where others have changed rows under our hands."""
        missed = await self._pass_over(table, is_first=True)
        for _ in range(PASSES):
            if not missed:
                return
            await asyncio.sleep(PAUSE)
            missed = await self._pass_over(table)
        self._done.left += missed

    async def _pass_over(self, table: SealedTable, *, is_first: bool = False) -> int:
        missed = 0
        async for page in read_pages(self._database, table):
            looks = [(row, look_at(table, row, self._cipher)) for row in page]
            if is_first:
                self._looked(len(page))
                self._done.lost[table.name] += sum(look.is_lost for _, look in looks)
            missed += await self._replace(table, [row for row, look in looks if not look.is_new])
        return missed

    async def _replace(self, table: SealedTable, rows: Sequence[SealedRow]) -> int:
        """Replace rows in a short transaction; return how many have changed meanwhile."""
        if not rows:
            return 0
        changes = [reseal_row(table, row, self._cipher) for row in rows]
        begun = time.monotonic()
        async with self._database.write() as work:
            changed = await work.sealed_rows.replace(table, changes)
            await work.meta.save(ROTATION, self._write_state(table.name))
        self._done.rows += changed
        await asyncio.sleep(time.monotonic() - begun)  # as long for others as for us
        return len(rows) - changed

    async def _rotate_files(self) -> None:
        names = self._files.list_names()
        for start in range(0, len(names), FILE_BATCH):
            some = names[start : start + FILE_BATCH]
            await self._reseal_files(some)
            self._looked(len(some))

    async def _reseal_files(self, names: Sequence[str]) -> None:
        """Seal files anew; one that was removed meanwhile came back by it, and goes again."""
        async with self._database.write() as work:
            await work.meta.save(ROTATION, self._write_state("files"))
            unknown = set(await work.files.find_unknown(names))
        changed, lost = await asyncio.to_thread(self._files.reseal, names)
        async with self._database.read() as work:
            gone = set(await work.files.find_unknown(changed)) - unknown
        self._files.remove(sorted(gone))
        self._done.files += len(changed) - len(gone)
        self._done.lost["files"] += lost

    async def _finish(self) -> None:
        async with self._database.write() as work:
            sealed = (await work.meta.find(KEY_CHECK) or "").encode("ascii")
            if self._cipher.find_key(sealed):
                await work.meta.save(KEY_CHECK, self._cipher.reseal(sealed).decode("ascii"))
            await work.meta.save(ROTATION, self._write_state(""))

    def _write_state(self, at: str) -> str:
        state = {"key": self._cipher.key_ids[0], "at": at, "rows": self._done.rows}
        return json.dumps(state)

    def _looked(self, count: int) -> None:
        self._done.looked += count
        self._tell(self._done.looked, max(self._total, self._done.looked))


async def read_pages(database: Database, table: SealedTable) -> AsyncIterator[list[SealedRow]]:
    """Read a table page by page, each in a unit of work of its own."""
    after: Key | None = None
    while True:
        async with database.read() as work:
            page = await work.sealed_rows.list_page(table, after, BATCH)
        if page:
            yield page
        if len(page) < BATCH:
            return
        after = page[-1].key


async def survey(
    database: Database, files: SealedFiles, *, on_progress: OnProgress | None = None
) -> Survey:
    """Count what needs which key; nothing is changed."""
    cipher = database.cipher
    by_key, lost = await asyncio.to_thread(files.count_keys)
    found = Survey([0] * len(cipher.key_ids), by_key, lost=Counter(files=lost))
    async with database.read() as work:
        total = sum([await work.sealed_rows.count(table) for table in list_sealed_tables()])
        check = await work.meta.find(KEY_CHECK)
    if check:
        found.rows[cipher.find_key(check.encode("ascii")) or 0] += 1
    looked = 0
    for table in list_sealed_tables():
        async for page in read_pages(database, table):
            for row in page:
                look = look_at(table, row, cipher)
                for number in look.older:  # its parts may have been written under several
                    found.rows[number] += 1
                found.rows[0] += not look.older and not look.is_lost
                found.lost[table.name] += look.is_lost
                found.old_digests += look.is_digest_old
            looked += len(page)
            if on_progress:
                on_progress(looked, total)
    return found
