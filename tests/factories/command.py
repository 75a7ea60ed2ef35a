"""Run a command of `motcua` in this process, in a folder of its own."""

import os
from contextlib import chdir
from pathlib import Path

from typer.testing import CliRunner

from bot.cli.main import cli


def environment(folder: Path, **more: str) -> dict[str, str | None]:
    """Give an environment that knows this folder only."""
    cleared: dict[str, str | None] = {k: None for k in os.environ if k.startswith("MOTCUA_")}
    base = {
        "MOTCUA_DATA_DIR": str(folder / "data"),
        "MOTCUA_EMBEDDING_MODEL": "none",
        "LANG": "C.UTF-8",
        "LC_ALL": "",
        "COLUMNS": "",
    }
    return cleared | base | more


def motcua(folder: Path, *arguments: str, stdin: str = "", **more: str) -> tuple[int, str, str]:
    """Run a command; return exit code, output and errors. A defect is raised."""
    with chdir(folder):
        done = CliRunner().invoke(
            cli, list(arguments), env=environment(folder, **more), input=stdin
        )
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.stdout, done.stderr
