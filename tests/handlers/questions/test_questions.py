"""Questions over the sample plan, with the bundled embedder: facts, citations, refusals."""

import asyncio
import datetime as dt
import shutil
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from bot.app import App, build
from handlers.questions.answers import Answer
from handlers.texts.forms import names_day
from knowledge.files import read
from knowledge.parsing import parse
from knowledge.search.nano import NanoEmbedder
from storage.cipher import Cipher
from storage.database import Database
from tests.factories.grounding import check_grounded, read_sources
from tests.factories.talk import MONDAY, FixedClock, build_settings

ROOT = Path(__file__).parents[3]
SAMPLE = ROOT / "bot" / "samples" / "ke-hoach-2026.txt"
QUESTIONS = tomllib.loads(
    (ROOT / "tests" / "factories" / "sample_questions.toml").read_text("utf-8")
)["question"]
PLAN = parse(read(SAMPLE.name, SAMPLE.read_bytes()))
SOURCES = read_sources([SAMPLE], [PLAN])
UNITS = SOURCES.units


def made_questions() -> Iterator[str]:
    """Ask for every fact of every row, every part of the year and every unit."""
    for task in PLAN.tasks:
        words = " ".join(task.content.split()[:14])
        yield f"Khi nào {words}?"
        yield f"Ai chủ trì, ai phối hợp {words}?"
        yield f"Sản phẩm của việc {words} là gì?"
        yield f"{words} phải đạt bao nhiêu phần trăm, theo văn bản nào?"
    yield from (f"Tháng {month} có những việc gì?" for month in range(1, 13))
    yield from (f"Quý {quarter} có bao nhiêu nhiệm vụ?" for quarter in ("I", "II", "III", "IV"))
    yield from (f"{unit} chủ trì những việc gì?" for unit in UNITS)
    yield from (f"{unit} phối hợp những việc gì?" for unit in UNITS)
    yield from ("Kế hoạch số mấy, ban hành ngày nào, ai ký?", "Kế hoạch căn cứ văn bản nào?")
    yield from ("Có những kế hoạch nào?", "Mục đích của kế hoạch là gì?")
    periods = ("tháng 5", "quý I", "quý III", "6 tháng đầu năm", "9 tháng", "năm")
    yield from (f"Hạn báo cáo {period} là khi nào?" for period in periods)
    yield from ("Giờ làm việc thứ Bảy?", "Giờ làm việc, với lại hạn nộp báo cáo tự kiểm tra?")


async def answer_all(path: Path, keys: list[str]) -> dict[str, Answer]:
    database = Database(f"sqlite:///{path}", Cipher(keys))
    app = build(build_settings(), database, clock=FixedClock(), embedder=NanoEmbedder())
    try:
        await load_text_sample(app)
        answers = {q["id"]: await ask(app, q["text"], q.get("before", [])) for q in QUESTIONS}
        return answers | {text: await ask(app, text) for text in made_questions()}
    finally:
        await app.close()


async def load_text_sample(app: App) -> None:
    """Load the sample from the text whose lines are cited, and its office."""
    now = app.clock.now()
    report = await app.plans.add(SAMPLE.name, SAMPLE.read_bytes(), now=now)
    await app.plans.confirm(report.plan_id, now=now)
    await app.plans.publish(report.plan_id, is_public=True)
    tables = tomllib.loads((SAMPLE.parent / "office.toml").read_text("utf-8"))
    profile = {f"{name}.{key}": each for name, rows in tables.items() for key, each in rows.items()}
    async with app.database.write() as work:
        [place] = await work.localities.list_all()
        await work.localities.save_profile(place.id, profile)


async def ask(app: App, text: str, earlier: Sequence[str] = ()) -> Answer:
    return await app.questions.answer(text, today=dt.date(2026, 11, 21), earlier=earlier)


@pytest.fixture(scope="module")
def answers(
    tmp_path_factory: pytest.TempPathFactory, sqlite_template: Path, keys: list[str]
) -> dict[str, Answer]:
    path = tmp_path_factory.mktemp("sample") / "motcua.sqlite"
    shutil.copyfile(sqlite_template, path)
    return asyncio.run(answer_all(path, keys))


@pytest.mark.parametrize("question", [pytest.param(q, id=q["id"]) for q in QUESTIONS])
def test_newcomers_questions(question: dict[str, Any], answers: dict[str, Answer]) -> None:
    answer = answers[question["id"]]
    said = answer.text.casefold()
    assert answer.status == question["status"], answer.text
    for fact in question.get("facts", []):
        assert any(way.casefold() in said for way in fact), f"lacks {fact} in {answer.text}"
    for wrong in question.get("absent", []):
        assert wrong.casefold() not in said
    if question["status"] == "not_found":
        assert not answer.citations
        assert "Nguồn" not in answer.text
    if "row" in question:
        assert any(c.ref.endswith(ref_of(question["row"])) for c in answer.citations)


def ref_of(row: list[str]) -> str:
    return f"mục {row[0]}, STT {row[1]}"


def test_every_date_unit_and_figure_stands_in_a_cited_row_or_follows_from_it(
    answers: dict[str, Answer],
) -> None:
    answered = {text: each for text, each in answers.items() if each.status == "answered"}
    assert len(answered) > 100
    for text, answer in answered.items():
        check_grounded(text, answer, SOURCES)


def test_a_reply_is_no_dump(answers: dict[str, Answer]) -> None:
    for text, answer in answers.items():
        assert len(answer.text) <= 1500, text
        assert len(answer.citations) <= 12, text


def test_most_rows_are_found_by_their_own_words(answers: dict[str, Answer]) -> None:
    asked = [
        (task, answers[f"Khi nào {' '.join(task.content.split()[:14])}?"]) for task in PLAN.tasks
    ]
    found = [bool(a.citations) and a.citations[0].place == task.place for task, a in asked]
    assert sum(found) / len(found) >= 0.9


def test_a_day_already_written_is_not_written_twice() -> None:
    day = MONDAY.date()
    assert names_day("Chậm nhất ngày 23/11/2026", day)
    assert not names_day("Trước ngày 24/11/2026", day)
    assert not names_day("123/11/2026", day)
