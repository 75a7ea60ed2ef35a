"""The command `motcua` and its groups."""

import io
import logging
import os
import sys

import typer

from bot.cli.ask import ask
from bot.cli.backup import backup
from bot.cli.case import cases
from bot.cli.chat import chat
from bot.cli.check import check
from bot.cli.copy import copy
from bot.cli.desk import desk
from bot.cli.faq import faq
from bot.cli.forget import forget
from bot.cli.handover import handovers
from bot.cli.key import keys
from bot.cli.nudge import nudges
from bot.cli.office import offices
from bot.cli.outbox import outbox
from bot.cli.person import people
from bot.cli.place import places
from bot.cli.plan import plans
from bot.cli.restore import restore
from bot.cli.rule import rules
from bot.cli.run import run
from bot.cli.task import tasks
from bot.cli.upkeep import embed, migrate_command
from bot.cli.zalo import zalo
from bot.logs.keeping import log_shortly

cli = typer.Typer(
    name="motcua",
    help="Một cửa: answers from plans, records feedback, nudges officials.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
cli.command("run")(run)
cli.command("chat")(chat)
cli.command("ask")(ask)
cli.add_typer(plans, name="plan")
cli.add_typer(places, name="place")
cli.add_typer(cases, name="case")
cli.add_typer(faq, name="faq")
cli.add_typer(handovers, name="handover")
cli.add_typer(tasks, name="task")
cli.add_typer(nudges, name="nudge")
cli.add_typer(people, name="person")
cli.add_typer(offices, name="office")
cli.add_typer(desk, name="desk")
cli.add_typer(outbox, name="outbox")
cli.add_typer(rules, name="rule")
cli.add_typer(zalo, name="zalo")
cli.command("backup")(backup)
cli.command("restore")(restore)
cli.command("copy")(copy)
cli.command("forget")(forget)
cli.command("migrate")(migrate_command)
cli.command("embed")(embed)
cli.command("check")(check)
cli.add_typer(keys, name="key")


@cli.callback()
def _quiet_libraries() -> None:
    os.umask(0o077)  # what we write is for this user only
    log_shortly()
    logging.getLogger("bm25s").setLevel(logging.WARNING)


def main() -> None:
    """Run the command line; what cannot be shown or read in the terminal's letters becomes "?"."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    cli()
