"""nginx and Caddy accept the files of deploy/proxy/, and those agree with the program's limits."""

import re
import subprocess
from pathlib import Path

import pytest

from bot.web.guard import SOCKETS
from bot.web.receiving import MOST_TOGETHER
from knowledge.files.guards import MAX_BYTES
from tests.deploy.proxies import PROXY, find_program, make_certificate, write_caddy, write_nginx

NGINX = (PROXY / "nginx.conf").read_text("utf-8")
CADDY = {name: (PROXY / name).read_text("utf-8") for name in ("Caddyfile", "Caddyfile.compose")}
MB = 1024 * 1024


def test_nginx_accepts_its_file(tmp_path: Path) -> None:
    program = find_program("nginx")
    whole = write_nginx(tmp_path, make_certificate(tmp_path))
    said = subprocess.run(
        [program, "-t", "-e", f"{tmp_path}/error.log", "-c", whole], capture_output=True, text=True
    )
    assert said.returncode == 0, said.stderr
    assert "warn" not in said.stderr


def test_caddy_accepts_its_file(tmp_path: Path) -> None:
    program = find_program("caddy")
    write_caddy(tmp_path, make_certificate(tmp_path))
    (tmp_path / "Caddyfile.compose").write_text(CADDY["Caddyfile.compose"], "utf-8")
    for name in CADDY:
        said = subprocess.run(
            [program, "validate", "--adapter", "caddyfile", "--config", tmp_path / name],
            env={"HOME": str(tmp_path), "MOTCUA_SITE": "hoidap.xabenlua.vn"},
            capture_output=True,
            text=True,
        )
        assert said.returncode == 0, said.stderr


def test_uploads_pass_and_nothing_much_larger() -> None:
    largest = max(MOST_TOGETHER, MAX_BYTES)
    limits = [int(each) for each in re.findall(r"client_max_body_size (\d+)m;", NGINX)]
    assert limits[0] * MB > largest
    assert limits[0] * MB < largest * 1.2
    for text in CADDY.values():
        assert f"max_size {limits[0]}MB" in text


def test_sockets_are_passed_on() -> None:
    assert f"location {SOCKETS}/ {{" in NGINX


@pytest.mark.parametrize("path", ["/metrics", "/readyz"])
def test_what_is_for_us_alone_is_not_passed_on(path: str) -> None:
    assert re.search(rf"location (= )?{path} {{ return 404; }}", NGINX)
    assert all(path in re.findall(r"@inside path (.*)", text)[0].split() for text in CADDY.values())
