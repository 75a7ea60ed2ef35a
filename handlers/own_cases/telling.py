"""What is said where a case is not the asker's, or more than one is meant."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.buttons import make_button
from handlers.cases.lookup import LookUp, Outcome
from handlers.cases.status import describe_to_stranger
from handlers.messages import Reply
from handlers.own_cases.commands import OwnCommand, Verb
from handlers.texts import say
from handlers.turn import Turn
from storage.values import Case


def tell_stranger(found: LookUp, turn: Turn) -> Reply:
    """Say what everybody may know of a case by its code."""
    if found.outcome is Outcome.LIMITED:
        return Reply(say("case_lookup_limited", turn.language))
    if found.case is None:
        return Reply(say("case_unknown", turn.language, code=found.code))
    return Reply(describe_to_stranger(found.case, turn.language, today=turn.today))


def ask_which(cases: Sequence[Case], command: OwnCommand, turn: Turn) -> Reply:
    """Ask which of several cases is meant."""
    names = {
        Verb.REOPEN: "reopen",
        Verb.WITHDRAW: "withdraw_case",
        Verb.WITHDRAW_SURE: "withdraw_sure",
        Verb.ADD: "belongs",
    }
    rated = {"yes": "solved", "partly": "partly_solved", "no": "unsolved"}
    name = rated[command.solved.value] if command.solved else names.get(command.verb, "case")
    buttons = (make_button(name, turn.language, code=case.code) for case in cases)
    named = tuple(
        replace(button, label=case.code) for button, case in zip(buttons, cases, strict=True)
    )
    return Reply(say("rate_which", turn.language), named)
