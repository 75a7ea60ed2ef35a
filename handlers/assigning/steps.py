"""One message of a conversation in which work is given out."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from handlers.assigning.choosing import find_near, find_offices
from handlers.assigning.drafting import (
    Draft,
    Outcome,
    Step,
    end_draft,
    read_pieces,
    save_draft,
)
from handlers.assigning.giving import NewWork, check_work, find_members, give_out, may_give
from handlers.assigning.wording import ask_office, ask_piece, word_given, word_preview
from handlers.errors import HandlerError
from handlers.messages import Reply
from handlers.people.directory import Directory, load_directory
from handlers.people.roles import is_head
from handlers.tasks.lists import remember_list
from handlers.texts import say
from handlers.texts.forms import capital
from handlers.turn import Turn
from knowledge.calendar import Calendar
from knowledge.tasks.assigning import Assigning
from storage.values import Locality, Office, Person
from storage.work import Work

LONGEST_OFFICE = 12  # words of a name typed alone


@dataclass(frozen=True, slots=True)
class Giving:
    """A message of somebody who gives work out in a place."""

    turn: Turn
    person: Person
    place: Locality
    calendar: Calendar

    @property
    def _today(self) -> dt.date:
        return self.turn.today

    async def begin(self, work: Work, given: Assigning) -> Sequence[Reply]:
        """Begin with what was said; a head who names no office means the own one."""
        directory = await self._open(work)
        offices = find_offices(directory, given.offices, on=self._today)
        if not offices and is_head(self.person) and len(self.person.office_ids) == 1:
            offices = (directory.offices[self.person.office_ids[0]],)
        draft = Draft(offices=tuple(each.id for each in offices), language=self.turn.language)
        draft = draft.with_words(given, today=self._today, calendar=self.calendar)
        return await self._show(work, directory, draft)

    async def fill(self, work: Work, draft: Draft) -> Sequence[Reply]:
        """Take the piece that was asked for."""
        directory = await self._open(work)
        filled = self._read_piece(directory, draft)
        if filled:
            return await self._show(work, directory, filled)
        if draft.step is Step.OFFICE:
            return [self._ask_office(directory, draft)]
        return [ask_piece(draft, is_unread=True)]

    async def agree(self, work: Work, draft: Draft, *, is_old: bool) -> Sequence[Reply]:
        """Give the work out as it was shown; what is old or not whole is shown again first."""
        directory = await self._open(work)
        offices = _find_named(directory, draft)
        is_whole = bool(offices) and draft.missing is Step.REVIEW
        if is_old or not is_whole or not may_give(self.person, offices):
            return await self._show(work, directory, draft)
        try:
            return [await self._give(work, directory, draft, offices)]
        except HandlerError as error:
            return [word_error(error, draft.language)]

    async def _open(self, work: Work) -> Directory:
        return await load_directory(work, self.place, on=self._today)

    def _read_piece(self, directory: Directory, draft: Draft) -> Draft | None:
        """Read the piece asked for; to a change an office, a day, or else what is to be done."""
        text, is_change = self.turn.text, draft.step is Step.EDIT
        if (is_change or draft.step is Step.OFFICE) and len(text.split()) <= LONGEST_OFFICE:
            offices = find_offices(directory, [text], on=self._today)
            if offices:
                return replace(draft, offices=tuple(each.id for each in offices))
        found = read_pieces(text, today=self._today, calendar=self.calendar)
        if is_change or (draft.step is Step.DAY and found.last_day):
            return found.fill(draft)
        if draft.step is Step.CONTENT:
            return replace(draft, content=capital(text))
        return None

    async def _show(self, work: Work, directory: Directory, draft: Draft) -> Sequence[Reply]:
        """Ask for what is missing or show what would be given; refuse what may not be."""
        offices = _find_named(directory, draft)
        if not may_give(self.person, offices):
            return [Reply(say_refusal(self.person, draft.language))]
        draft = replace(draft, step=draft.missing)
        if draft.step is Step.REVIEW:
            reply, draft = self._preview(directory, draft, offices)
        elif draft.step is Step.OFFICE:
            reply = self._ask_office(directory, draft)
        else:
            reply = ask_piece(draft)
        await save_draft(work, self.turn.message.address, draft, now=self.turn.now)
        return [reply]

    def _preview(
        self, directory: Directory, draft: Draft, offices: Sequence[Office]
    ) -> tuple[Reply, Draft]:
        """Show what would be given; what cannot be is to be changed first."""
        try:
            check_work(directory, _build(draft, offices), today=self._today)
        except HandlerError as error:
            return word_error(error, draft.language), replace(draft, step=Step.EDIT)
        members = [m for o in offices for m in find_members(directory, o, today=self._today)]
        return word_preview(draft, offices, members, self.calendar), draft

    def _ask_office(self, directory: Directory, draft: Draft) -> Reply:
        typed = draft.content if draft.content else self.turn.text
        near = find_near(directory, typed, on=self._today)
        return ask_office(near, draft.language)

    async def _give(
        self, work: Work, directory: Directory, draft: Draft, offices: Sequence[Office]
    ) -> Reply:
        now, address = self.turn.now, self.turn.message.address
        new = _build(draft, offices)
        given = await give_out(
            work, directory, new, by=self.person, now=now, calendar=self.calendar
        )
        await end_draft(work, address, Outcome.GIVEN, now=now)
        await remember_list(work, address, [due.id for due in given.due_days], now=now)
        return word_given(
            given.due_days,
            given.told,
            given.unlinked,
            now=now,
            calendar=self.calendar,
            language=draft.language,
        )


def _find_named(directory: Directory, draft: Draft) -> list[Office]:
    return [directory.offices[each] for each in draft.offices if each in directory.offices]


def _build(draft: Draft, offices: Sequence[Office]) -> NewWork:
    assert draft.last_day
    return NewWork(
        tuple(offices),
        draft.content,
        draft.last_day,
        timeframe=draft.timeframe,
        document=draft.document,
    )


def say_refusal(person: Person, language: str) -> str:
    """Say to whom somebody may give work: a head to the own office, an officer to none."""
    return say("assigning_own_only" if is_head(person) else "assigning_not_allowed", language)


def word_error(error: HandlerError, language: str) -> Reply:
    """Say why work cannot be given out as it stands."""
    return Reply(say(f"error_{error.code}", language, **error.facts))
