"""Cases and all else that grows old, and a look at what is left of them anywhere."""

import datetime as dt
import re
from collections.abc import Sequence
from pathlib import Path

from handlers.cases.changes import Facts
from knowledge.cases.states import CaseState
from knowledge.cases.steps import Action
from storage.cipher import Cipher
from storage.database import Database
from storage.errors import CannotOpen
from storage.models import Base, CaseRow
from storage.values import Address, Case, Contact, NewFile, RequestKind
from storage.work import Work
from tests.factories.cases import Town, found_town, open_case, to_answer, walk
from tests.factories.talk import MONDAY, Chat

DAY = dt.timedelta(days=1)
NAME, PHONE = "Nguyễn Thị Lan Hương", "0987 654 321"
WHERE, SAID = "ngõ Giếng", "Cống trước nhà số 14 ngõ Giếng tắc đã hai tuần"
WORDS = (NAME, PHONE, PHONE.replace(" ", ""), WHERE, "số 14")
LAN = Address("web", "lan-huong-17")
SEALED = re.compile(rb"gAAAAA[A-Za-z0-9_-]{20,}={0,2}")


async def open_named(work: Work, town: Town, *, number: int = 1, sender: Address = LAN) -> Case:
    """Open a case that names its sender and says where they live."""
    contact = Contact(NAME, PHONE, "Thôn 3")
    return await open_case(
        work,
        town.place_id,
        number=number,
        sender=sender,
        content=SAID,
        where=WHERE,
        contact=contact,
    )


async def answer_named(work: Work, town: Town, case: Case, *, now: dt.datetime = MONDAY) -> Case:
    """Walk a case to its answer, publish it, and have its sender agree to be named."""
    await work.consents.give(
        case.sender, "name", case_id=case.id, wording="Đồng ý", language="vi", now=now
    )
    case = await walk(work, town, case, *to_answer(town), now=now)
    public = Facts(public_content="Cống tắc.", public_answer="Đã thông cống.")
    return await walk(work, town, case, ("thu", Action.PUBLISH, public), now=now)


async def end(work: Work, case: Case, state: CaseState, at: dt.datetime = MONDAY) -> None:
    """End a case at a moment, without a word of it."""
    row = await work._session.get(CaseRow, case.id, populate_existing=True)
    assert row
    row.state, row.ended_at = state.value, at
    await work._session.flush()


async def attach(chat: Chat, case: Case, *, label: str = NAME) -> str:
    """Give a case a photo; return the name of its bytes."""
    name = chat.app.files.add(SAID.encode())
    async with chat.app.database.write() as work:
        file = NewFile(name, "image/jpeg", 7, label)
        number = await work.files.add(case.sender, file, now=MONDAY)
        await work.files.attach([number], owner=case.sender, case_id=case.id)
    return name


async def ask_for_copy(work: Work, place_id: int, owner: Address = LAN) -> int:
    """Ask for a copy of one's data; give the request's number."""
    today = MONDAY.date()
    return await work.data_requests.add(
        owner, RequestKind.ACCESS, locality_id=place_id, now=MONDAY, answer_by=today, due_on=today
    )


async def found_named(database: Database) -> tuple[Town, Case]:
    """Found a town with one answered and published case that names its sender."""
    async with database.write() as work:
        town = await found_town(work)
        return town, await answer_named(work, town, await open_named(work, town))


async def read_all(database: Database, keys: Sequence[str]) -> str:
    """Read every value of every row, opened with the key where it is sealed."""
    cipher = Cipher(keys)
    texts: list[str] = []
    async with database._engine.connect() as connection:
        for table in Base.metadata.sorted_tables:
            for row in await connection.execute(table.select()):
                texts += [_read(value, cipher) for value in row if value is not None]
    return "\n".join(texts)


def read_files(folder: Path, keys: Sequence[str]) -> str:
    """Read whatever stands sealed anywhere in the files of a folder, in or out of a database."""
    cipher = Cipher(keys)
    held = [path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()]
    tokens = [token for body in held for token in SEALED.findall(body)]
    return "\n".join(_read(token, cipher) for token in tokens)


def _read(value: object, cipher: Cipher) -> str:
    if not isinstance(value, bytes):
        return str(value)
    try:
        return cipher.open(value).decode("utf-8", "replace")
    except CannotOpen:
        return ""
