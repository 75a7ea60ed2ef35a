"""`motcua case report`, `letter` and `requests`: what an office prints and hands in."""

from pathlib import Path
from typing import Annotated

import typer

from bot.app import App
from bot.cli.case.acting import begin
from bot.cli.case.group import As, Code, Place, cases, read_bytes, write_bytes
from bot.cli.frame import command, open_app, pick_place, say_here, tell, today
from bot.errors import terminal_language
from handlers.figures.exchange import write_json
from handlers.figures.periods import read_period, write_code
from handlers.figures.report import CaseReport, build_report
from handlers.figures.tables import build_sheets
from handlers.figures.wording import word_report
from handlers.figures.workbook import write_workbook
from handlers.letters.letter import LetterKind, write_letter
from handlers.texts import say
from handlers.texts.forms import local_day, write_day, write_weekday

STDOUT = Path("-")


@cases.command("report")
@command
async def report(
    period: Annotated[str, typer.Option(help="2026-Q3, 2026-06, 2026-H1, 2026-9M or 2026.")],
    xlsx: Annotated[Path | None, typer.Option(help="Write an Excel workbook.")] = None,
    json_: Annotated[
        Path | None, typer.Option("--json", help="Write JSON to a file; - prints it.")
    ] = None,
    unit: Annotated[str, typer.Option(help="Only what this office handled.")] = "",
    place: Place = None,
) -> None:
    """Count the cases of a reporting period (from the 15th to the 14th, NĐ 09/2019).

    Example: motcua case report --period 2026-Q3 --xlsx pakn-quy-3.xlsx
    """
    async with open_app(needs_embedder=False) as app:
        counted = await _count(app, period, place, unit, with_fields=bool(xlsx or json_))
        now = app.clock.now()
    if json_ == STDOUT:
        typer.echo(write_json(counted))
    elif json_:
        write_bytes(json_, write_json(counted).encode())
        tell("case_cli_written", path=json_)
    if xlsx:
        title = f"PAKN {write_code(counted.period)} – {counted.place}"
        write_bytes(xlsx, write_workbook(build_sheets(counted), title=title, now=now))
        typer.echo(say_here("case_cli_written", path=xlsx), err=json_ == STDOUT)
    if not (xlsx or json_):
        typer.echo(word_report(counted, terminal_language()))


async def _count(
    app: App, period: str, place: str | None, unit: str, *, with_fields: bool
) -> CaseReport:
    here = await pick_place(app, place)
    wanted = read_period(period, today(app))
    async with app.database.read() as work:
        return await build_report(
            work,
            here,
            wanted,
            app.calendar,
            now=app.clock.now(),
            unit=unit,
            with_fields=with_fields,
        )


@cases.command("letter")
@command
async def letter(
    code: Code,
    kind: Annotated[LetterKind, typer.Option(help="Which letter.")],
    out: Annotated[Path, typer.Option(help="The .docx to write.")],
    template: Annotated[
        Path | None, typer.Option(help="A template of the office's own (.docx).")
    ] = None,
    as_: As = None,
) -> None:
    """Write a letter to a sender as a Word file; that the officer has read the case is noted.

    The office's own templates stand in the folder `templates` of the data folder.

    Example: motcua case letter PA261123-7K3QXC --kind answer --out tra-loi.docx --as 2
    """
    async with open_app(needs_embedder=False) as app:
        written = await _write_letter(app, code, kind, as_, template or _find_own(app, kind))
    write_bytes(out, written)
    tell("case_cli_written", path=out)


async def _write_letter(
    app: App, code: str, kind: LetterKind, number: int | None, template: Path | None
) -> bytes:
    data, name = (read_bytes(template), template.name) if template else (None, "")
    async with app.database.write() as work:
        acting = await begin(app, work, code, number)
        case, doer, now = acting.case, acting.doer, acting.now
        return await write_letter(
            work, app.desk, case, doer, kind, now=now, template=data, name=name
        )


def _find_own(app: App, kind: LetterKind) -> Path | None:
    path = app.settings.data_dir / "templates" / f"{kind.value}.docx"
    return path if path.is_file() else None


@cases.command("requests")
@command
async def requests(place: Place = None) -> None:
    """List what people have asked to be done with their own data and is not done yet.

    Example: motcua case requests
    """
    async with open_app(needs_embedder=False) as app:
        here = await pick_place(app, place)
        async with app.database.read() as work:
            found = await work.data_requests.list_open(here.id)
    language = terminal_language()
    if not found:
        tell("privacy_requests_none")
    for each in found:
        typer.echo(
            say(
                "case_cli_request",
                language,
                number=each.id,
                kind=say_here(f"privacy_kind_{each.kind.value}"),
                asked=write_day(local_day(each.asked_at), language),
                answer_by=write_weekday(each.answer_by, language),
                due=write_weekday(each.due_on, language),
            )
        )
