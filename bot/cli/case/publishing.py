"""`motcua case publish` and `unpublish`: what everybody reads, shown before it is public."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from bot.app import App
from bot.cli.case.acting import begin, confirm, take_step
from bot.cli.case.group import As, Code, cases, read_text
from bot.cli.frame import command, open_app, say_here, tell
from handlers.cases.changes import Facts
from handlers.cases.personal import find_doubtful_words, redact_for_public
from handlers.casework.publishing import find_public_name
from handlers.errors import HandlerError
from knowledge.cases.steps import Action

Content = Annotated[
    Path | None, typer.Option("--content-file", help="The content in other words (UTF-8).")
]
Answer = Annotated[
    Path | None, typer.Option("--answer-file", help="The answer in other words (UTF-8).")
]


@dataclass(frozen=True, slots=True)
class Shown:
    """What would be public of a case at a version of it."""

    version: int
    facts: Facts


@cases.command("publish")
@command
async def publish(
    code: Code,
    content_file: Content = None,
    answer_file: Answer = None,
    yes: Annotated[
        bool, typer.Option("--yes", help="Do not ask; needs both texts as files.")
    ] = False,
    as_: As = None,
) -> None:
    """Publish a result without personal data, after showing what everybody will read.

    Example: motcua case publish PA261123-7K3QXC --as 2
    """
    if yes and not (content_file and answer_file):
        raise HandlerError("case_publish_unseen")
    texts = read_text(None, content_file), read_text(None, answer_file)
    async with open_app(needs_embedder=False) as app:
        shown = await _show(app, code, as_, *texts)
        if not yes and not confirm("case_cli_publish_ask"):
            tell("case_cli_publish_dropped", code=code)
            return
        await _publish(app, code, as_, shown)
    tell("casework_done_publish", code=code)


async def _show(app: App, code: str, number: int | None, content: str, answer: str) -> Shown:
    """Print what would be public, redacted once more; reading it is noted."""
    async with app.database.write() as work:
        acting = await begin(app, work, code, number)
        case = acting.case
        app.desk.find_step(case, Action.PUBLISH, acting.doer)
        await app.desk.read(work, case, acting.doer, now=acting.now)
    name = find_public_name(case)
    facts = Facts(
        public_content=redact_for_public(content or case.content, case, is_chosen=bool(content)),
        public_answer=redact_for_public(answer or case.answer.text, case, is_chosen=bool(answer)),
        public_sender=name,
    )
    tell(
        "case_cli_publish_shown",
        code=case.code,
        content=facts.public_content,
        answer=facts.public_answer,
        sender=name or say_here("casework_nobody_named"),
    )
    doubtful = find_doubtful_words(case, facts.public_content, facts.public_answer)
    if doubtful:
        tell("casework_publish_doubtful", words="; ".join(doubtful))
    return Shown(case.version, facts)


async def _publish(app: App, code: str, number: int | None, shown: Shown) -> None:
    """Publish what was shown, unless the case has changed meanwhile."""
    async with app.database.write() as work:
        acting = await begin(app, work, code, number)
        if acting.case.version != shown.version:
            raise HandlerError("case_changed", case=acting.case.code)
        await app.desk.move(
            work, acting.case, Action.PUBLISH, acting.doer, shown.facts, now=acting.now
        )


@cases.command("unpublish")
@command
async def unpublish(code: Code, as_: As = None) -> None:
    """Take a result off the public page.

    Example: motcua case unpublish PA261123-7K3QXC --as 2
    """
    await take_step(code, as_, Action.UNPUBLISH)
