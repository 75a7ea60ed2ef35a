"""Forms: the browser keeps what is typed and hands it over whole when it is sent."""

import datetime as dt
import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Protocol

from nicegui.events import GenericEventArguments

from bot.errors import word_failure
from bot.web.desk.words import common as words
from bot.web.elements import Tag
from handlers.errors import HandlerError

_numbers = count(1)
_EMIT = "(event) => motcuaDesk.send(event, emit)"
_FILTER = "(event) => motcuaDesk.filter(event, emit)"
_PLAIN = ("text", "search", "date", "number", "tel")
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_TYPES = {"date": "text", "number": "text"}  # what browsers lay out in their own language
_MODES = {"date": "numeric", "number": "numeric"}
LONGEST = 20_000  # characters of a field
EARLIEST, LATEST = 1900, 2200  # years of a day
DIGITS = 9  # of a number; what PostgreSQL's integers hold
# As an attribute: the property would put back what is typed whenever anything on the page changes.
_VALUE = "^value"


def find_number(text: str) -> int | None:
    """Read a number from 0 on, as ids and counts are; None where it is none."""
    is_number = text.isascii() and text.isdecimal() and len(text) <= DIGITS
    return int(text) if is_number else None


class Alert(Protocol):
    """Where a refusal is shown: by the form that it is about, else at the page's head."""

    def complain(self, text: str) -> None:
        """Show why something was not done."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a form.

    `kind`: text, search, date (as 04/12/2026), number, tel, textarea, select, check (one box),
    choices (several boxes), hidden. `options` are (value, label) pairs; `value` of several boxes
    is their values with a line each, of one box "1" where it is ticked.
    """

    name: str
    label: str
    kind: str = "text"
    value: str = ""
    options: Sequence[tuple[str, str]] = ()
    hint: str = ""
    is_required: bool = False
    longest: int = LONGEST
    rows: int = 4
    suggestions: Sequence[str] = ()


def _read_day(text: str) -> dt.date:
    """Read a day with which can be reckoned; raise `ValueError` for any other."""
    if found := _DAY.fullmatch(text):
        day = dt.date(int(found[3]), int(found[2]), int(found[1]))
    else:
        day = dt.date.fromisoformat(text)
    if not EARLIEST <= day.year <= LATEST:
        raise ValueError(day.year)
    return day


@dataclass(frozen=True, slots=True)
class Filled:
    """What was sent, checked against the form's fields."""

    fields: Mapping[str, Field]
    values: Mapping[str, Sequence[str]]

    def get(self, name: str) -> str:
        """Give a field's text, trimmed; empty where nothing was entered."""
        return (self.values.get(name) or ("",))[0].strip()

    def list(self, name: str) -> Sequence[str]:
        """Give the values of the ticked boxes."""
        return [value for value in self.values.get(name, ()) if value]

    def has(self, name: str) -> bool:
        """Tell whether a box was ticked."""
        return bool(self.list(name))

    def day(self, name: str) -> dt.date | None:
        """Give a day; raise `HandlerError("desk_day_wrong")`."""
        text = self.get(name)
        if not text:
            return None
        try:
            return _read_day(text)
        except ValueError as error:
            raise HandlerError("desk_day_wrong", field=self.fields[name].label) from error

    def number(self, name: str) -> int | None:
        """Give a number from 0 on; None where nothing readable was entered."""
        return find_number(self.get(name))

    def numbers(self, name: str) -> Sequence[int]:
        """Give the numbers that the ticked boxes stand for."""
        found = (find_number(each) for each in self.list(name))
        return [each for each in found if each is not None]

    def check(self) -> None:
        """Raise `HandlerError` where something is missing or too long."""
        for name, each in self.fields.items():
            text = "\n".join(self.values.get(name, ()))
            if each.is_required and not text.strip():
                raise HandlerError("desk_field_empty", field=each.label)
            if len(text) > each.longest:
                raise HandlerError("desk_field_long", field=each.label, limit=each.longest)


Send = Callable[[Filled], Awaitable[object]]


@dataclass(eq=False, slots=True)
class Form:
    """A form with its own place for a refusal; `send` is called with what was entered.

    `send` checks nothing itself: `Filled.check` is called before. What was typed stays in the
    browser until `clear`. `beside` lays out more buttons beside the one that sends.
    """

    fields: Sequence[Field]
    submit: str
    send: Send
    is_inline: bool = False
    submit_style: str = "desk-button main"
    beside: Callable[[], object] | None = None
    _form: Tag = field(init=False)
    _alert: Tag = field(init=False)
    _number: int = field(init=False, default_factory=lambda: next(_numbers))

    def build(self) -> "Form":
        """Lay the form out."""
        style = "desk-form inline" if self.is_inline else "desk-form"
        with Tag("form", style=style, id=f"form-{self._number}", novalidate="") as self._form:
            self._alert = Tag("p", style="desk-alert", role="alert")
            for each in self.fields:
                build_field(each, f"f{self._number}-{each.name}")
            with Tag("div", style="desk-buttons"):
                Tag("button", self.submit, type="submit", style=self.submit_style)
                if self.beside:
                    self.beside()
        self._form.on("submit", self._on_send, js_handler=_EMIT)
        return self

    async def _on_send(self, event: GenericEventArguments) -> None:
        self._alert.text = ""
        filled = read_filled(self.fields, event.args)
        try:
            filled.check()
        except HandlerError as error:
            self.complain(word_failure(error, "vi"))
        else:
            await self.send(filled)
        if not self._form.client.is_deleted:
            self._form.client.run_javascript(f"motcuaDesk.free('form-{self._number}')")

    def complain(self, text: str) -> None:
        """Show why nothing was done."""
        self._alert.text = text

    def clear(self) -> None:
        """Empty the form again."""
        self._alert.text = ""
        self._form.client.run_javascript(f"motcuaDesk.clear('form-{self._number}')")


def read_filled(fields: Sequence[Field], sent: object) -> Filled:
    """Read what the browser sends: pairs of a field's name and a text; others are left out."""
    known = {each.name: each for each in fields}
    values: dict[str, list[str]] = {}
    for pair in sent if isinstance(sent, list) else ():
        match pair:
            case [str(name), str(text)] if name in known:
                values.setdefault(name, []).append(_make_storable(text))
    return Filled(known, values)


def _make_storable(text: str) -> str:
    """Leave out what no database keeps, and what is longer than any field."""
    return text[: LONGEST + 1].replace("\0", "").encode("utf-8", "ignore").decode()


def build_filters(fields: Sequence[Field], change: Send, *, label: str) -> Tag:
    """Lay out what narrows a list down; `change` is called soon after something is changed."""

    async def on_change(event: GenericEventArguments) -> None:
        await change(read_filled(fields, event.args))

    number = next(_numbers)
    with Tag("form", style="desk-filters", role="search", aria_label=label) as form:
        for each in fields:
            build_field(each, f"f{number}-{each.name}")
    for event in ("input", "change", "submit"):
        form.on(event, on_change, js_handler=_FILTER)
    return form


def build_field(each: Field, id_: str) -> None:
    """Lay out a field with its label and hint."""
    if each.kind == "hidden":
        Tag("input", type="hidden", name=each.name, **{_VALUE: each.value})
        return
    if each.kind == "choices":
        _build_choices(each, id_)
        return
    with Tag("div", style=f"desk-field {each.kind}"):
        if each.kind == "check":
            _build_box(each.name, "1", each.label, id_, is_ticked=each.value == "1")
        else:
            with Tag("label", style="desk-label", **{"for": id_}):
                Tag("span", each.label)
                if each.is_required:
                    Tag("span", " *", aria_hidden="true")
            _build_input(each, id_)
        if hint := _find_hint(each):
            Tag("p", hint, style="desk-hint", id=f"{id_}-hint")


def _find_hint(each: Field) -> str:
    return each.hint or (words.DAY_HINT if each.kind == "date" else "")


def _build_input(each: Field, id_: str) -> None:
    shared = {"id": id_, "name": each.name, "autocomplete": "off"}
    if each.is_required:
        shared["aria_required"] = "true"
    if _find_hint(each):
        shared["aria_describedby"] = f"{id_}-hint"
    if each.kind == "textarea":
        rows, longest = str(each.rows), str(each.longest)
        Tag("textarea", each.value, rows=rows, maxlength=longest, **shared)
    elif each.kind == "select":
        with Tag("select", **shared):
            for value, label in each.options:
                chosen = {"selected": ""} if value == each.value else {}
                Tag("option", label, value=value, **chosen)
    else:
        _build_line(each, id_, shared)


def _build_line(each: Field, id_: str, shared: dict[str, str]) -> None:
    assert each.kind in _PLAIN, each.kind
    if each.suggestions:
        shared["list"] = f"{id_}-list"
    if each.kind in _MODES:
        shared["inputmode"] = _MODES[each.kind]
    type_ = _TYPES.get(each.kind, each.kind)
    shared[_VALUE] = each.value
    Tag("input", type=type_, maxlength=str(each.longest), **shared)
    if each.suggestions:
        with Tag("datalist", id=f"{id_}-list"):
            for text in each.suggestions:
                Tag("option", value=text)


def _build_choices(each: Field, id_: str) -> None:
    ticked = each.value.split("\n")
    with Tag("fieldset", style="desk-field choices"):
        Tag("legend", each.label, style="desk-label")
        for index, (value, label) in enumerate(each.options):
            _build_box(each.name, value, label, f"{id_}-{index}", is_ticked=value in ticked)
        if each.hint:
            Tag("p", each.hint, style="desk-hint")


def _build_box(name: str, value: str, label: str, id_: str, *, is_ticked: bool) -> None:
    with Tag("span", style="desk-box"):
        ticked = {"checked": ""} if is_ticked else {}
        Tag("input", type="checkbox", name=name, value=value, id=id_, **ticked)
        Tag("label", label, **{"for": id_})
