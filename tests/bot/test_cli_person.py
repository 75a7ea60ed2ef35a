"""`motcua person`, `office` and `place end`, each run as an operator types it."""

import asyncio
import datetime as dt
import re
from pathlib import Path

import pytest

from knowledge.files.xlsx import write_cells
from storage.cipher import Cipher, new_key
from storage.database import Database
from storage.values import Account
from tests.factories.command import motcua

OFFICE = "Văn phòng HĐND và UBND"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    assert motcua(tmp_path, "place", "add", "xã Bến Lụa")[0] == 0
    return tmp_path


def run(folder: Path, *arguments: str, code: int = 0, **more: str) -> str:
    done, out, err = motcua(folder, *arguments, **more)
    assert done == code, (out, err)
    return out + err


def join(folder: Path, office: str = OFFICE, name: str = "Trần Văn An", user: str = "") -> str:
    """Invite and let the console's user join with the code; return the code."""
    out = run(folder, "person", "invite", "--office", office, "--name", name, "--new-office")
    [code] = re.findall(r"MOI-\w{7}-\w{7}", out)
    if user:
        run(folder, "chat", stdin=f"{code}\n")
    return str(code)


def test_an_invitation_with_link_and_picture(folder: Path) -> None:
    one = ("person", "invite", "--office", OFFICE, "--name", "Trần Văn An", "--new-office")
    out = run(folder, *one, "--qr", "ma.svg", MOTCUA_PUBLIC_URL="https://x.example/")
    assert "https://x.example/moi/MOI-" in out
    assert (folder / "ma.svg").read_text().startswith("<svg xmlns=")
    assert "is not invited" in run(folder, *one, "--role", "operator", code=1)
    assert "--from-xlsx" in run(folder, "person", "invite", "--name", "An", code=1)
    assert "cannot be written" in run(folder, *one, "--qr", "no/such/ma.svg", code=1)


def test_an_invitation_names_the_bots_and_says_when_they_are_full(folder: Path) -> None:
    asyncio.run(save_bots(folder))
    one = ("person", "invite", "--office", OFFICE, "--name", "Trần Văn An", "--new-office")
    out = run(folder, *one, LANG="vi_VN.UTF-8")
    [code] = re.findall(r"https://t\.me/benlua_bot\?start=(MOI-\w{7}-\w{7}) rồi bấm", out)
    assert code in out.partition("Trên Zalo: tìm “Bot Bến Lụa”, nhắn mã trên.")[0]
    rows = [("Họ tên", "Đơn vị"), ("Lê Thị Bình", OFFICE), ("Phạm Văn Chi", OFFICE)]
    (folder / "ds.xlsx").write_bytes(write_cells(rows, widths=(9, 9)))
    listed = ("person", "invite", "--from-xlsx", "ds.xlsx", "--new-office")
    out = run(folder, *listed, LANG="vi_VN.UTF-8", MOTCUA_ZALO_BOT_PEOPLE="1")
    assert out.count("Trên Zalo: tìm “Bot Bến Lụa”") == 1
    assert out.count("Trên Telegram: mở") == 2
    assert "Các bot Zalo đều đã đủ 1 người" in out


async def save_bots(folder: Path) -> None:
    """Let two bots be known, as after they were opened; an account's row holds no secret."""
    database = Database(f"sqlite:///{folder / 'data' / 'motcua.sqlite'}", Cipher([new_key()]))
    async with database.write() as work:
        for account in (
            Account("zalo_bot:00000001", "1", "Bot Bến Lụa"),
            Account("telegram:00000003", "3", "Một cửa", "https://t.me/benlua_bot"),
        ):
            await work.accounts.save(account, now=dt.datetime.now(dt.UTC))
    await database.close()


def test_a_list_is_invited_whole_or_not_at_all(folder: Path) -> None:
    run(folder, "person", "invite", "--template", "mau.xlsx")
    assert (folder / "mau.xlsx").stat().st_size > 1000
    rows = [("Họ tên", "Đơn vị", "Vai trò"), ("Trần Văn An", OFFICE, ""), ("", OFFICE, "")]
    (folder / "ds.xlsx").write_bytes(write_cells(rows, widths=(9, 9, 9)))
    bulk = ("person", "invite", "--from-xlsx", "ds.xlsx", "--sheet", "phieu.html")
    out = run(folder, *bulk, "--new-office", code=1)
    assert "row 3: the name is missing" in out
    assert not (folder / "phieu.html").exists()
    assert "no office yet" in run(folder, "office", "list")
    out = run(folder, *bulk, code=1)
    assert "row 2: there is no office" in out
    out = run(folder, *bulk, "--new-office", "--skip-bad")
    assert "Made 1 codes" in out
    assert "Skipped 1 rows" in out
    assert "MOI-" not in out
    assert "MOI-" in (folder / "phieu.html").read_text("utf-8")
    group = [("Họ tên", "Đơn vị"), ("Lê Thị Bình", "Các ban, ngành"), ("Đỗ Mạnh", OFFICE)]
    (folder / "ds.xlsx").write_bytes(write_cells(group, widths=(9, 9)))
    assert "stands for several" in run(folder, *bulk, "--new-office", "--skip-bad")
    assert "Các ban, ngành" not in run(folder, "office", "list")
    (folder / "hong.xlsx").write_bytes(b"x")
    for name in ("hong.xlsx", "khong-co.xlsx"):
        out = run(folder, "person", "invite", "--from-xlsx", name, code=1)
        assert out.startswith(name)


def test_moving_being_away_and_leaving(folder: Path) -> None:
    join(folder, user="an")
    run(folder, "person", "invite", "--office", "Công an xã", "--name", "B", "--new-office")
    out = run(folder, "person", "move", "1", "--from", OFFICE, "--to", "Công an xã")
    assert "Trần Văn An holds Công an xã from" in out
    assert f"Held by nobody: {OFFICE}" in out
    days = ("--from", "2020-01-06", "--to", "2099-01-05")
    assert "substitute: nobody" in run(folder, "person", "away", "1", *days)
    assert ", away" in run(folder, "person", "list")
    assert "is back" in run(folder, "person", "back", "1")
    assert "no absence" in run(folder, "person", "back", "1")
    for wrong in (("2", *days), ("1", *days, "--substitute", "1")):
        run(folder, "person", "away", *wrong, code=1)
    run(folder, "person", "away", "1", "--from", "2026-01-02", "--to", "2026-01-01", code=1)
    assert "One more code for Trần Văn An" in run(folder, "person", "invite", "--person", "1")
    assert "is now: head" in run(folder, "person", "role", "1", "head")
    run(folder, "person", "role", "1", "operator", code=1)
    out = run(folder, "person", "leave", "1")
    assert "Trần Văn An has left" in out
    assert "Held by nobody: Công an xã" in out
    assert "Trần Văn An" not in run(folder, "person", "list")
    assert "left on" in run(folder, "person", "list", "--all")
    assert "no officer 1" in run(folder, "person", "leave", "1", code=1)
    assert "no officer 1" in run(folder, "person", "invite", "--person", "1", code=1)


def test_offices_are_named_merged_and_ended(folder: Path) -> None:
    for office in (OFFICE, "VP HĐND-UBND", "Phòng Kinh tế", "Phòng Kinh tế - Hạ tầng"):
        join(folder, office)
    out = run(folder, "office", "similar")
    assert out.startswith("100%  ")
    assert out.count(" ~ ") == 2
    run(folder, "office", "merge", "VP HĐND-UBND", OFFICE)
    run(folder, "office", "distinct", "Phòng Kinh tế", "Phòng Kinh tế - Hạ tầng")
    assert "No two offices" in run(folder, "office", "similar")
    run(folder, "office", "alias", "Phòng Kinh tế", "KT")
    run(folder, "office", "rename", "KT", "Phòng Kinh tế xã")
    assert "merge them" in run(folder, "office", "alias", OFFICE, "KT", code=1)
    run(folder, "office", "group", "Các ban, ngành", OFFICE, "KT")
    end = ("office", "end", "Phòng Kinh tế - Hạ tầng", "--successor", "KT")
    assert "has not come yet" in run(folder, *end, "--on", "2999-01-01", code=1)
    assert "pass to Phòng Kinh tế xã" in run(folder, *end, "--on", "2025-07-01")
    out = run(folder, "office", "list")
    assert "(group: Văn phòng HĐND và UBND, Phòng Kinh tế xã)" in out
    assert "[also: KT, Phòng Kinh tế]" in out
    assert "(until 30 June 2025, now Phòng Kinh tế xã)" in out
    assert "There is no office" in run(folder, "office", "rename", "Không có", "Gì", code=1)


def test_a_place_that_has_become_another(folder: Path) -> None:
    run(folder, "place", "add", "xã Bến Cũ")
    end = ("place", "end", "xã Bến Cũ", "--successor", "xã Bến Lụa")
    assert "has not come yet" in run(folder, *end, "--on", "2999-01-01", code=1)
    assert "ends with 30 June 2025" in run(folder, *end, "--on", "2025-07-01")
    assert "xã Bến Cũ, until 30 June 2025, now xã Bến Lụa" in run(folder, "place", "list")
    back = ("place", "end", "xã Bến Lụa", "--successor", "xã Bến Cũ")
    assert "has ended and become this place" in run(folder, *back, code=1)
    new = ("person", "invite", "--new-office", "--office", OFFICE, "--name", "An")
    assert "xã Bến Lụa" in run(folder, *new, "--place", "xã Bến Cũ")
