"""`motcua case`: a case from receipt to the public result, as officers take the steps."""

import asyncio
import datetime as dt
import json
import re
import sqlite3
from pathlib import Path

import pytest

from storage.cipher import Cipher
from storage.database import Database
from storage.values import Case
from tests.factories.cases import CONTACT, CONTENT, LAND, found_town, open_case
from tests.factories.command import motcua

TODAY = dt.datetime.now(dt.UTC)
DAY = TODAY.astimezone(dt.timezone(dt.timedelta(hours=7))).date()


class Office:
    """A folder with a town (officers by name) and cases that came in today."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        motcua(folder, "migrate")
        motcua(folder, "case", "list")  # makes the key
        key = re.search(r"MOTCUA_KEYS=(\S+)", (folder / ".env").read_text())
        assert key
        self.path = folder / "data" / "motcua.sqlite"
        self.cases = asyncio.run(self._found(Cipher([key[1].strip("\"'")])))

    async def _found(self, cipher: Cipher) -> list[Case]:
        database = Database(f"sqlite:///{self.path}", cipher)
        async with database.write() as work:
            town = await found_town(work)
            self.officers = {name: person.id for name, person in town.people.items()}
            cases = [await open_case(work, town.place_id, number=n, now=TODAY) for n in (1, 2, 3)]
        await database.close()
        self.sql("UPDATE holdings SET from_day = '2020-01-01'")
        return cases

    def sql(self, statement: str) -> list[tuple[object, ...]]:
        connection = sqlite3.connect(self.path)
        with connection:
            found = connection.execute(statement).fetchall()
        connection.close()
        return found

    def run(self, *arguments: str, by: str = "", stdin: str = "") -> tuple[int, str]:
        """Run `motcua case …` as an officer; give the exit code and what is printed or told."""
        acting = ("--as", str(self.officers[by])) if by else ()
        code, out, err = motcua(
            self.folder, "case", *arguments, *acting, stdin=stdin, LANG="vi_VN.UTF-8"
        )
        return code, out if code == 0 else err


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office(tmp_path_factory.mktemp("office"))


def test_a_case_from_receipt_to_the_public_result(office: Office) -> None:
    code = office.cases[0].code
    signed = ("--number", "45/UBND", "--day", DAY.isoformat(), "--signer", "Chủ tịch Trần Thị Mai")
    for arguments, by, said in (
        (("accept", code.lower()), "thu", f"Đã tiếp nhận {code}"),
        (("assign", code, "--unit", "công chức địa chính"), "thu", f"Đã giao {code} cho {LAND}"),
        (("note", code, "--text", "Đã xem"), "dia", f"Đã ghi chú nội bộ vào {code}."),
        (("register", code, "--incoming", "128"), "thu", f"Đã ghi số đến của {code}: 128."),
        (("draft", code, "--text", "Đã thay bóng đèn."), "dia", f"Đã trình dự thảo trả lời {code}"),
        (("approve", code), "chutich", f"Đã duyệt dự thảo trả lời {code}"),
        (("answer", code, *signed), "thu", f"Đã gửi trả lời {code} (số 45/UBND"),
    ):
        status, out = office.run(*arguments, by=by)
        assert (status, said in out) == (0, True), out
    assert "Người gửi được báo" in out
    status, out = office.run("publish", code, by="thu", stdin="n\n")
    assert f"Chưa công khai {code}." in out
    status, out = office.run("publish", code, by="thu", stdin="y\n")
    assert (status, f"Đã công khai kết quả {code}." in out) == (0, True)
    assert CONTACT.phone not in out
    assert office.run("unpublish", code, by="thu") == (0, f"Đã gỡ {code} khỏi trang công khai.\n")
    actions = [row[0] for row in office.sql("SELECT action FROM case_events WHERE case_id = 1")]
    assert actions[:3] == ["send", "accept", "assign"]
    assert actions[-4:] == ["read", "read", "publish", "unpublish"]


def test_who_acts_must_be_named_and_has_no_more_rights_here(office: Office) -> None:
    code = office.cases[1].code
    status, told = office.run("accept", code)
    assert (status, told.startswith("Việc với phản ánh phải nhân danh một cán bộ")) == (1, True)
    status, told = office.run("accept", code, by="tuphap")
    assert (status, told.count("\n")) == (1, 1)
    assert f"{code} đang ở bước" in told
    assert office.run("accept", code, "--as", "999")[1].startswith("Không có cán bộ số 999")
    assert office.run("show", code, by="dia")[0] == 1
    assert office.sql("SELECT state FROM cases WHERE id = 2") == [("received",)]
    office.sql("DELETE FROM addresses WHERE user = 'tuphap'")
    assert "chưa kết nối với hệ thống" in office.run("note", code, "--text", "x", by="tuphap")[1]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("accept", "PA1"), "Không có phản ánh PA1"),
        (("assign", "{code}", "--unit", "Sở Y tế"), "Chưa có đơn vị nào tên “Sở Y tế”"),
        (("register", "{code}"), "Xin ghi ít nhất một số"),
        (("call", "{code}"), "không có thông báo nào chờ gọi điện."),
        (("merge", "{code}", "--into", "PA1"), "Không có phản ánh PA1"),
        (("merge", "{code}", "--into", "{code}"), "không gộp một phản ánh vào chính nó được"),
        (("publish", "{code}", "--yes"), "Dùng --yes thì phải có cả --content-file"),
        (("publish", "{code}"), "đang ở bước"),
        (("note", "{code}", "--text", " "), "còn thiếu thông tin"),
        (("draft", "{code}", "--file", "khong-co.txt"), "khong-co.txt: không tìm thấy tệp."),
        (("refuse", "{code}", "--reason", "x", "--to", " "), "còn thiếu thông tin"),
        (("letter", "{code}", "--kind", "answer", "--out", "a.docx"), "chưa có nội dung trả lời"),
        (("letter", "{code}", "--kind", "apology", "--out", "a.docx"), "chưa được gia hạn"),
        (
            ("letter", "{code}", "--kind", "receipt", "--out", "a.docx", "--template", ".env"),
            "Mẫu .env không phải tệp .docx đọc được.",
        ),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    office: Office, arguments: tuple[str, ...], sentence: str
) -> None:
    code = office.cases[2].code
    before = office.sql("SELECT count(*) FROM case_events")
    status, told = office.run(*(each.format(code=code) for each in arguments), by="thu")
    assert status == 1
    assert sentence in told
    assert told.count("\n") == 1
    assert office.sql("SELECT count(*) FROM case_events") == before
    assert not (office.folder / "a.docx").exists()


def test_lists_show_nothing_personal_and_reading_is_noted(office: Office) -> None:
    code = office.cases[2].code
    listed = json.loads(office.run("list", "--state", "received", "--json")[1])["cases"]
    assert code in [case["code"] for case in listed]
    out = office.run("list")[1]
    assert code in out
    assert office.run("list", "--overdue")[1] == "Chưa có phản ánh nào.\n"
    assert office.run("list", "--unit", "Sở Y tế")[1] == "Chưa có phản ánh nào.\n"
    shown = office.run("show", code)[1]
    assert "thêm --as SỐ" in shown
    for text in (out, shown, json.dumps(listed)):
        assert CONTENT not in text
        assert CONTACT.phone not in text
    reads = "SELECT count(*) FROM case_events WHERE case_id = 3 AND action = 'read'"
    assert office.sql(reads) == [(0,)]
    full = office.run("show", code, by="thu")[1]
    assert CONTENT in full
    assert CONTACT.phone in full
    body = json.loads(office.run("show", code, "--json", by="thu")[1])
    assert body["sender"]["phone"] == CONTACT.phone
    assert office.sql(reads) == [(2,)]


def test_the_officer_is_told_what_was_done_in_their_name(office: Office) -> None:
    code = office.cases[2].code
    before = office.sql("SELECT count(*) FROM outbox WHERE user = 'thu'")[0][0]
    assert office.run("note", code, "--text", "Đã gọi thôn", by="thu")[0] == 0
    assert office.sql("SELECT count(*) FROM outbox WHERE user = 'thu'")[0][0] == before + 1  # type: ignore[operator]


def test_terms_of_the_office(office: Office) -> None:
    rule = ("term", "set", "--kind", "scene", "--days", "7", "--basis", "Quyết định 12/QĐ-UBND")
    status, out = office.run(*rule)
    assert (status, "hiện trường – hạn trả lời: 7 ngày làm việc, căn cứ" in out) == (0, True)
    out = office.run("term", "list")[1]
    assert "hiện trường – hạn trả lời: 7 ngày làm việc (Quyết định 12/QĐ-UBND)" in out
    assert "hành vi hành chính – hạn chuyển: 5 ngày làm việc (Nghị định 20/2008" in out
    over = office.run("term", "set", "--term", "transfer", "--days", "9", "--basis", "x")
    assert over == (
        1,
        "Thời hạn này không quá 5 ngày làm việc (Nghị định 20/2008/NĐ-CP, Điều 9).\n",
    )
    assert office.run("term", "set", "--days", "0", "--basis", "x")[0] == 1
    assert office.run("term", "set", "--days", "5", "--basis", " ")[0] == 1


def test_reports_and_letters_are_written(office: Office) -> None:
    code, year = office.cases[2].code, (DAY + dt.timedelta(days=17)).year
    status, out = office.run("report", "--period", str(year), "--json", "-", "--xlsx", "o.xlsx")
    assert status == 0
    assert json.loads(out.splitlines()[0])["totals"]["received"] == 3
    assert (office.folder / "o.xlsx").read_bytes().startswith(b"PK")
    assert "Nhận mới: 3" in office.run("report", "--period", str(year))[1]
    assert office.run("report", "--period", "quý V")[0] == 1
    assert "Không ghi được tệp" in office.run("report", "--period", str(year), "--xlsx", "k/o.x")[1]
    status, _ = office.run("letter", code, "--kind", "receipt", "--out", "b.docx", by="thu")
    assert status == 0
    assert (office.folder / "b.docx").read_bytes().startswith(b"PK")
    assert not list(office.folder.glob(".*.part"))
    assert office.run("requests") == (0, "Không có yêu cầu nào về dữ liệu cá nhân đang chờ.\n")
