"""Dockerfile and compose file: no engine runs here, so linters and what can be compared."""

import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from bot.settings import Settings

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
DOCKERFILE = (DEPLOY / "Dockerfile").read_text("utf-8")
BIN = Path(sys.executable).parent


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    read: dict[str, Any] = YAML(typ="safe").load((DEPLOY / "compose.yml").read_text("utf-8"))
    return read


def test_the_dockerfile_passes_its_linter() -> None:
    said = subprocess.run([BIN / "hadolint", DEPLOY / "Dockerfile"], capture_output=True, text=True)
    assert (said.returncode, said.stdout) == (0, "")


def test_the_compose_file_passes_its_schema() -> None:
    schema = ["--builtin-schema", "vendor.compose-spec"]
    said = subprocess.run(
        [BIN / "check-jsonschema", *schema, DEPLOY / "compose.yml"], capture_output=True, text=True
    )
    assert said.returncode == 0, said.stdout


def test_the_image_is_nobodys_and_built_from_the_lock() -> None:
    assert re.findall(r"^USER (.*)$", DOCKERFILE, re.MULTILINE) == ["10001:10001"]
    assert "--require-hashes --no-deps --no-build-isolation -r locks/run.txt" in DOCKERFILE
    assert "/healthz" in DOCKERFILE
    assert "latest" not in DOCKERFILE


def test_what_the_image_copies_is_let_through() -> None:
    allowed = {
        line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line[:1] == "!"
    }
    copied = set()
    for line in re.findall(r"^COPY (?!--from)(.*)$", DOCKERFILE, re.MULTILINE):
        copied |= set(shlex.split(line)[:-1])
    assert copied == allowed
    assert all((ROOT / name).exists() for name in copied)


def list_ours(compose: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {n: s for n, s in compose["services"].items() if s["image"] == "motcua"}


def test_the_program_may_write_its_volumes_alone(compose: dict[str, Any]) -> None:
    ours = list_ours(compose)
    assert set(ours) == {"web", "worker", "backup", "admin"}
    for service in ours.values():
        assert service["read_only"]
        assert service["cap_drop"] == ["ALL"]
        assert service["security_opt"] == ["no-new-privileges:true"]
        assert service["user"] == "10001:10001"
        assert {mount.split(":")[1] for mount in service["volumes"]} <= {"/data", "/backups"}
        assert service["stop_grace_period"] == "60s"


def test_the_proxy_alone_has_ports_and_the_database_no_way_out(compose: dict[str, Any]) -> None:
    services = compose["services"]
    assert [name for name, service in services.items() if "ports" in service] == ["proxy"]
    assert services["database"]["networks"] == ["inside"]
    assert compose["networks"]["inside"] == {"internal": True}


def test_secrets_stand_in_a_file_that_git_does_not_take(compose: dict[str, Any]) -> None:
    text = (DEPLOY / "compose.yml").read_text("utf-8")
    assert re.findall(r"PASSWORD: (.*)", text) == ["${POSTGRES_PASSWORD:?compose.env}"]
    assert "/deploy/compose.env" in (ROOT / ".gitignore").read_text().splitlines()
    example = dict(
        re.findall(r"^(\w+)=(.*)$", (DEPLOY / "compose.env.example").read_text(), re.MULTILINE)
    )
    assert example["POSTGRES_PASSWORD"] == example["MOTCUA_KEYS"] == ""
    asked = set(re.findall(r"\$\{(\w+)", text))
    assert asked <= set(example)


def test_what_is_set_exists(compose: dict[str, Any]) -> None:
    names = {name for service in list_ours(compose).values() for name in service["environment"]}
    names |= set(re.findall(r"\b(MOTCUA_\w+)=", DOCKERFILE))
    ours = {name for name in names if name.startswith("MOTCUA_")}
    assert ours >= {"MOTCUA_DATABASE_URL", "MOTCUA_DATA_DIR", "MOTCUA_HOST"}
    assert {name.removeprefix("MOTCUA_").lower() for name in ours} <= set(Settings.model_fields)
