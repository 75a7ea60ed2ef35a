"""The group `motcua case`, and what its commands have in common."""

from pathlib import Path
from typing import Annotated

import typer

from handlers.errors import HandlerError
from knowledge.case_codes import find_code
from knowledge.files.guards import MAX_BYTES
from storage.values import Case
from storage.work import Work

cases = typer.Typer(help="Feedback (PAKN): cases, figures, letters.", no_args_is_help=True)
terms = typer.Typer(help="How many working days a case has.", no_args_is_help=True)
cases.add_typer(terms, name="term")

Code = Annotated[str, typer.Argument(help="The case's code.")]
As = Annotated[
    int | None,
    typer.Option("--as", help="The officer who acts: the number in `motcua person list`."),
]
Place = Annotated[str | None, typer.Option(help="The place; the only one if not given.")]
LONGEST_TEXT = 20_000


async def find_case(work: Work, code: str) -> Case:
    """Find a case by its code as typed; raise `HandlerError("case_unknown")`."""
    return _check(await work.cases.find(find_code(code) or code), code)


async def hold_case(work: Work, code: str) -> Case:
    """Find a case and keep others from changing it; raise `HandlerError("case_unknown")`."""
    return _check(await work.cases.hold(find_code(code) or code), code)


def _check(case: Case | None, code: str) -> Case:
    if case is None:
        raise HandlerError("case_unknown", case=code)
    return case


def read_bytes(path: Path) -> bytes:
    """Read a file; raise `HandlerError`."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise HandlerError("too_large", name=path.name)
        return path.read_bytes()
    except OSError as error:
        raise HandlerError("file_missing", name=path.name) from error


def read_text(text: str | None, path: Path | None) -> str:
    """Give a text that was typed or stands in a file (UTF-8); raise `HandlerError`."""
    if path is None:
        return (text or "").strip()
    try:
        written = read_bytes(path).decode("utf-8-sig").strip()
    except UnicodeDecodeError as error:
        raise HandlerError("binary_noise", name=path.name) from error
    if len(written) > LONGEST_TEXT:
        raise HandlerError("too_large", name=path.name)
    return written


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file whole or not at all; raise `HandlerError("file_unwritable")`."""
    beside = path.with_name(f".{path.name}.part")
    try:
        beside.touch(mode=0o600)  # what is written may name people
        beside.write_bytes(data)
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise HandlerError("file_unwritable", path=str(path)) from error
