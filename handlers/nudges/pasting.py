"""Texts to paste into the group of an office whose people have no chat here."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from handlers.assigning.choosing import find_offices
from handlers.messages import Button, Reply
from handlers.nudges.passing_on import list_by_office
from handlers.nudges.writing import split_blocks
from handlers.people.directory import Directory, load_directory
from handlers.people.roles import is_clerk, is_head, is_leader, may_act_for
from handlers.tasks.lists import remember_list
from handlers.tasks.periods import find_period
from handlers.tasks.wording import describe_content, describe_due_source, write_days_left
from handlers.texts import say
from handlers.texts.forms import write_day, write_weekday
from handlers.turn import Effect, Turn, only_say
from knowledge.calendar import Calendar
from storage.values import DueDay, Office, Person
from storage.work import Work

AHEAD = dt.timedelta(days=14)
LONGEST = 2000  # characters of a message that is pasted
MOST_OFFERED = 10
WORDS_OF_PERIOD = 2
_GROUP_TEXT = re.compile(
    r"(?:soan |tao |viet |lay )?tin (?:nhan )?(?:dan )?nhom(?: zalo)?(?: cho)?(?: (?P<rest>.+))?"
)
_PERIOD = re.compile(r"(?:^| )(?:trong )?(?P<words>(?:tuan|thang|quy) (?:nay|sau|toi)|hom nay)$")
_SHEET = re.compile(r"(?:in |tao |xin )?phieu nhac viec\b.*")


@dataclass(frozen=True, slots=True)
class GroupTextAsked:
    """The office named, as typed, and the words of a time; both may be empty."""

    office: str = ""
    period: str = ""


def read_group_text(folded: str) -> GroupTextAsked | None:
    """Read "soạn tin nhóm Phòng Kinh tế tuần này", folded; None where it says something else."""
    found = _GROUP_TEXT.fullmatch(folded)
    if found is None:
        return None
    rest = found["rest"] or ""
    timed = _PERIOD.search(rest)
    period = timed["words"] if timed else ""
    return GroupTextAsked(rest[: timed.start()].strip() if timed else rest, period)


class PassingOnSkill:
    """Write texts for groups on the word of clerks, leaders and heads; say how a sheet is made."""

    def __init__(self, calendar: Calendar) -> None:
        self._calendar = calendar

    async def take(self, turn: Turn) -> Effect | None:
        """Take "soạn tin nhóm …" and "phiếu nhắc việc" of an official."""
        person, asked = turn.person, read_group_text(turn.folded)
        is_sheet = bool(_SHEET.fullmatch(turn.folded))
        if person is None or not (asked or is_sheet):
            return None
        if not (is_clerk(person) or is_leader(person) or is_head(person)):
            return only_say(Reply(say("group_text_not_allowed", turn.language)))
        if asked is None:
            return only_say(Reply(say("sheet_how", turn.language)))
        return self._write(turn, person, asked)

    def _write(self, turn: Turn, person: Person, asked: GroupTextAsked) -> Effect:
        period = find_period(turn.text, turn.today) if asked.period else None
        until = period.last if period else turn.today + AHEAD

        async def effect(work: Work) -> Sequence[Reply]:
            place = next(each for each in turn.places if each.id == person.locality_id)
            directory = await load_directory(work, place, on=turn.today)
            by_office = await list_by_office(work, directory, until)
            own = {o: items for o, items in by_office.items() if _may_write(person, o)}
            named = find_offices(directory, [asked.office], on=turn.today) if asked.office else own
            if len(named) != 1:
                return [_ask_which(turn, directory, own, asked, until)]
            [office] = named
            if not _may_write(person, office):
                return [Reply(say("group_text_not_allowed", turn.language))]
            members = {each.id for each in (office, *directory.find_members(office))}
            found = [due for o, items in own.items() if o.id in members for due in items]
            items = sorted(found, key=lambda due: (due.due_on, due.id))
            ids = [due.id for due in items]
            await remember_list(work, turn.message.address, ids, now=turn.now)
            return self._word(office, directory, items, until, turn)

        return effect

    def _word(
        self,
        office: Office,
        directory: Directory,
        items: Sequence[DueDay],
        until: dt.date,
        turn: Turn,
    ) -> list[Reply]:
        if not items:
            day = write_day(until, turn.language)
            return [Reply(say("group_text_none", turn.language, office=office.name, until=day))]
        texts = write_group_text(
            office.name,
            directory.place.name,
            items,
            until=until,
            today=turn.today,
            calendar=self._calendar,
        )
        key = "group_text_lead" if len(texts) == 1 else "group_text_lead_parts"
        lead = say(key, turn.language, office=office.name, count=len(texts))
        return [Reply(lead), *map(Reply, texts)]


def _may_write(person: Person, office: Office) -> bool:
    return is_clerk(person) or is_leader(person) or may_act_for(person, office)


def _ask_which(
    turn: Turn,
    directory: Directory,
    by_office: Mapping[Office, Sequence[DueDay]],
    asked: GroupTextAsked,
    until: dt.date,
) -> Reply:
    """Ask for the office: those with open work, the ones that nobody has joined first."""
    language = turn.language
    if not by_office:
        return Reply(say("group_text_none_all", language, until=write_day(until, language)))
    offices = sorted(by_office, key=lambda office: directory.has_chat(office.id))[:MOST_OFFERED]
    key = "says_group_text_period" if asked.period else "says_group_text"
    period = " ".join(turn.text.strip(" .!?,").split()[-WORDS_OF_PERIOD:])
    buttons = tuple(
        Button(each.name, say(key, language, office=each.name, period=period)) for each in offices
    )
    text = say("group_text_unknown" if asked.office else "group_text_which", language)
    names = [f"{number}. {office.name}" for number, office in enumerate(offices, 1)]
    return Reply("\n".join([text, *names]), buttons, numbered=len(buttons))


def write_group_text(
    office: str,
    place: str,
    items: Sequence[DueDay],
    *,
    until: dt.date,
    today: dt.date,
    calendar: Calendar,
) -> list[str]:
    """Write an office's open work as messages to paste, each of 2,000 characters at most.

    They are in Vietnamese, cut between items only.
    """
    facts = {"office": office, "place": place, "until": write_day(until)}
    foot = say("group_text_foot")
    blocks = [_write_item(n, due, today, calendar) for n, due in enumerate(items, 1)]
    longest = say("group_text_head_part", part=99, parts=99, **facts)
    parts = split_blocks(blocks, LONGEST - len(longest) - len(foot) - 2)
    if len(parts) == 1:
        return ["\n".join([say("group_text_head", **facts), parts[0], foot])]
    heads = [
        say("group_text_head_part", part=number, parts=len(parts), **facts)
        for number in range(1, len(parts) + 1)
    ]
    texts = [f"{head}\n{part}" for head, part in zip(heads, parts, strict=True)]
    return [*texts[:-1], f"{texts[-1]}\n{foot}"]


def _write_item(number: int, due: DueDay, today: dt.date, calendar: Calendar) -> str:
    return say(
        "group_text_item",
        number=number,
        content=describe_content(due),
        last_day=write_weekday(due.due_on),
        days_left=write_days_left(due, calendar=calendar, today=today),
        source=describe_due_source(due),
    )
