"""Files of plans that are read in the background: what is taken, told, kept and forgotten."""

import asyncio
import threading
from collections.abc import Sequence
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from bot.app import App
from bot.web.desk.plans.readings import Readings, ReadingView, Stage
from bot.web.desk.uploads import HEADER, Uploads
from bot.web.visits import DESK_COOKIE
from handlers.desk.visitor import Visitor
from handlers.errors import HandlerError
from handlers.plans import Outcome, sources
from knowledge.errors import KnowledgeError
from knowledge.files.guards import MAX_BYTES
from storage.values import Role
from tests.factories.desk import let_in, sit_down, write_cookie
from tests.factories.plans import TEXT
from tests.factories.town_hall import found_hall

OTHER = TEXT.replace("BẾN LỤA", "ĐỒI SIM").replace("Bến Lụa", "Đồi Sim")
NAMES = {Role.CLERK: "Lê Thị Bình", Role.LEADER: "Nguyễn Thị Hạnh"}
SECRET = TEXT.replace("KẾ HOẠCH\n", "MẬT\nKẾ HOẠCH\n")


async def sit(app: App, role: Role = Role.CLERK, place: str = "xã Bến Lụa") -> Visitor:
    async with app.database.write() as work:
        hall = await found_hall(work, place)
        return await sit_down(work, await hall.seat(NAMES[role], "Văn phòng", role))


async def wait(readings: Readings, visitor: Visitor, *stages: Stage) -> ReadingView:
    """Wait until the last file of a place stands somewhere."""
    async with asyncio.timeout(10):
        while True:
            last = readings.list(visitor.place.id)[0]
            if last.stage in stages:
                return last
            await asyncio.sleep(0.01)


async def count_plans(app: App) -> int:
    async with app.database.read() as work:
        return len(await work.plans.list_all())


@pytest.mark.usefixtures("visitor")
async def test_a_file_becomes_a_draft_with_its_text_and_a_line_in_the_trail(app: App) -> None:
    readings, clerk = Readings(app), await sit(app)
    heard = []

    async def listen() -> None:
        heard.append(readings.list(clerk.place.id)[0].stage)

    stop = readings.listen(listen)
    readings.start(clerk, "ke-hoach.txt", TEXT.encode())
    done = await wait(readings, clerk, Stage.DONE, Stage.FAILED)
    assert (done.outcome, done.plan_id, done.by) == (Outcome.ADDED, 1, "Lê Thị Bình")
    async with app.database.read() as work:
        assert await work.plan_sources.has(1)
        [change] = await work.changes.of("plan 1", locality_id=clerk.place.id)
    assert (change.action, change.new["file"]) == ("plan_added", "ke-hoach.txt")
    await asyncio.sleep(0.5)
    assert heard[-1] is Stage.DONE
    stop()
    readings.start(clerk, "lai.txt", TEXT.encode())
    assert (await wait(readings, clerk, Stage.DONE)).outcome is Outcome.UNCHANGED
    assert await count_plans(app) == 1
    readings.forget(clerk, 1)
    assert [each.name for each in readings.list(clerk.place.id)] == ["lai.txt"]


@pytest.mark.usefixtures("visitor")
async def test_what_names_another_place_is_kept_only_when_that_is_said(app: App) -> None:
    readings, clerk = Readings(app), await sit(app)
    number = readings.start(clerk, "doi-sim.txt", OTHER.encode())
    asked = await wait(readings, clerk, Stage.ASKING)
    assert "xã Đồi Sim" in asked.said
    assert await count_plans(app) == 0
    stranger = await sit(app, place="xã Đồi Sim")
    assert readings.list(stranger.place.id) == ()
    with pytest.raises(HandlerError, match="desk_gone"):
        readings.keep_anyway(stranger, number)
    readings.keep_anyway(clerk, number)
    done = await wait(readings, clerk, Stage.DONE)
    async with app.database.read() as work:
        plan = await work.plans.find(done.plan_id)
    assert plan
    assert plan.locality_id == clerk.place.id


@pytest.mark.usefixtures("visitor")
async def test_files_that_nobody_decides_on_take_no_other_places_turn(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.web.desk.plans.readings.MOST_WAITING", 1)
    monkeypatch.setattr("bot.web.desk.plans.readings.MOST_ENDED", 1)
    readings, clerk = Readings(app), await sit(app)
    for number in range(3):
        readings.start(clerk, f"{number}.txt", f"{OTHER}{number}".encode())
        await wait(readings, clerk, Stage.ASKING)
    assert len(readings.list(clerk.place.id)) == 2
    stranger = await sit(app, place="xã Đồi Sim")
    readings.start(stranger, "doi-sim.txt", OTHER.encode())
    assert (await wait(readings, stranger, Stage.DONE)).outcome is Outcome.ADDED


@pytest.mark.usefixtures("visitor")
async def test_nothing_of_a_secret_document_is_kept(app: App) -> None:
    readings, clerk = Readings(app), await sit(app)
    readings.start(clerk, "mat.txt", SECRET.encode())
    assert "độ mật" in (await wait(readings, clerk, Stage.FAILED)).said
    assert await count_plans(app) == 0
    assert readings._readings[1].data == b""
    assert readings._readings[1].read is None


async def test_what_is_not_taken_at_all(app: App) -> None:
    readings, clerk = Readings(app), await sit(app)
    for name, data, code in (
        ("a.exe", b"MZ", "unknown_format"),
        ("a.txt", b"", "empty_file"),
        ("a.docx", b"MZ\x90\x00", "damaged"),
        ("a.pdf", b"<html>", "damaged"),
        ("a.png", b"GIF89a", "damaged"),
        ("a.doc", b"\x7fELF\x00\x00", "damaged"),
        ("a.txt", b"x" * (MAX_BYTES + 1), "too_large"),
    ):
        with pytest.raises(KnowledgeError, match=code):
            readings.start(clerk, name, data)
    leader = await sit(app, Role.LEADER)
    with pytest.raises(HandlerError, match="desk_forbidden"):
        readings.start(leader, "a.txt", TEXT.encode())
    assert readings.list(clerk.place.id) == ()


@pytest.mark.usefixtures("visitor")
async def test_a_file_that_is_being_read_is_not_read_twice(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    readings, clerk = Readings(app), await sit(app)
    may_go_on, read = threading.Event(), sources._read

    def read_slowly(name: str, data: bytes, known: Sequence[str], on_page: Any) -> Any:
        on_page(3, 12)
        assert may_go_on.wait(10)
        return read(name, data, known, on_page)

    async def read_file(*args: Any) -> Any:
        return await asyncio.get_running_loop().run_in_executor(None, read_slowly, *args)

    monkeypatch.setattr("handlers.plans.service.read_file", read_file)
    readings.start(clerk, "ke-hoach.txt", TEXT.encode())
    reading = await wait(readings, clerk, Stage.READING)
    async with asyncio.timeout(5):
        while not reading.total:
            await asyncio.sleep(0.01)
            reading = readings.list(clerk.place.id)[0]
    assert (reading.done, reading.total) == (3, 12)
    with pytest.raises(HandlerError, match="reading_already"):
        readings.start(clerk, "ten-khac.txt", TEXT.encode())
    readings.forget(clerk, 1)  # it goes on: only what has ended is hidden
    may_go_on.set()
    assert (await wait(readings, clerk, Stage.DONE)).plan_id == 1


async def test_a_file_comes_whole_and_what_is_refused_is_said(
    app: App, visitor: httpx.AsyncClient
) -> None:
    clerk_secret, taken = "", []
    async with app.database.write() as work:
        hall = await found_hall(work)
        person = await hall.seat("Lê Thị Bình", "Văn phòng", Role.CLERK)
        clerk_secret = await let_in(work, person, now=app.clock.now())

    async def take(name: str, data: bytes) -> None:
        if name == "bad.txt":
            raise HandlerError("reading_many", name=name)
        taken.append((name, len(data)))

    uploads = Uploads(app)
    ticket = uploads.open(clerk_secret, take)
    site = FastAPI()
    site.include_router(uploads.build_router())
    cookies = write_cookie(app.database.cipher, clerk_secret)
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(site), base_url="http://motcua.test",
        cookies={DESK_COOKIE: cookies[DESK_COOKIE]}, headers={HEADER: "1"},
    ) as client:  # fmt: skip
        large = b"x" * (30 * 2**20)  # more than a photo in chat may have
        answer = await client.post(f"/desk/tai-len/{ticket}", files={"file": ("a.txt", large)})
        assert (answer.status_code, taken) == (200, [("a.txt", len(large))])
        answer = await client.post(f"/desk/tai-len/{ticket}", files={"file": ("bad.txt", b"x")})
        assert answer.status_code == 422
        assert "nhiều tệp chờ đọc" in answer.json()["say"]
        more = b"x" * (MAX_BYTES + 2**20)
        answer = await client.post(f"/desk/tai-len/{ticket}", files={"file": ("b.txt", more)})
        assert answer.status_code == 413
        assert "50 MB" in answer.json()["say"]
