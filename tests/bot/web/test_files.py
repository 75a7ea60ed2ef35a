"""Files through the chat page's routes: who may send, how much, who sees them again."""

import datetime as dt
from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest

from bot.app import App, build
from bot.channels.web import WebChannel
from bot.web import receiving
from bot.web.site import build_site
from bot.web.thread import read_thread
from bot.web.visits import CHAT_COOKIE
from handlers.texts import say
from knowledge.search.words import WordEmbedder
from storage.cipher import digest_secret
from storage.database import Database
from storage.values import Address
from tests.factories.photos import PDF, PLACE, write_film, write_jpeg
from tests.factories.talk import FixedClock, build_settings

SECRET, OTHER = "a secret of one browser", "a secret of another"
ADDRESS = Address("web", digest_secret(SECRET))
OURS = {"X-Motcua": "chat", "Origin": "http://motcua.test"}
ID = "m1234567890abcdefghij"
PHOTO = ("file", ("bãi rác.jpg", write_jpeg(), "image/jpeg"))


@pytest.fixture
async def app(sqlite: Database, tmp_path: Path) -> AsyncIterator[App]:
    settings = build_settings(files_dir=str(tmp_path / "files"))
    app = build(settings, sqlite, clock=FixedClock(), embedder=WordEmbedder())
    now = app.clock.now()
    async with sqlite.write() as work:
        for secret in (SECRET, OTHER):
            ends = now + dt.timedelta(hours=1)
            await work.logins.open_session(secret, role="citizen", now=now, expires_at=ends)
    yield app
    app.library.close()


@pytest.fixture
async def visitor(app: App) -> AsyncIterator[httpx.AsyncClient]:
    site = build_site(app, WebChannel())
    transport = httpx.ASGITransport(site, raise_app_exceptions=False)
    async with httpx.AsyncClient(
        transport=transport,
        base_url="http://motcua.test",
        headers=OURS,
        cookies={CHAT_COOKIE: SECRET},
    ) as client:
        yield client


async def post(
    visitor: httpx.AsyncClient, *files: object, text: str = "", **form: str
) -> httpx.Response:
    data = {"text": text, "id": ID} | form
    return await visitor.post("/chat/files", data=data, files=list(files))  # type: ignore[arg-type]


async def test_photos_come_in_and_their_sender_sees_them_again(
    visitor: httpx.AsyncClient, app: App
) -> None:
    noise = ("file", ("x.exe", b"MZ" + bytes(50), "image/jpeg"))
    paper = ("file", ("đơn.pdf", PDF, "image/png"))
    answer = await post(visitor, PHOTO, noise, paper, text=" rác trước chợ ")
    assert (answer.status_code, answer.json()) == (200, {"code": "stored"})
    line = (await read_thread(app, ADDRESS))[-1]
    assert (line.text, line.is_own) == ("rác trước chợ", True)
    photo, refused, shown_paper = line.files
    assert (photo.label, refused.label) == ("Ảnh: bãi rác.jpg", "Tệp: x.exe (không được lưu)")
    assert refused.href == ""
    seen = await visitor.get(photo.href)
    assert seen.headers["content-type"] == "image/jpeg"
    assert seen.headers["content-disposition"] == f"inline; filename*=UTF-8''{quote('bãi rác.jpg')}"
    assert seen.headers["cache-control"] == "no-store"
    assert seen.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in seen.headers["content-security-policy"]
    assert seen.content.startswith(b"\xff\xd8")
    assert PLACE.encode() not in seen.content
    kept = await visitor.get(shown_paper.href)
    assert kept.headers["content-disposition"].startswith("attachment;")
    assert kept.content == PDF


async def test_nobody_else_sees_a_file(visitor: httpx.AsyncClient, app: App) -> None:
    await post(visitor, PHOTO)
    (file,) = (await read_thread(app, ADDRESS))[-1].files
    for secret in (OTHER, "forged", ""):
        visitor.cookies = httpx.Cookies({CHAT_COOKIE: secret} if secret else {})
        assert (await visitor.get(file.href)).status_code == 404
    visitor.cookies = httpx.Cookies({CHAT_COOKIE: SECRET})
    for name in ("0" * 32, "..%2Fmotcua.sqlite", "x"):
        assert (await visitor.get(f"/chat/files/{name}")).status_code == 404


async def test_a_try_that_is_repeated_is_stored_once(visitor: httpx.AsyncClient, app: App) -> None:
    for _ in range(2):
        assert (await post(visitor, PHOTO, text="rác")).status_code == 200
    assert [line.text for line in await read_thread(app, ADDRESS) if line.is_own] == ["rác"]
    async with app.database.read() as work:
        assert len(await work.files.of_owner(ADDRESS)) == 1


@pytest.mark.parametrize(
    ("headers", "cookie", "status"),
    [
        ({"Origin": "http://evil.test"}, SECRET, 403),
        ({"Origin": "null"}, SECRET, 403),
        ({}, "forged", 401),
        ({}, "", 401),
    ],
)
async def test_only_our_own_page_may_send(
    visitor: httpx.AsyncClient, app: App, headers: dict[str, str], cookie: str, status: int
) -> None:
    visitor.cookies = httpx.Cookies({CHAT_COOKIE: cookie} if cookie else {})
    visitor.headers.update(headers)
    assert (await post(visitor, PHOTO)).status_code == status
    assert len(await read_thread(app, ADDRESS)) == 1


async def test_a_page_that_cannot_set_our_header_may_not_send(visitor: httpx.AsyncClient) -> None:
    del visitor.headers["X-Motcua"]
    assert (await post(visitor, PHOTO)).json()["code"] == "foreign"


async def test_a_film_too_large_is_refused_before_it_is_read(
    visitor: httpx.AsyncClient, app: App, tmp_path: Path
) -> None:
    headers = {
        "Content-Type": "multipart/form-data; boundary=x",
        "Content-Length": str(60 * 1024**2),
    }
    answer = await visitor.post("/chat/files", content=b"--x\r\n", headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")
    assert answer.json()["say"] == say("file_upload_too_large", limit=50, small=10, large=20)
    assert not (tmp_path / "files").exists()
    assert len(await read_thread(app, ADDRESS)) == 1


async def test_a_form_that_grows_beyond_the_limit_is_refused(
    visitor: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(receiving, "MOST_TOGETHER", 50_000)

    async def grow() -> AsyncIterator[bytes]:
        yield b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.mp4"\r\n\r\n'
        for _ in range(20):
            yield bytes(10_000)

    headers = {"Content-Type": "multipart/form-data; boundary=x"}
    answer = await visitor.post("/chat/files", content=grow(), headers=headers)
    assert answer.status_code == 413
    assert list((tmp_path / "files").iterdir()) == []


async def test_of_a_large_file_only_the_start_is_written(
    visitor: httpx.AsyncClient, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(receiving, "LARGEST", 70_000)
    monkeypatch.setattr("handlers.files.rules.LARGEST", 70_000)
    film = ("file", ("phim.mp4", write_film(size=300_000), "video/mp4"))
    monkeypatch.setattr("handlers.files.rules.LIMITS", {"video": 70_000, "photo": 70_000})
    assert (await post(visitor, film, PHOTO)).status_code == 200
    refused, kept = (await read_thread(app, ADDRESS))[-1].files
    assert refused.label == "Video: phim.mp4 (không được lưu)"
    assert kept.href


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"", "multipart/form-data; boundary=x"),
        (b"--x\r\nContent-Disposition: form-data; name=", "multipart/form-data; boundary=x"),
        (b"--x\r\nno header\r\n\r\n--x--\r\n", "multipart/form-data; boundary=x"),
        (b"text=a", "application/x-www-form-urlencoded"),
        (b"{}", ""),
        (b"--x--\r\n", "multipart/form-data"),
    ],
)
async def test_what_is_no_form_is_refused(
    visitor: httpx.AsyncClient, body: bytes, content_type: str
) -> None:
    answer = await visitor.post("/chat/files", content=body, headers={"Content-Type": content_type})
    assert (answer.status_code, answer.json()["code"]) == (400, "malformed")
    assert answer.json()["say"] == say("file_upload_failed")


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ({"id": "short"}, "malformed"),
        ({"id": "'; DROP TABLE--aaaaaaa"}, "malformed"),
        ({"text": "x" * 4001}, "too_long"),
    ],
)
async def test_bad_fields(visitor: httpx.AsyncClient, form: dict[str, str], code: str) -> None:
    answer = await post(visitor, PHOTO, **form)
    assert (answer.status_code, answer.json()["code"]) == (400, code)


async def test_a_form_without_files_and_sixty_parts(visitor: httpx.AsyncClient) -> None:
    empty = ("file", ("", b"", "application/octet-stream"))
    assert (await post(visitor, empty)).status_code == 400
    assert (await post(visitor, *[PHOTO] * 70)).status_code == 413


async def test_too_many_forms(visitor: httpx.AsyncClient) -> None:
    answers = [await post(visitor, PHOTO, text="x" * 4001) for _ in range(21)]
    assert [answer.status_code for answer in answers[-2:]] == [400, 429]
    assert answers[-1].json()["say"] == say("too_fast")


async def test_a_disk_that_is_full_is_said(
    visitor: httpx.AsyncClient, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_data: bytes) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(app.files, "add", fail)
    answer = await post(visitor, PHOTO)
    assert (answer.status_code, answer.json()["code"]) == (503, "not_stored")
    assert len(await read_thread(app, ADDRESS)) == 1
