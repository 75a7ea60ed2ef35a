"""`motcua desk`: links and sessions from the command line; where the pages are."""

import re
from pathlib import Path

import pytest

from bot import addresses
from bot.addresses import find_base, list_bases
from tests.factories.command import motcua
from tests.factories.talk import build_settings

LINK = re.compile(r"http://127\.0\.0\.1:8080/vao/[\w-]{32}$")


@pytest.fixture
def office(tmp_path: Path) -> Path:
    motcua(tmp_path, "place", "add", "xã Bến Lụa")
    return tmp_path


def test_links_and_sessions(office: Path) -> None:
    code, said, _ = motcua(office, "desk", "link")
    assert code == 0
    assert LINK.search(said.strip())
    assert "operator" in said
    code, _, error = motcua(office, "desk", "link", "--person", "7")
    assert code == 1
    assert "7" in error
    assert motcua(office, "desk", "sessions")[1].strip() == "No session is open."
    assert "Sessions closed: 0" in motcua(office, "desk", "close", "--all")[1]
    for wrong in ((), ("abcdef12",)):
        code, _, error = motcua(office, "desk", "close", *wrong)
        assert (code, error.count("\n")) == (1, 1)


@pytest.mark.parametrize(
    ("host", "bases"),
    [
        ("127.0.0.1", ["http://127.0.0.1:8080"]),
        ("::1", ["http://[::1]:8080"]),
        ("192.168.1.5", ["http://192.168.1.5:8080"]),
        ("0.0.0.0", ["http://127.0.0.1:8080", "http://192.168.1.5:8080"]),
        ("::", ["http://[::1]:8080", "http://[fd00::5]:8080"]),
    ],
)
def test_addresses_can_be_opened(
    monkeypatch: pytest.MonkeyPatch, host: str, bases: list[str]
) -> None:
    own = {False: "192.168.1.5", True: "fd00::5"}
    monkeypatch.setattr(addresses, "_find_own_address", own.get)
    assert list_bases(build_settings(host=host)) == bases
    outside = build_settings(host=host, public_url="https://benlua.example/")
    assert list_bases(outside) == [*bases, "https://benlua.example"]
    assert find_base(outside) == "https://benlua.example"


def test_a_machine_without_a_network_has_its_own_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "_find_own_address", lambda _is_ipv6: None)
    assert list_bases(build_settings(host="0.0.0.0")) == ["http://127.0.0.1:8080"]
