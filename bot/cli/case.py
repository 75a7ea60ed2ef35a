"""`motcua case`: list and show feedback."""

from typing import Annotated

import typer

from bot.cli.frame import command, open_app, say_here, tell
from handlers.case_status import describe_state
from handlers.errors import HandlerError
from handlers.texts.forms import write_time
from knowledge.case_codes import find_code

cases = typer.Typer(help="Feedback (PAKN).", no_args_is_help=True)


@cases.command("list")
@command
async def list_cases() -> None:
    """List the cases, without what they say.

    Example: motcua case list
    """
    async with open_app(needs_embedder=False) as app, app.database.read() as work:
        found = await work.cases.list_all()
    if not found:
        tell("cases_list_none")
    for case in found:
        tell(
            "case_line",
            code=case.code,
            state=say_here(f"state_{case.state.value}"),
            received_at=write_time(case.received_at),
            place=case.locality,
        )


@cases.command("show")
@command
async def show(code: Annotated[str, typer.Argument(help="The case's code.")]) -> None:
    """Print a case with what was written and its history.

    Example: motcua case show PA261123-7K3QXC
    """
    async with open_app(needs_embedder=False) as app, app.database.read() as work:
        case = await work.cases.find(find_code(code) or code)
    if case is None:
        raise HandlerError("case_unknown", case=code)
    typer.echo(describe_state(case, "vi"))
    tell("case_content", content=case.content)
    tell("case_contact", contact=case.contact or say_here("contact_none"))
    for event in case.events:
        state = say_here(f"state_{event.state.value}")
        tell("case_event", at=write_time(event.at), state=state)
