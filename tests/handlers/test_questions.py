"""Questions over the sample plan, with the bundled embedder: facts, citations, refusals."""

import asyncio
import datetime as dt
import re
import shutil
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from bot.app import App, build
from handlers.answers import Answer
from handlers.texts.forms import names_day
from knowledge.files import read
from knowledge.parsing import parse
from knowledge.plan import Plan, PlannedParagraph, PlannedTask
from knowledge.search.codes import find_codes, find_dates
from knowledge.search.nano import NanoEmbedder
from knowledge.text import fold
from storage.cipher import Cipher
from storage.database import Database
from tests.factories.talk import MONDAY, FixedClock, build_settings

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "bot" / "samples" / "ke-hoach-2026.txt"
QUESTIONS = tomllib.loads(
    (ROOT / "tests" / "factories" / "sample_questions.toml").read_text("utf-8")
)["question"]
PLAN = parse(read(SAMPLE.name, SAMPLE.read_bytes()))
UNITS = sorted({unit for task in PLAN.tasks for unit in (*task.lead, *task.supporting)})


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


@pytest.mark.xdist_group("sample")
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


def cited_rows(answer: Answer, plan: Plan) -> list[PlannedTask | PlannedParagraph]:
    """Give the rows that stand in the cited lines."""
    spans = [(c.place.first_line or 0, c.place.last_line or 0) for c in answer.citations]
    rows: list[PlannedTask | PlannedParagraph] = [*plan.tasks, *plan.paragraphs]
    return [
        row
        for row in rows
        if any(
            a <= (row.place.last_line or 0) and (row.place.first_line or 0) <= b for a, b in spans
        )
    ]


def cited_text(answer: Answer) -> str:
    """Join what stands in the cited places of the source file."""
    lines = SAMPLE.read_text("utf-8").splitlines()
    spans = [(c.place.first_line or 1, c.place.last_line or 1) for c in answer.citations]
    return "\n".join("\n".join(lines[first - 1 : last]) for first, last in spans)


def computed_days(rows: Sequence[PlannedTask | PlannedParagraph]) -> set[dt.date]:
    """Give the days that follow from the times of rows, and the day named by "trước"."""
    deadlines = [row.deadline for row in rows if isinstance(row, PlannedTask)]
    days = {d.last_day for d in deadlines if d.last_day}
    days |= {o.last_day for d in deadlines for o in d.occurrences}
    return days | {day + dt.timedelta(1) for day in days}


def body_of(answer: Answer) -> str:
    lines = answer.text.splitlines()
    return "\n".join(line for line in lines if not line.startswith(("Nguồn:", "Source:")))


@pytest.mark.xdist_group("sample")
def test_every_date_unit_and_figure_stands_in_a_cited_row_or_follows_from_it(
    answers: dict[str, Answer],
) -> None:
    answered = {text: each for text, each in answers.items() if each.status == "answered"}
    assert len(answered) > 100
    for text, answer in answered.items():
        body, held = body_of(answer), "\n".join((cited_text(answer), *answer.basis))
        rows = cited_rows(answer, PLAN)
        known_days = set(find_dates(held)) | computed_days(rows)
        assert set(find_dates(body)) <= known_days, (text, answer.text)
        assert set(re.findall(r"\d+(?:[.,]\d+)?\s?%", body)) <= set(
            re.findall(r"\d+(?:[.,]\d+)?\s?%", held)
        ), (text, answer.text)
        numbers = {code for code in find_codes(body) if "-" in code}
        assert numbers <= find_codes(held), (text, answer.text)
        named = {unit for unit in UNITS if fold(unit) in fold(body)}
        assert all(fold(unit) in fold(held) for unit in named), (text, answer.text)


@pytest.mark.xdist_group("sample")
def test_a_reply_is_no_dump(answers: dict[str, Answer]) -> None:
    for text, answer in answers.items():
        assert len(answer.text) <= 1500, text
        assert len(answer.citations) <= 12, text


@pytest.mark.xdist_group("sample")
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
