"""One case's page and its files, asked without a browser."""

import io
import zipfile
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from bot.app import App, build
from handlers.cases.changes import Facts
from knowledge.cases.steps import Action
from knowledge.search.words import WordEmbedder
from storage.database import Database
from storage.values import Address, Case, NewFile, Role
from tests.bot.web.desk.test_frame import enter
from tests.factories.cases import open_case
from tests.factories.talk import FixedClock, build_settings

SENDER = Address("web", "lan")
PHOTO = b"\xff\xd8\xff\xd9"


@pytest.fixture
async def app(sqlite: Database, tmp_path: Path) -> AsyncIterator[App]:
    settings = build_settings(files_dir=str(tmp_path / "files"))
    app = build(settings, sqlite, clock=FixedClock(), embedder=WordEmbedder())
    yield app
    app.library.close()


@pytest.fixture
async def case(app: App) -> Case:
    """A case with a photo of its sender's."""
    name = app.files.add(PHOTO)
    async with app.database.write() as work:
        place = await work.localities.ensure("xã Bến Lụa")
        case = await open_case(work, place.id, sender=SENDER)
        file = NewFile(name, "image/jpeg", len(PHOTO), "den.jpg")
        file_id = await work.files.add(SENDER, file, now=app.clock.now())
        await work.files.attach([file_id], owner=SENDER, case_id=case.id)
    return case


@pytest.fixture
async def photo(app: App, case: Case) -> str:
    """The address of the case's photo."""
    async with app.database.read() as work:
        [file] = await work.files.of_case(case.id)
    return f"/desk/tep/{file.name}"


async def count_readings(app: App, case: Case) -> int:
    async with app.database.read() as work:
        found = await work.cases.get(case.id)
    assert found
    return len(found.sources(Action.READ))


async def test_the_clerk_reads_the_case_which_is_an_event(
    app: App, visitor: httpx.AsyncClient, case: Case
) -> None:
    await enter(app, visitor, Role.CLERK)
    page = await visitor.get(f"/desk/phan-anh/{case.code.lower()}")
    assert page.status_code == 200
    assert "Đèn đường đầu thôn 3" in page.text
    assert "Tiếp nhận" in page.text
    assert await count_readings(app, case) == 1


async def test_what_is_not_theirs_is_not_shown(
    app: App, visitor: httpx.AsyncClient, case: Case, photo: str
) -> None:
    await enter(app, visitor, Role.OFFICER)
    page = await visitor.get(f"/desk/phan-anh/{case.code}")
    assert page.status_code == 404
    assert "Đèn đường" not in page.text
    assert (await visitor.get(photo)).status_code == 404
    letter = await visitor.get(f"/desk/tep/thu/{case.code}/receipt")
    assert letter.status_code == 404
    assert await count_readings(app, case) == 0


async def test_the_operator_opens_neither_case_nor_file(
    app: App, visitor: httpx.AsyncClient, case: Case, photo: str
) -> None:
    await enter(app, visitor, None)
    for path in (f"/desk/phan-anh/{case.code}", photo, f"/desk/tep/thu/{case.code}/receipt"):
        assert (await visitor.get(path)).status_code == 403, path


async def test_a_stranger_gets_nothing(visitor: httpx.AsyncClient, case: Case, photo: str) -> None:
    for path in (f"/desk/phan-anh/{case.code}", photo, f"/desk/tep/thu/{case.code}/receipt"):
        assert (await visitor.get(path)).headers["location"] == "/vao", path


async def test_a_photo_opens_in_a_sandbox_and_is_noted(
    app: App, visitor: httpx.AsyncClient, case: Case, photo: str
) -> None:
    await enter(app, visitor, Role.CLERK)
    await visitor.get(f"/desk/phan-anh/{case.code}")
    part = await visitor.get(f"{photo}?trong-trang=1")
    assert part.content == PHOTO
    assert "sandbox" in part.headers["content-security-policy"]
    assert part.headers["cache-control"] == "no-store"
    assert await count_readings(app, case) == 1
    await visitor.get(photo)
    assert await count_readings(app, case) == 2
    assert (await visitor.get("/desk/tep/khong-co")).status_code == 404


async def test_letters_are_documents_or_say_why_not(
    app: App, visitor: httpx.AsyncClient, case: Case
) -> None:
    await enter(app, visitor, Role.CLERK)
    letter = await visitor.get(f"/desk/tep/thu/{case.code}/receipt")
    assert f"Phieu-tiep-nhan-{case.code}.docx" in letter.headers["content-disposition"]
    assert zipfile.is_zipfile(io.BytesIO(letter.content))
    assert await count_readings(app, case) == 1
    for kind, status in (("answer", 404), ("apology", 404), ("khac", 404)):
        answer = await visitor.get(f"/desk/tep/thu/{case.code}/{kind}")
        assert answer.status_code == status
        assert not zipfile.is_zipfile(io.BytesIO(answer.content))


async def test_only_what_is_allowed_is_offered(
    app: App, visitor: httpx.AsyncClient, case: Case
) -> None:
    await enter(app, visitor, Role.CLERK)
    async with app.database.write() as work:
        doer = app.desk.find_doer(case, SENDER, None)
        await app.desk.move(work, case, Action.WITHDRAW, doer, Facts(), now=app.clock.now())
    page = await visitor.get(f"/desk/phan-anh/{case.code}")
    assert "Xóa thông tin cá nhân" in page.text
    assert "Không tiếp nhận" not in page.text
