"""A person's digest in words: items under what heads them, notes, and buttons."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from handlers.messages import Button, Reply
from handlers.nudges.morning import Morning, group_of
from handlers.nudges.stepping import Part
from handlers.people.directory import Directory
from handlers.tasks.buttons import offer_acts, offer_items, offer_urging
from handlers.tasks.wording import (
    describe_content,
    describe_due_source,
    write_days_late,
    write_item,
)
from handlers.texts import say
from handlers.texts.forms import capital, join_names, write_day, write_weekday
from knowledge.calendar import Calendar
from storage.values import DueDay, DueKind, NewNudge, OutboxKind

MOST_ITEMS = 5
MOST_OFFICES = 8  # that a leader is named
MOST_BUTTONS = 8
MOST_URGED = 20  # items that one button urges
LONGEST = 1400  # characters of a message; what is longer is cut between items
_URGED = (Part.HEAD, Part.CLERK, Part.LEADER)


@dataclass(frozen=True, slots=True)
class _Item:
    """A nudge with what it quotes and its number in the digest."""

    number: int
    due: DueDay
    nudge: NewNudge


@dataclass(frozen=True, slots=True)
class DigestWriter:
    """Write the digests of a place's people on a day."""

    calendar: Calendar
    directory: Directory
    today: dt.date

    def write(self, morning: Morning, found: Mapping[int, DueDay], subject: str) -> list[Reply]:
        """Write a digest: one message, more only where it would be too long."""
        shown = morning.shown
        quoted = enumerate(list_quoted(morning), 1)
        items = [_Item(number, found[id_], shown[id_]) for number, id_ in quoted]
        texts = split_blocks(self._write(morning, items))
        plain = Reply(texts[-1], kind=OutboxKind.DIGEST, to=morning.address, subject=subject)
        last = replace(plain, buttons=_offer(morning, items))
        return [*(replace(plain, text=text) for text in texts[:-1]), last]

    def _write(self, morning: Morning, items: Sequence[_Item]) -> list[str]:
        blocks = self._write_items(morning, items)
        hidden = [morning.shown[id_] for id_ in morning.ids[MOST_ITEMS:]]
        if hidden:
            key = "digest_more_late" if all(n.part in _URGED for n in hidden) else "digest_more"
            blocks.append(say(key, count=len(hidden)))
        if any(item.nudge.part == Part.OWN for item in items):
            blocks.append(say("digest_foot"))
        return blocks + [note.text for note in morning.notes]

    def _write_items(self, morning: Morning, items: Sequence[_Item]) -> list[str]:
        """Write each item, the first of a part below what heads it."""
        blocks = []
        last: tuple[str, int | None] | None = None
        for item in items[:MOST_ITEMS]:
            group = group_of(item.nudge)
            block = _write_item(item, self.calendar, self.today)
            head = "" if group == last else f"{self._head(morning, items, item)}\n"
            blocks.append(head + block)
            last = group
        return blocks

    def _head(self, morning: Morning, items: Sequence[_Item], item: _Item) -> str:
        part, holder_id = group = group_of(item.nudge)
        own = [nudge for nudge in morning.shown.values() if group_of(nudge) == group]
        late = "_late" if any(nudge.is_late for nudge in own) else ""
        grouped = [each for each in items if group_of(each.nudge) == group]
        offices = Counter(_name_office(each.due) for each in grouped)
        return say(
            f"digest_head_{part}{late}",
            count=len(own),
            name=next((p.name for p in self.directory.people if p.id == holder_id), ""),
            office=join_names(list(offices)),
            offices=_count_by_office(offices),
        )


def list_quoted(morning: Morning) -> Sequence[int]:
    """List the due days whose rows are read: those shown, of leaders all, to count by office."""
    is_aggregate = any(nudge.part == Part.LEADER for nudge in morning.nudges)
    return morning.ids[: None if is_aggregate else MOST_ITEMS]


def _name_office(due: DueDay) -> str:
    return due.office or say("no_office")


def _count_by_office(counts: Counter[str]) -> str:
    """Say how many tasks each office has, in the order given; nothing where one has all."""
    if len(counts) < 2:
        return ""
    named = list(counts.items())[:MOST_OFFICES]
    parts = [say("digest_office", office=office, count=count) for office, count in named]
    more = counts.total() - sum(count for _, count in named)
    if more:
        parts.append(say("digest_offices_more", count=more))
    return say("digest_offices", counts="; ".join(parts))


def _write_item(item: _Item, calendar: Calendar, today: dt.date) -> str:
    due = item.due
    if due.kind is DueKind.LINE:
        return say(
            "digest_line_asked",
            number=item.number,
            content=describe_content(due),
            day=write_weekday(due.due_on),
            source=describe_due_source(due),
        )
    if item.nudge.part in _URGED:
        return say(
            "digest_item_late",
            number=item.number,
            office=capital(_name_office(due)),
            content=describe_content(due),
            last_day=write_weekday(due.due_on),
            days_late=write_days_late(due, calendar=calendar, today=today),
        )
    line = write_item(item.number, due, calendar=calendar, today=today)
    if item.nudge.part == Part.SUPPORT:
        return line + say("digest_item_lead", office=_name_office(due))
    return f"{line}\n{_write_source(due, calendar, today)}"


def _write_source(due: DueDay, calendar: Calendar, today: dt.date) -> str:
    source = describe_due_source(due)
    if due.is_put_off:
        return say("digest_source_put_off", source=source, day=write_day(due.last_day))
    timeframe = due.task.timeframe
    key = "digest_source" if due.plan and timeframe else "digest_source_alone"
    line = say(key, source=source, timeframe=timeframe or "")
    if due.due_on < today or calendar.is_working_day(due.due_on):
        return line
    worked = calendar.working_day_on_or_before(due.due_on)
    return line + say("digest_day_off", day=write_weekday(worked))


def split_blocks(blocks: Sequence[str], limit: int = LONGEST) -> list[str]:
    """Put blocks into messages of chat size; none is cut."""
    texts: list[str] = []
    for block in blocks:
        if texts and len(texts[-1]) + 1 + len(block) <= limit:
            texts[-1] += f"\n{block}"
        else:
            texts.append(block)
    return texts


def _offer(morning: Morning, items: Sequence[_Item]) -> tuple[Button, ...]:
    buttons: tuple[Button, ...] = ()
    if len(morning.ids) == 1 and items[0].nudge.part == Part.OWN:
        buttons = offer_acts(items[0].due.id)
    elif items:
        buttons = offer_items([item.due.id for item in items[:MOST_ITEMS]])
    own = {n.told.due_day_id for n in morning.nudges if n.part == Part.OWN}
    urged = [n.told.due_day_id for n in morning.nudges if n.part in _URGED]
    urged = [id_ for id_ in urged if id_ not in own]
    if urged:
        buttons += (offer_urging(list(dict.fromkeys(urged))[:MOST_URGED]),)
    noted = tuple(button for note in morning.notes for button in note.buttons)
    return (buttons + noted)[:MOST_BUTTONS]
