"""The settings of a place, by their names in the trail."""

import datetime as dt
from collections.abc import Awaitable, Callable
from dataclasses import fields
from functools import partial
from typing import Any

from handlers.desk.settings.setting import Setting
from handlers.errors import HandlerError
from handlers.inherited import GREETING as GREETING_LINE
from handlers.ladders import save_ladder
from handlers.office.profile import KEYS, say_label
from handlers.places import find_place
from handlers.reporting.rules import list_own_rules, restore_rules
from handlers.reporting.words import describe_day
from handlers.superiors import put_under
from handlers.texts import say
from handlers.texts.forms import capital, local_day, write_day
from knowledge.cases.states import CaseKind, TermKind
from knowledge.cases.terms import TermRule
from knowledge.ladder import Audience, LadderSettings, read_settings
from storage.own_settings import APPROVER as APPROVER_OPTION
from storage.own_settings import PUBLICITY as PUBLICITY_OPTION
from storage.values import NewReportingRule
from storage.work import Work

BY = "desk"  # the trail knows who, and keeps it sealed
Write = Callable[[Work, int, Any, dt.datetime], Awaitable[None]]


async def _read_ladder(work: Work, place_id: int) -> Any:
    return await work.localities.find_ladder(place_id)


async def _write_ladder(work: Work, place_id: int, value: Any, now: dt.datetime) -> None:
    settings = None if value is None else read_settings(value)
    await save_ladder(work, place_id, settings, on=local_day(now))


def word_ladder(value: Any) -> str:
    """Say when whom is told, a line each."""
    settings = read_settings(value)
    lines = [_word_steps(settings, each) for each in STEPS]
    late = "; ".join(
        say("desk_ladder_late_step", days=each.offset, who=say_audience(each.audience))
        for each in settings.escalations
    )
    weekly = say("desk_ladder_weekly" if settings.is_weekly else "desk_ladder_not_weekly")
    return "\n".join([*lines, say("desk_ladder_late", steps=late), weekly])


STEPS = ("early", "usual", "short")


def _word_steps(settings: LadderSettings, name: str) -> str:
    limits = {"early": settings.early_from, "short": settings.short_until}
    steps = ", ".join(map(str, getattr(settings, name)))
    return say(f"desk_ladder_{name}", steps=steps, limit=limits.get(name, ""))


def say_audience(audience: Audience) -> str:
    """Name who is told after the due day."""
    return say(f"desk_audience_{audience.value}")


async def _read_option(name: str, work: Work, place_id: int) -> Any:
    return (await work.localities.find_options(place_id)).get(name)


async def _write_option(name: str, work: Work, place_id: int, value: Any, now: dt.datetime) -> None:
    del now
    options = await work.localities.find_options(place_id)
    options.pop(name, None)
    own = {} if value is None else {name: value}
    await work.localities.save_options(place_id, options | own)


def word_approver(value: Any) -> str:
    """Name who approves answers."""
    return say(f"desk_approver_{value}")


def word_publicity(value: Any) -> str:
    """Say whether everybody may read how fast messages are answered."""
    return say(f"desk_publicity_{'yes' if value else 'no'}")


async def _read_line(key: str, work: Work, place_id: int) -> Any:
    return (await work.localities.get(place_id)).profile.get(key)


async def _write_line(key: str, work: Work, place_id: int, value: Any, now: dt.datetime) -> None:
    del now
    await work.localities.change_profile(place_id, {key: value or ""})


async def _read_rules(work: Work, place_id: int) -> Any:
    return [_dump_rule(each) for each in await list_own_rules(work, place_id)] or None


def _dump_rule(rule: NewReportingRule) -> dict[str, Any]:
    values = {each.name: getattr(rule, each.name) for each in fields(rule)}
    return {name: v.isoformat() if isinstance(v, dt.date) else v for name, v in values.items()}


def _load_rule(value: dict[str, Any]) -> NewReportingRule:
    days = {name: value[name] for name in ("valid_from", "valid_to")}
    read = {name: dt.date.fromisoformat(day) if day else None for name, day in days.items()}
    written_at = dt.datetime.fromisoformat(value["written_at"])
    return NewReportingRule(**{**value, **read, "written_at": written_at})


async def _write_rules(work: Work, place_id: int, value: Any, now: dt.datetime) -> None:
    await restore_rules(work, place_id, [_load_rule(each) for each in value or ()], now=now)


def _word_rules(value: Any) -> str:
    return "\n".join(word_rule(_load_rule(each)) for each in value)


def word_rule(rule: NewReportingRule) -> str:
    """Say by which day a report is sent, by which document and for how long."""
    kind, day = capital(say(f"kind_{rule.period}")), describe_day(rule, "vi")
    return say("desk_rule", kind=kind, day=day, basis=rule.basis) + say_validity(rule)


def say_validity(rule: NewReportingRule) -> str:
    """Say from and until when a rule holds; empty where it always does."""
    first = say("desk_rule_from", day=write_day(rule.valid_from)) if rule.valid_from else ""
    last = say("desk_rule_to", day=write_day(rule.valid_to)) if rule.valid_to else ""
    return f"{first}{last}"


async def _read_term(kind: CaseKind, term: TermKind, work: Work, place_id: int) -> Any:
    rules = await work.case_terms.rules(place_id)
    found = next((each for each in rules if (each.kind, each.term) == (kind, term)), None)
    return {"days": found.working_days, "basis": found.basis} if found else None


async def _write_term(
    kind: CaseKind, term: TermKind, work: Work, place_id: int, value: Any, now: dt.datetime
) -> None:
    if value is None:
        await work.case_terms.remove_rule(place_id, kind, term)
        return
    rule = TermRule(kind, term, value["days"], value["basis"])
    await work.case_terms.set_rule(place_id, rule, by=BY, now=now)


def _word_term(value: Any) -> str:
    return say("desk_term", days=value["days"], basis=value["basis"])


async def _read_parent(work: Work, place_id: int) -> Any:
    above = await work.localities.ancestors(place_id)
    return above[0].name if above else None


async def _write_parent(work: Work, place_id: int, value: Any, now: dt.datetime) -> None:
    parent_id = None if value is None else await _find_id(work, value)
    await put_under(work, place_id, parent_id, now=now)


async def _find_id(work: Work, name: str) -> int:
    found = find_place(name, await work.localities.list_all())
    if found is None:
        raise HandlerError("place_unknown", name=name)
    return found.id


async def _read_successor(work: Work, place_id: int) -> Any:
    places = {each.id: each for each in await work.localities.list_all()}
    place = places[place_id]
    following = places.get(place.successor_id or 0)
    if following is None or place.valid_to is None:
        return None
    return {"name": following.name, "last": place.valid_to.isoformat()}


async def _write_successor(work: Work, place_id: int, value: Any, now: dt.datetime) -> None:
    del now
    if value is None:
        await work.localities.set_successor(place_id, None, valid_to=None)
        return
    last, id_ = dt.date.fromisoformat(value["last"]), await _find_id(work, value["name"])
    await work.localities.set_successor(place_id, id_, valid_to=last)


def _word_successor(value: Any) -> str:
    last = dt.date.fromisoformat(value["last"])
    return say("desk_successor", name=value["name"], day=write_day(last))


LADDER = Setting(
    "setting ladder", "desk_setting_ladder", _read_ladder, _write_ladder, word_ladder
)  # fmt: skip
APPROVER = Setting(
    "setting approver", "desk_setting_approver",
    partial(_read_option, APPROVER_OPTION), partial(_write_option, APPROVER_OPTION), word_approver,
)  # fmt: skip
PUBLICITY = Setting(
    "setting publicity", "desk_setting_publicity",
    partial(_read_option, PUBLICITY_OPTION), partial(_write_option, PUBLICITY_OPTION),
    word_publicity,
)  # fmt: skip
GREETING = Setting(
    "setting greeting", "desk_setting_greeting",
    partial(_read_line, GREETING_LINE), partial(_write_line, GREETING_LINE), str,
    nothing="desk_set_blank",
)  # fmt: skip
RULES = Setting("setting rules", "desk_setting_rules", _read_rules, _write_rules, _word_rules)
PARENT = Setting(
    "setting parent", "desk_setting_parent", _read_parent, _write_parent, str, is_operators=True
)
SUCCESSOR = Setting(
    "setting successor", "desk_setting_successor",
    _read_successor, _write_successor, _word_successor, is_operators=True,
)  # fmt: skip


def find_line(key: str) -> Setting:
    """Give a line of the profile as a setting."""
    read, write = partial(_read_line, key), partial(_write_line, key)
    return Setting(f"profile {key}", "", read, write, str, nothing="desk_set_blank")


def find_term(kind: CaseKind, term: TermKind) -> Setting:
    """Give the term of a kind of case as a setting."""
    read, write = partial(_read_term, kind, term), partial(_write_term, kind, term)
    return Setting(f"term {kind.value} {term.value}", "", read, write, _word_term)


_SETTINGS = {
    each.subject: each
    for each in (
        *(LADDER, APPROVER, GREETING, PUBLICITY, RULES, PARENT, SUCCESSOR),
        *(find_line(key) for key in KEYS),
        *(find_term(kind, term) for kind in CaseKind for term in TermKind),
    )
}
KINDS = ("setting", "profile", "term")


def find_setting(subject: str) -> Setting | None:
    """Find a setting by its name in the trail."""
    return _SETTINGS.get(subject)


def say_setting(setting: Setting) -> str:
    """Name a setting as people do."""
    kind, _, rest = setting.subject.partition(" ")
    if kind == "profile":
        return say_label(rest, "vi")
    if kind == "term":
        case_kind, _, term = rest.partition(" ")
        return say_term(CaseKind(case_kind), TermKind(term))
    return say(setting.label)


def say_term(kind: CaseKind, term: TermKind) -> str:
    """Name the term of a kind of case."""
    facts = {"kind": say(f"case_kind_{kind.value}"), "term": say(f"case_term_{term.value}")}
    return say("desk_setting_term", **facts)
