"""What `motcua check` finds: a line each, and what has to be done, the most urgent first."""

import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

import typer

from bot.cli.frame import say_here, tell
from bot.errors import terminal_language
from handlers.texts.forms import write_time


class Urgency(StrEnum):
    """How long something can wait: `now` makes the command end with 1."""

    NOW = "now"
    SOON = "soon"
    LATER = "later"


# In order of urgency; each is a sentence.
TODOS: Mapping[str, Urgency] = {
    "todo_failure": Urgency.NOW,
    "todo_key": Urgency.NOW,
    "todo_migrate": Urgency.NOW,
    "todo_clock": Urgency.NOW,
    "todo_time_zone": Urgency.NOW,
    "todo_disk": Urgency.NOW,
    "todo_parked": Urgency.NOW,
    "todo_certificate": Urgency.NOW,
    "todo_login": Urgency.NOW,
    "todo_conflict": Urgency.NOW,
    "todo_rights": Urgency.SOON,
    "todo_backup": Urgency.SOON,
    "todo_certificate_soon": Urgency.SOON,
    "todo_public_url": Urgency.SOON,
    "todo_account": Urgency.SOON,
    "todo_quota": Urgency.SOON,
    "todo_rotate": Urgency.SOON,
    "todo_promise": Urgency.SOON,
    "todo_first_migrate": Urgency.LATER,
    "todo_old_name": Urgency.LATER,
    "todo_plan": Urgency.LATER,
    "todo_people": Urgency.LATER,
    "todo_vacant": Urgency.LATER,
    "todo_seats": Urgency.LATER,
    "todo_embed": Urgency.LATER,
    "todo_embedder": Urgency.LATER,
    "todo_year": Urgency.LATER,
    "todo_tesseract": Urgency.LATER,
    "todo_libreoffice": Urgency.LATER,
}
_ORDER = {key: place for place, key in enumerate(TODOS)}


@dataclass(frozen=True, slots=True)
class Todo:
    """Something to do: the key of its sentence, with its facts."""

    key: str
    facts: Mapping[str, object] = field(default_factory=dict)

    @property
    def urgency(self) -> Urgency:
        """Give how long it can wait."""
        return TODOS[self.key]

    def say(self) -> str:
        """Say it in the terminal's language."""
        return say_here(self.key, **self.facts)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something looked at: its name for programs, its sentence's key and facts, what to do."""

    name: str
    key: str
    facts: Mapping[str, object] = field(default_factory=dict)
    todos: Sequence[Todo] = ()

    def say(self) -> str:
        """Say it in the terminal's language."""
        return say_here(self.key, **self.facts)


def show_moment(at: dt.datetime) -> str:
    """Write a moment in Viet Nam's time and the terminal's language."""
    return write_time(at, terminal_language())


def choose(**wanted: bool) -> tuple[Todo, ...]:
    """Give those things to do that are wanted, by the keys of their sentences."""
    return tuple(Todo(key) for key, is_wanted in wanted.items() if is_wanted)


def list_todos(findings: Iterable[Finding]) -> list[Todo]:
    """List what has to be done once each, the most urgent first."""
    todos = {(each.key, each.say()): each for found in findings for each in found.todos}
    return sorted(todos.values(), key=lambda each: _ORDER[each.key])


def print_findings(findings: Sequence[Finding]) -> None:
    """Print what was found, a line each, and end with what has to be done."""
    for each in findings:
        typer.echo(each.say())
    todos = list_todos(findings)
    tell("check_todo" if todos else "check_nothing")
    for todo in todos:
        urgent = say_here("check_now") if todo.urgency is Urgency.NOW else ""
        tell("check_todo_line", what=urgent + todo.say())


def print_json(findings: Sequence[Finding]) -> None:
    """Print the same as one JSON object, for monitoring."""
    todos = list_todos(findings)
    told = {
        "checked_at": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
        "is_urgent": is_urgent(findings),
        "findings": [{"name": each.name, "text": each.say(), **each.facts} for each in findings],
        "todo": [
            {"name": each.key, "urgency": each.urgency, "text": each.say(), **each.facts}
            for each in todos
        ],
    }
    typer.echo(json.dumps(told, ensure_ascii=False, indent=2, default=str))


def is_urgent(findings: Iterable[Finding]) -> bool:
    """Tell whether something has to be done now."""
    return any(todo.urgency is Urgency.NOW for todo in list_todos(findings))
