"""`motcua case accept`, `assign`, … : each step as an officer takes it."""

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.case.acting import Acting, begin, move, take_step
from bot.cli.case.group import As, Code, cases, find_case, read_text
from bot.cli.frame import command, open_app, tell
from bot.errors import terminal_language
from handlers.cases.changes import Facts
from handlers.casework.offices import find_office, is_held
from handlers.errors import HandlerError
from handlers.texts.forms import join_names, local_day, write_time
from knowledge.cases.steps import Action
from storage.values import ToldBy

Reason = Annotated[str, typer.Option(help="The reason, as the sender reads it.")]
Recipient = Annotated[str, typer.Option("--to", help="The office that is competent.")]
Text = Annotated[str | None, typer.Option(help="The words.")]
File = Annotated[Path | None, typer.Option("--file", help="A text file with the words.")]
_DAYS = ["%Y-%m-%d", "%d/%m/%Y"]
Day = Annotated[dt.datetime, typer.Option(formats=_DAYS, help="The day.")]
MaybeDay = Annotated[
    dt.datetime | None, typer.Option(formats=_DAYS, help="The day of the document.")
]
Number = Annotated[str, typer.Option(help="The number of the document.")]
Signer = Annotated[str, typer.Option(help="Who signs: office and name.")]


@cases.command("accept")
@command
async def accept(code: Code, as_: As = None) -> None:
    """Accept a case; the term to answer begins, the sender is told.

    Example: motcua case accept PA261123-7K3QXC --as 2
    """
    await take_step(code, as_, Action.ACCEPT)


@cases.command("assign")
@command
async def assign(
    code: Code,
    unit: Annotated[str, typer.Option(help="The office that is to handle it.")],
    as_: As = None,
) -> None:
    """Give a case to an office.

    Example: motcua case assign PA261123-7K3QXC --unit "Phòng Kinh tế" --as 2
    """

    async def choose(acting: Acting) -> Facts:
        day, case = local_day(acting.now), acting.case
        found = await find_office(acting.work, case, unit, on=day)
        if found.office is None:
            near = join_names([office.name for office in found.offered])
            raise HandlerError("case_unit_unknown", name=unit, near=near or "–")
        if not await is_held(acting.work, found.office.id, on=day):
            tell("casework_office_unheld", office=found.office.name)
        return Facts(office_id=found.office.id, office=found.office.name)

    await take_step(code, as_, Action.ASSIGN, choose=choose)


@cases.command("ask")
@command
async def ask(
    code: Code,
    text: Annotated[str, typer.Option(help="The question, as the sender reads it.")],
    as_: As = None,
) -> None:
    """Ask the sender for more; the term stands still until there is an answer.

    Example: motcua case ask PA261123-7K3QXC --text "Cột đèn số mấy?" --as 2
    """
    await take_step(code, as_, Action.ASK_INFO, Facts(text=text.strip()))


@cases.command("draft")
@command
async def draft(code: Code, text: Text = None, file: File = None, as_: As = None) -> None:
    """Put an answer up for approval.

    Example: motcua case draft PA261123-7K3QXC --file tra-loi.txt --as 4
    """
    await take_step(code, as_, Action.DRAFT, Facts(text=read_text(text, file)))


@cases.command("approve")
@command
async def approve(
    code: Code, number: Number = "", day: MaybeDay = None, signer: Signer = "", as_: As = None
) -> None:
    """Approve the answer that is put up, with the signed document's number if it has one.

    Example: motcua case approve PA261123-7K3QXC --as 1
    """
    await take_step(code, as_, Action.APPROVE, _sign(number, day, signer))


@cases.command("answer")
@command
async def answer(
    code: Code, number: Number = "", day: MaybeDay = None, signer: Signer = "", as_: As = None
) -> None:
    """Send the approved answer to the sender.

    Example: motcua case answer PA261123-7K3QXC --number 45/UBND --day 2026-12-01
    --signer "Chủ tịch Trần Thị Mai" --as 2
    """
    await take_step(code, as_, Action.ANSWER, _sign(number, day, signer))


def _sign(number: str, day: dt.datetime | None, signer: str) -> Facts:
    on = day.date() if day else None
    return Facts(number=number.strip(), day=on, signer=signer.strip())


@cases.command("refuse")
@command
async def refuse(code: Code, reason: Reason, to: Recipient, as_: As = None) -> None:
    """Refuse a case, with the reason and who is competent.

    Example: motcua case refuse PA261123-7K3QXC --reason "Không thuộc phạm vi" --to "Tòa án" --as 2
    """
    facts = Facts(text=reason.strip(), recipient=to.strip())
    await take_step(code, as_, Action.REFUSE, facts)


@cases.command("transfer")
@command
async def transfer(code: Code, reason: Reason, to: Recipient, as_: As = None) -> None:
    """Record that a case went to the competent office.

    Example: motcua case transfer PA261123-7K3QXC --reason "Đường tỉnh" --to "Sở Xây dựng" --as 2
    """
    facts = Facts(text=reason.strip(), recipient=to.strip())
    await take_step(code, as_, Action.TRANSFER, facts)


@cases.command("extend")
@command
async def extend(code: Code, day: Day, reason: Reason, as_: As = None) -> None:
    """Give more time to answer, until a day; the sender is told.

    Example: motcua case extend PA261123-7K3QXC --day 2026-12-25 --reason "Chờ vật tư" --as 1
    """
    facts = Facts(text=reason.strip(), day=day.date())
    await take_step(code, as_, Action.EXTEND, facts)


@cases.command("note")
@command
async def note(
    code: Code, text: Annotated[str, typer.Option(help="The note.")], as_: As = None
) -> None:
    """Write a note that only officials read.

    Example: motcua case note PA261123-7K3QXC --text "Đã xuống hiện trường" --as 4
    """
    await take_step(code, as_, Action.NOTE, Facts(text=text.strip()))


@cases.command("merge")
@command
async def merge(
    code: Code,
    into: Annotated[str, typer.Option(help="The code of the case that goes on.")],
    as_: As = None,
) -> None:
    """Merge a case into another about the same; its sender gets that one's answer.

    Example: motcua case merge PA261123-7K3QXC --into PA261120-3M5T9B --as 2
    """

    async def choose(acting: Acting) -> Facts:
        other = await find_case(acting.work, into)
        if not acting.app.desk.find_doer(other, None, acting.person).is_staff:
            raise HandlerError("case_unknown", case=into)
        return Facts(other_id=other.id, other_code=other.code)

    await take_step(code, as_, Action.MERGE, choose=choose)


@cases.command("register")
@command
async def register(
    code: Code,
    portal: Annotated[str, typer.Option(help="The code on the national portal.")] = "",
    incoming: Annotated[str, typer.Option(help="The number in the book of incoming.")] = "",
    outgoing: Annotated[str, typer.Option(help="The number in the book of outgoing.")] = "",
    as_: As = None,
) -> None:
    """Enter the numbers that a case has elsewhere.

    Example: motcua case register PA261123-7K3QXC --incoming 128 --as 2
    """
    given = {"portal": portal.strip(), "incoming": incoming.strip(), "outgoing": outgoing.strip()}
    names = [name for name, value in given.items() if value]
    if not names:
        raise HandlerError("case_nothing_to_register")
    facts = Facts(
        portal_code=given["portal"],
        incoming_number=given["incoming"],
        outgoing_number=given["outgoing"],
    )
    done = names[0] if len(names) == 1 else "registered"
    await take_step(code, as_, Action.REGISTER, facts, done=done)


@cases.command("call")
@command
async def call(
    code: Code, text: Annotated[str, typer.Option(help="What was said.")] = "", as_: As = None
) -> None:
    """Record that a sender whom no message reaches was called.

    Example: motcua case call PA261123-7K3QXC --as 2
    """
    async with open_app(needs_embedder=False) as app, app.database.write() as work:
        acting = await begin(app, work, code, as_)
        app.desk.find_step(acting.case, Action.TELL, acting.doer)
        notices = await work.case_notices.of_case(acting.case.id)
        failed = [each for each in notices if each.told_at is None and each.failed_at]
        if not failed:
            raise HandlerError("case_no_call", case=acting.case.code)
        case, _ = await move(acting, Action.TELL, Facts(text=text.strip()))
        for each in failed:
            await work.case_notices.record_call(
                each.id, person_id=acting.person.id, by=ToldBy.PHONE, now=acting.now
            )
    at = write_time(acting.now, terminal_language())
    tell("casework_done_called", code=case.code, name=acting.person.name, at=at)
