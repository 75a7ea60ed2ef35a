"""A program that writes while keys are rotated: python -m tests.storage.rotation_process URL KEYS DIR.

It adds cases, changes old ones, stores files and removes some, until it is told to stop; DIR/told
says what was committed, a JSON line each.
"""

import asyncio
import json
import random
import signal
import sys
from pathlib import Path

from sqlalchemy import update

from storage.cipher import Cipher
from storage.database import Database
from storage.file_store import FileStore
from storage.models import CaseRow
from storage.values import Address, NewFile
from tests.factories.talk import MONDAY
from tests.storage.sealed import add_cases

LAN = Address("web", "lan")
FIRST_NEW = 100_000  # the numbers of cases that this process adds


async def store_file(database: Database, number: int) -> str:
    """Store a file as the intake does: its bytes, then its row."""
    assert database.files
    data = b"photo %d" % number
    name = database.files.add(data)
    async with database.write() as work:
        await work.files.add(
            LAN, NewFile(name, "image/png", len(data), f"{number}.png"), now=MONDAY
        )
    return name


async def change_case(database: Database, case_id: int, where: str) -> None:
    async with database.write() as work:
        sealed = database.cipher.encrypt(where)
        changed = update(CaseRow).where(CaseRow.id == case_id).values(where_sealed=sealed)
        await work._session.execute(changed)


async def remove_file(database: Database, file_id: int) -> None:
    async with database.write() as work:
        await work.files.remove([file_id])


async def write_on(database: Database, told: Path, stop: asyncio.Event) -> None:
    drawn, number = random.Random(9), 0
    with told.open("a", encoding="utf-8", buffering=1) as lines:
        while not stop.is_set():
            number += 1
            await add_cases(database, range(FIRST_NEW + number, FIRST_NEW + number + 1))
            case_id, where = drawn.randrange(1, 1000), f"đã sửa lần {number}"
            await change_case(database, case_id, where)
            name = await store_file(database, FIRST_NEW + number)
            removed = drawn.randrange(1, 100)
            await remove_file(database, removed)
            facts = {"added": FIRST_NEW + number, "changed": case_id, "where": where}
            lines.write(json.dumps({**facts, "stored": name, "removed": removed}) + "\n")
            await asyncio.sleep(0.01)  # as people do


async def main(url: str, keys: str, folder: str) -> None:
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    database = Database(url, Cipher(keys.split(",")))
    database.files = FileStore(Path(folder) / "files", database.cipher)
    await write_on(database, Path(folder) / "told", stop)
    await database.close()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
