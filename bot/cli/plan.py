"""`motcua plan`: read, add, list, show, fix, confirm, publish, remove."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from bot.app import App
from bot.cli.frame import command, fail, open_app, tell
from bot.cli.plan_rows import assign, rule, separate, waiting
from bot.cli.progress import show_progress
from bot.cli.reports import (
    print_added,
    print_confirmation,
    print_fix,
    print_plans,
    print_publication,
    print_report,
)
from bot.clock import SystemClock
from bot.errors import Failure, explain
from handlers.errors import HandlerError
from handlers.plans import ImportReport, preview, read_changes
from knowledge.calendar import load_calendar
from knowledge.corrections import FIELDS
from knowledge.errors import KnowledgeError
from knowledge.exchange import plan_to_json
from knowledge.files import read as read_file
from knowledge.files.guards import MAX_BYTES
from knowledge.parsing import parse
from storage.errors import StorageError
from storage.values import PlanState

OPERATOR = "operator"  # who corrects from the command line
plans = typer.Typer(help="Load, check and confirm plans.", no_args_is_help=True)
plans.command("waiting")(waiting)
plans.command("assign")(assign)
plans.command("rule")(rule)
plans.command("separate")(separate)
Files = Annotated[
    list[Path], typer.Argument(help="Files to read: Word, Excel, PDF, HTML, text, scans or photos.")
]
PlanId = Annotated[
    int,
    typer.Argument(min=1, max=2**63 - 1, help="The plan's number in `motcua plan list`."),
]


@plans.command("read")
def read(
    files: Files,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Read files and print what they hold; nothing is stored.

    Example: motcua plan read --json ke-hoach.docx
    """
    read_plans = []
    for path in files:
        try:
            with show_progress(path.name) as on_page:
                read_plans.append(parse(read_file(path.name, _bytes(path), on_page=on_page)))
        except KnowledgeError as error:
            fail(error, name=path.name)
    if as_json:
        body = {"plans": [plan_to_json(plan) for plan in read_plans]}
        typer.echo(json.dumps(body, ensure_ascii=False))
        return
    clock, calendar = SystemClock(), load_calendar()
    for plan in read_plans:
        print_report(preview(plan, now=clock.now(), calendar=calendar), is_full=True)


def _bytes(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise KnowledgeError("file_missing")
        if path.stat().st_size > MAX_BYTES:
            raise KnowledgeError("too_large")
        return path.read_bytes()
    except OSError as error:
        raise KnowledgeError("file_missing") from error


@plans.command("add")
@command
async def add(
    files: Files,
    confirm: Annotated[bool, typer.Option("--confirm", help="Confirm at once.")] = False,
    locality: Annotated[
        str | None, typer.Option(help="The place, where the file does not say it.")
    ] = None,
    replaces: Annotated[
        int | None, typer.Option(min=1, help="The plan that this is a new version of.")
    ] = None,
    public: Annotated[
        bool, typer.Option("--public", help="Answer citizens from it too, once confirmed.")
    ] = False,
) -> None:
    """Store plans or guides as drafts, or confirmed with --confirm, and print what was read.

    Example: motcua plan add --confirm --public ke-hoach.docx
    """
    async with open_app() as app:
        failed = False
        for path in files:
            try:
                report = await _add_one(app, path, locality, replaces, is_announced=not confirm)
                if public:
                    await app.plans.publish(report.plan_id, is_public=True)
                print_added(replace(report, is_public=report.is_public or public))
                await _confirm_or_say(app, report, confirm=confirm)
            except (KnowledgeError, StorageError, HandlerError) as error:
                failed = True
                _tell_failure(error, path)
    if failed:
        raise typer.Exit(1)


async def _confirm_or_say(app: App, report: ImportReport, *, confirm: bool) -> None:
    if report.state is not PlanState.DRAFT:
        return
    if confirm:
        print_confirmation(await app.plans.confirm(report.plan_id, now=app.clock.now()))
    else:
        tell("guide_draft" if report.is_guide else "report_draft", plan=report.plan_id)


def _tell_failure(error: Failure, path: Path) -> None:
    typer.echo(explain(error, name=path.name), err=True)


async def _add_one(
    app: App, path: Path, locality: str | None, replaces: int | None, *, is_announced: bool
) -> ImportReport:
    with show_progress(path.name) as on_progress:
        return await app.plans.add(
            path.name,
            _bytes(path),
            now=app.clock.now(),
            locality=locality,
            replaces_id=replaces,
            is_announced=is_announced,
            on_progress=on_progress,
        )


@plans.command("list")
@command
async def list_plans() -> None:
    """List the plans that are loaded.

    Example: motcua plan list
    """
    async with open_app(needs_embedder=False) as app, app.database.read() as work:
        stored = await work.plans.list_all()
    print_plans(stored)


@plans.command("show")
@command
async def show(plan: PlanId) -> None:
    """Print a stored plan: what was read, what was corrected, what each task does.

    Example: motcua plan show 1
    """
    async with open_app(needs_embedder=False) as app:
        print_report(await app.plans.report(plan, now=app.clock.now()), is_full=True)


@plans.command("fix")
@command
async def fix(
    plan: PlanId,
    row: Annotated[int, typer.Argument(help="The task's number in `motcua plan show`.")],
    changes: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FIELD=VALUE]...", help=f"Fields: {', '.join(FIELDS)}."),
    ] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Take back the row's corrections.")] = False,
) -> None:
    """Correct a task, before confirmation or after; several units are separated by ";".

    Example: motcua plan fix 1 3 "timeframe=Trước ngày 15/12/2026" "lead=Phòng Kinh tế; Công an xã"
    """
    if undo == bool(changes):
        raise HandlerError("nothing_to_fix")
    async with open_app() as app:
        now = app.clock.now()
        if changes:
            fixed = await app.plans.fix(plan, row, read_changes(changes), actor=OPERATOR, now=now)
        else:
            fixed = await app.plans.undo_fix(plan, row, actor=OPERATOR, now=now)
    print_fix(fixed)


@plans.command("confirm")
@command
async def confirm_plan(plan: PlanId) -> None:
    """Let a draft answer questions and nudge.

    Example: motcua plan confirm 1
    """
    async with open_app() as app:
        print_confirmation(await app.plans.confirm(plan, now=app.clock.now()))


@plans.command("publish")
@command
async def publish(
    plan: PlanId,
    undo: Annotated[
        bool, typer.Option("--undo", help="Answer officials only from it again.")
    ] = False,
) -> None:
    """Answer citizens from a plan too; without it only officials are.

    Example: motcua plan publish 1
    """
    async with open_app(needs_embedder=False) as app:
        print_publication(await app.plans.publish(plan, is_public=not undo))


@plans.command("remove")
@command
async def remove(
    numbers: Annotated[
        list[int],
        typer.Argument(min=1, max=2**63 - 1, help="Numbers in `motcua plan list`."),
    ],
) -> None:
    """Forget plans with all that hangs on them.

    Example: motcua plan remove 1
    """
    async with open_app(needs_embedder=False) as app:
        for plan in numbers:
            removed = await app.plans.remove(plan)
            title = removed.facts.title or removed.facts.source
            tell("report_removed", plan=plan, title=title)
