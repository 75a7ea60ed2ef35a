"""Every measurement runs, in a form short enough for each change."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from bench import answers, board, cases, marks, nudges, pipeline, questions, reading, retrieval
from bench.collection import Rates, load_collection, rate
from bench.figures import Figure, find_p95
from bench.localities import invent_places
from bench.retrieval import judge
from knowledge.files import read
from knowledge.parsing import parse

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def _own_words_only(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("MOTCUA_SHARED", str(tmp_path / "none"))
    monkeypatch.setattr(pipeline, "MESSAGES", 5)


@pytest.mark.parametrize(
    ("main", "expected"),
    [
        (reading.main, "tasks"),
        (marks.main, "all + own"),
        (pipeline.main, "messages a second"),
        (lambda: questions.main(["--embedder", "words"]), "refused (own)"),
        (lambda: retrieval.main(["--embedder", "words"]), "loss without marks"),
        (lambda: retrieval.main(["--embedder", "none"]), "above plain BM25"),
        (lambda: cases.main(["--short"]), "longer to shorter"),
        (lambda: nudges.main(["--short"]), "items handed to a channel"),
        (lambda: answers.main(["--short"]), "place named, 6 places beside 5: p95"),
    ],
)
def test_a_measurement_runs(
    main: Callable[[], None], expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main()
    assert expected in capsys.readouterr().out


@pytest.mark.parametrize(
    ("value", "most", "verdict"), [(3, 4, "pass"), (4, 4, "pass"), (5, 4, "FAIL"), (5, None, "")]
)
def test_a_figure_is_held_to_its_limit(value: float, most: float | None, verdict: str) -> None:
    assert Figure("p95", value, "ms", most).verdict == verdict


def test_a_figure_may_have_to_reach_something() -> None:
    assert [Figure("rate", value, "/ s", least=4).verdict for value in (3, 4)] == ["FAIL", "pass"]
    assert Figure("rate", 3, "/ s", least=4).limit == "≥ 4.00 / s"


def test_the_last_table_is_also_written_as_json(tmp_path: Path) -> None:
    board.main(["--short", "--json", str(tmp_path / "bench.json")])
    rows = {row["name"]: row for row in json.loads((tmp_path / "bench.json").read_text("utf-8"))}
    assert {"answers", "cases", "nudges", "messages"} < rows.keys()
    assert sum("times as long as in the small one" in name for name in rows) == 1
    assert rows["messages"]["value"] > 0
    assert rows["messages"]["least"] > 0


def test_p95_is_what_most_do_not_exceed() -> None:
    assert find_p95(range(100)) == 95
    assert find_p95([7]) == 7


def test_invented_places_differ_and_are_read_as_plans() -> None:
    places = invent_places(200, rows=80)
    assert len({place.name for place in places}) == 200
    plan = parse(read("a.txt", places[0].text.encode()))
    assert plan.locality == places[0].name
    assert 60 <= len(plan.tasks) <= 80


def write_collection(folder: Path) -> Path:
    long = "Điều khoản chung áp dụng cho mọi trường hợp khác. " * 60
    corpus = [
        {"_id": "a", "title": "Điều 1", "text": long + "Người nuôi chó phải đeo rọ mõm cho chó."},
        {"_id": 2, "text": "Chợ phiên họp vào ngày rằm.", "title": None},
        {"_id": "c", "text": "", "title": "Lệ phí đò ngang"},
    ]
    queries = [
        {"_id": "q1", "text": "đeo rọ mõm cho chó", "text_nodiac": "deo ro mom cho cho"},
        {"_id": "q2", "text": "chợ phiên họp ngày nào"},
        {"_id": "q3", "text": "không ai hỏi"},
    ]
    for name, rows in (("corpus", corpus), ("queries", queries)):
        lines = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
        (folder / f"{name}.jsonl").write_text(lines, "utf-8")
    qrels = "query-id\tcorpus-id\tscore\nq1\ta\t1\nq2\t2\t2\nq2\tgone\t1\nq3\tc\t0\n"
    (folder / "qrels.tsv").write_text(qrels, "utf-8")
    return folder


def test_a_folder_in_beir_layout_is_read(tmp_path: Path) -> None:
    collection = load_collection(write_collection(tmp_path))
    assert [query.bare for query in collection.queries] == [
        "deo ro mom cho cho",
        "cho phien hop ngay nao",
    ]
    assert collection.relevant == {"q1": {"a": 1}, "q2": {"2": 2}}
    assert [len(entry.passages) for entry in collection.entries] == [4, 1, 1]


def test_the_end_of_a_long_text_is_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, kept = write_collection(tmp_path), tmp_path / "vectors.npy"
    for _ in range(2):
        retrieval.main([str(folder), "--embedder", "words", "--vectors", str(kept)])
        lines = [line for line in capsys.readouterr().out.splitlines() if "│ ours" in line]
        assert all("100.0 │ 100.0 │ 100.0" in line for line in lines), lines
    assert kept.exists()


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (["a", "b"], Rates(50, 100, 100)),
        (["x", "a"], Rates(0, 50, 100 * 0.6309 / 1.6309)),
        ([], Rates(0, 0, 0)),
    ],
)
def test_what_is_found_is_rated(found: list[str], expected: Rates) -> None:
    rates = rate(found, {"a": 1, "b": 1})
    assert rates.first == expected.first
    assert rates.tenth == expected.tenth
    assert rates.gain == pytest.approx(expected.gain, abs=0.01)


def test_the_verdicts_name_what_is_not_reached() -> None:
    gains = {("plain BM25", False): 80.0, ("plain BM25", True): 30.0}
    assert judge(gains | {("ours", False): 90.0, ("ours", True): 88.0}) == [
        "above plain BM25: +10.0 with marks, +58.0 without: pass",
        "loss without marks: 2.0 points, at most 1.5: FAIL",
    ]
    assert judge(gains | {("ours", False): 79.0, ("ours", True): 79.0})[0].endswith("FAIL")
