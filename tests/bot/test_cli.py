"""The command line: every command's help has an example; bad input is one sentence, nothing stored."""

import json
import sqlite3
from pathlib import Path

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from bot.cli.main import cli
from knowledge.case_codes import find_code
from tests.factories.clerk import NEXT
from tests.factories.command import motcua
from tests.factories.plans import TEXT

SAMPLE = Path(__file__).parents[2] / "bot" / "samples" / "ke-hoach-2026.txt"


def commands(group: object = None, path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    group = group or get_command(cli)
    found: list[tuple[str, ...]] = []
    for name, command in group.commands.items():  # type: ignore[attr-defined]
        is_group = hasattr(command, "commands")
        found += commands(command, (*path, name)) if is_group else [(*path, name)]
    return found


@pytest.mark.parametrize("path", commands(), ids=" ".join)
def test_every_help_has_an_example(path: tuple[str, ...]) -> None:
    shown = CliRunner().invoke(cli, [*path, "--help"])
    assert shown.exit_code == 0
    assert "Example: motcua " + " ".join(path) in " ".join(shown.output.split())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "ke-hoach.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def rows(folder: Path, table: str) -> int:
    connection = sqlite3.connect(folder / "data" / "motcua.sqlite")
    count: int = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    connection.close()
    return count


def test_a_plan_is_added_confirmed_asked_and_removed(folder: Path) -> None:
    code, out, _ = motcua(folder, "plan", "add", "ke-hoach.txt")
    assert code == 0
    assert "4 tasks read" in out
    assert "motcua plan confirm 1" in out
    assert "No plan" not in motcua(folder, "plan", "list")[1]
    assert "chưa có kế hoạch nào" in ask(folder) or "không nêu" in ask(folder)
    assert "due days" in motcua(folder, "plan", "confirm", "1")[1]
    assert ask(folder).startswith("Trước ngày 05/12/2026, tức chậm nhất thứ Sáu 04/12/2026 –")
    assert "Phát tờ rơi" in motcua(folder, "plan", "show", "1")[1]
    code, _, err = motcua(folder, "plan", "confirm", "1")
    assert (code, err.strip()) == (1, "Plan 1 is confirmed already.")
    assert motcua(folder, "plan", "remove", "1")[0] == 0
    assert all(rows(folder, t) == 0 for t in ("plans", "tasks", "passages", "due_days"))


def ask(folder: Path) -> str:
    return motcua(folder, "ask", "Phát tờ rơi hướng dẫn nộp hồ sơ trực tuyến trước ngày nào?")[1]


def test_answers_are_the_same_in_vietnamese_terminals(folder: Path) -> None:
    _, out, _ = motcua(folder, "plan", "add", "--confirm", "ke-hoach.txt", LANG="vi_VN.UTF-8")
    assert "Đọc được 4 việc" in out
    _, out, _ = motcua(folder, "plan", "add", "ke-hoach.txt", LANG="vi_VN.UTF-8")
    assert out.strip() == "Tệp này đã được nạp (kế hoạch 1), không có gì thay đổi."


BAD_FILES = {
    "anh.bmp": (b"BM", "can be read"),
    "trong.txt": (b"", "the file is empty"),
    "khoang-trang.txt": (b" \n\t\n", "empty"),
    "nhieu.txt": (bytes(range(256)) * 40, "not text"),
    "hong.docx": (b"PK\x03\x04 nothing", "damaged"),
    "khac.docx": (b"hello", "damaged"),
    "thu.txt": ("Kính gửi các đơn vị.\nXin cảm ơn.".encode(), "--locality"),
    "khong-chu.txt": (b"....\n", "no text was found"),
    "mat.txt": (f"MẬT\n\n{TEXT}".encode(), "secrecy stamp"),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_is_one_sentence_and_stores_nothing(name: str, folder: Path) -> None:
    data, sentence = BAD_FILES[name]
    (folder / name).write_bytes(data)
    motcua(folder, "migrate")
    code, out, err = motcua(folder, "plan", "add", "--confirm", name)
    errors = [line for line in err.splitlines() if "key was made" not in line]
    assert (code, out) == (1, "")
    assert len(errors) == 1
    assert name in errors[0]
    assert sentence in errors[0]
    assert rows(folder, "plans") == rows(folder, "localities") == 0


def test_a_file_of_200_mb_is_refused_without_reading_it_all(folder: Path) -> None:
    with (folder / "lon.txt").open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    code, _, err = motcua(folder, "plan", "read", "lon.txt")
    assert code == 1
    assert err.startswith("lon.txt: the file is too large to be read")
    assert len(err.splitlines()) == 1


def test_missing_files_folders_and_second_copies(folder: Path) -> None:
    assert "no such file" in motcua(folder, "plan", "read", "khong-co.txt")[2]
    assert "no such file" in motcua(folder, "plan", "read", ".")[2]
    motcua(folder, "plan", "add", "ke-hoach.txt")
    code, out, _ = motcua(folder, "plan", "add", "ke-hoach.txt")
    told = "This file is loaded already (plan 1); nothing has changed."
    assert (code, out.splitlines()[0]) == (0, told)
    assert rows(folder, "plans") == 1


def test_a_plan_is_corrected_shown_and_put_back(folder: Path) -> None:
    motcua(folder, "plan", "add", "ke-hoach.txt")
    assert "Due Friday 4 December 2026" in motcua(folder, "plan", "show", "1")[1]
    code, out, _ = motcua(
        folder, "plan", "fix", "1", "1", "timeframe=Trước ngày 20/12/2026", "lead=UBND xã"
    )
    assert code == 0
    assert "time: from “Trước ngày 05/12/2026” to “Trước ngày 20/12/2026”" in out
    shown = motcua(folder, "plan", "show", "1")[1]
    assert "Corrected: time (in the file: Trước ngày 05/12/2026)." in shown
    assert "Due Saturday 19 December 2026; for Văn phòng HĐND và UBND xã" in shown
    assert motcua(folder, "plan", "fix", "1", "1", "--undo")[0] == 0
    assert "Corrected" not in motcua(folder, "plan", "show", "1")[1]
    assert rows(folder, "corrections") == 4


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("1", "9", "number=1"), "Plan 1 has no task 9; it has 4 tasks."),
        (("7", "1", "number=1"), "There is no plan 7"),
        (("1", "1", "mau=đỏ"), "There is no field “mau”; the fields are: number, content, lead,"),
        (("1", "1", "number"), "“number” is not of the form field=value."),
        (("1", "1", "timeframe=con mèo"), "No time can be read from “con mèo”."),
        (("1", "1", "content="), "The content cannot be empty."),
        (("1", "1", "--undo"), "Task 1 of plan 1 is as the file says: nothing to undo."),
        (("1", "1"), "Say what to correct (field=value), or --undo."),
        (("1", "1", "number=1", "--undo"), "Say what to correct (field=value), or --undo."),
    ],
)
def test_a_correction_that_cannot_be_made_is_one_sentence(
    arguments: tuple[str, ...], sentence: str, folder: Path
) -> None:
    motcua(folder, "plan", "add", "ke-hoach.txt")
    code, out, err = motcua(folder, "plan", "fix", *arguments)
    assert (code, out) == (1, "")
    assert sentence in err
    assert len(err.splitlines()) == 1
    assert rows(folder, "corrections") == 0


@pytest.mark.parametrize("width", [80, 120])
def test_a_report_keeps_to_the_terminal(width: int, folder: Path) -> None:
    _, whole, _ = motcua(folder, "plan", "add", "ke-hoach.txt")
    _, wrapped, _ = motcua(folder, "plan", "show", "1", COLUMNS=str(width))
    assert max(map(len, whole.splitlines())) > 120
    assert max(map(len, wrapped.splitlines())) <= width


def test_a_new_version_says_what_it_replaces(folder: Path) -> None:
    motcua(folder, "plan", "add", "--confirm", "ke-hoach.txt")
    (folder / "ban-moi.txt").write_text(NEXT, encoding="utf-8")
    _, out, _ = motcua(folder, "plan", "add", "ban-moi.txt")
    assert "This replaces plan 1: 1 tasks stay, 1 have new dates" in out
    _, out, _ = motcua(folder, "plan", "confirm", "2")
    assert "Plan 1 is replaced" in out
    assert "superseded" in motcua(folder, "plan", "list")[1]


def test_a_version_is_named_by_its_sender(folder: Path) -> None:
    motcua(folder, "plan", "add", "--confirm", "ke-hoach.txt")
    (folder / "khac.txt").write_text(NEXT.replace("07/KH", "19/KH"), encoding="utf-8")
    code, _, err = motcua(folder, "plan", "add", "--replaces", "5", "khac.txt")
    assert (code, "There is no plan 5" in err) == (1, True)
    assert "This replaces plan 1" in motcua(folder, "plan", "add", "--replaces", "1", "khac.txt")[1]


def test_a_clerk_is_invited_and_told_of_a_draft(folder: Path) -> None:
    motcua(folder, "plan", "add", "--confirm", "ke-hoach.txt")
    office = ("--office", "Văn phòng HĐND và UBND xã")
    _, out, _ = motcua(folder, "person", "invite", *office, "--name", "Trần An", "--role", "clerk")
    code = next(word for word in out.split() if word.startswith("MOI-"))
    assert "Nhắn “kế hoạch”" in motcua(folder, "chat", stdin=f"{code}\n")[1]
    (folder / "ban-moi.txt").write_text(NEXT, encoding="utf-8")
    motcua(folder, "plan", "add", "ban-moi.txt")
    heard = motcua(folder, "chat", stdin="kế hoạch\nxác nhận kế hoạch 2\n")[1]
    assert "Kế hoạch 2 vừa được nạp" in heard
    assert "Đã xác nhận kế hoạch 2" in heard
    assert "clerk" in motcua(folder, "person", "list")[1]


def test_good_files_are_added_though_a_bad_one_stands_among_them(folder: Path) -> None:
    (folder / "trong.txt").write_bytes(b"")
    code, out, err = motcua(folder, "plan", "add", "trong.txt", "ke-hoach.txt")
    assert code == 1
    assert "empty" in err
    assert "4 tasks read" in out


def test_reading_stores_nothing_and_prints_only_json(folder: Path) -> None:
    code, out, err = motcua(folder, "plan", "read", "--json", "ke-hoach.txt", str(SAMPLE))
    assert (code, err) == (0, "")
    plans = json.loads(out)["plans"]
    assert [plan["source"] for plan in plans] == ["ke-hoach.txt", "ke-hoach-2026.txt"]
    assert plans[0]["tasks"][0]["deadline"]["last_day"] == "2026-12-04"
    assert not (folder / "data").exists()


def test_questions_and_answers_a_line_each(folder: Path) -> None:
    motcua(folder, "plan", "add", "--confirm", "ke-hoach.txt")
    asked = [
        {"id": "a", "question": "Ai chủ trì phát tờ rơi hướng dẫn nộp hồ sơ?"},
        {"id": "b", "question": "Giá vàng hôm nay bao nhiêu?"},
        {"id": "c", "question": "còn sản phẩm thì sao?", "context": ["Ai chủ trì phát tờ rơi?"]},
    ]
    lines = "\n".join(json.dumps(q, ensure_ascii=False) for q in asked)
    code, out, _ = motcua(folder, "ask", "--jsonl", stdin=lines)
    assert code == 0
    answers = [json.loads(line) for line in out.splitlines()]
    assert [a["id"] for a in answers] == ["a", "b", "c"]
    assert [a["status"] for a in answers] == ["answered", "not_found", "answered"]
    assert answers[0]["citations"][0]["source"] == "ke-hoach.txt"
    assert "Tờ rơi được phát" in answers[2]["answer"]
    assert not answers[1]["citations"]


@pytest.mark.parametrize("line", ["not json", "[]", '{"id": 1}', '{"question": 3}'])
def test_a_bad_line_is_named(line: str, tmp_path: Path) -> None:
    code, _, err = motcua(tmp_path, "ask", "--jsonl", stdin=f"\n{line}\n")
    assert code == 1
    assert "Line 2 is not a question in JSON" in err


def test_the_terminal_holds_the_whole_conversation(folder: Path) -> None:
    motcua(folder, "plan", "add", "--confirm", "--public", "ke-hoach.txt")
    typed = (
        "Ai chủ trì phát tờ rơi hướng dẫn nộp hồ sơ?\n"
        "Tôi muốn phản ánh\nĐèn đường đầu thôn hỏng cả tháng nay\nbỏ qua\n1\n"
    )
    code, out, _ = motcua(folder, "chat", stdin=typed)
    assert code == 0
    assert "Phòng Văn hóa - Xã hội" in out
    assert "[1] Gửi  [2] Sửa  [3] Hủy" in out
    case = find_code(out)
    assert case
    assert case in motcua(folder, "case", "list")[1]
    shown = motcua(folder, "case", "show", case)[1]
    assert case in shown
    assert "Đèn đường đầu thôn hỏng" not in shown  # an officer reads it, with --as
    assert "There is no case PA1" in motcua(folder, "case", "show", "PA1")[2]


def test_a_linked_terminal_lists_its_tasks(folder: Path) -> None:
    motcua(folder, "plan", "add", "--confirm", "ke-hoach.txt")
    _, out, _ = motcua(
        folder, "person", "invite", "--office", "Phòng Văn hóa - Xã hội", "--name", "Trần An"
    )
    code = next(word for word in out.split() if word.startswith("MOI-"))
    _, heard, _ = motcua(folder, "chat", stdin=f"{code}\n")
    assert "Từ nay Anh/Chị nhận nhắc việc" in heard
    assert "Trần An" in motcua(folder, "person", "list")[1]


def test_nudges_of_a_day_quote_their_rows(folder: Path) -> None:
    motcua(folder, "plan", "add", "--confirm", "ke-hoach.txt")
    _, out, _ = motcua(folder, "nudge", "--dry-run", "--at", "2026-06-19")
    assert "Kiểm tra việc trả kết quả đúng hẹn tại quầy" in out
    assert "“Quý II/2026”" in out
    assert "nobody linked yet" in out
    assert "Nobody is to be told" in motcua(folder, "nudge", "--at", "2026-06-20")[1]


def test_check_says_what_to_do(folder: Path) -> None:
    code, out, _ = motcua(folder, "check")
    assert code == 0
    assert "motcua migrate" in out
    motcua(folder, "plan", "add", "--confirm", "ke-hoach.txt")
    _, out, _ = motcua(folder, "check")
    assert "1 confirmed, 0 drafts" in out
    assert "motcua person invite" in out


def test_migrate_twice_and_keys(tmp_path: Path) -> None:
    assert "brought up to date" in motcua(tmp_path, "migrate")[1]
    assert "is up to date" in motcua(tmp_path, "migrate")[1]
    assert len(motcua(tmp_path, "key", "new")[1].strip()) == 44
