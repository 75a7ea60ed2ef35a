"""Questions: read after what came before them, and answered from the scope they are about."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from handlers.faq.wording import compose_faq
from handlers.library.scopes import Library, Row
from handlers.places import own_place
from handlers.questions.answers import Answer, compose
from handlers.questions.asking import Asker, Asking
from handlers.questions.computed import compute_document, say_profile
from handlers.questions.late import answer_late
from handlers.questions.listings import compose_facts, compose_next
from handlers.questions.memory import Memory
from handlers.questions.partners import find_partner_of
from handlers.questions.refusals import refuse_early
from handlers.questions.rowview import view_row
from handlers.questions.searching import Searching
from handlers.questions.several import ask_about_grievance, combine
from handlers.questions.trace import UNTRACED, Trace, Way
from handlers.reporting import compute_report
from knowledge.listing import asks_for_late
from knowledge.questions.following import Step, carry_over, find_following
from knowledge.questions.grievances import is_grievance
from knowledge.questions.intents import read_intents
from knowledge.questions.language import detect
from knowledge.questions.understanding import Question
from knowledge.search.base import Vector
from storage.database import Database
from storage.values import Locality


class Questions:
    """Answer a question from the confirmed plans, the office's own words and its rules."""

    def __init__(
        self, database: Database, library: Library, *, place_name: str | None = None
    ) -> None:
        self._database = database
        self._library = library
        self._place_name = place_name

    async def warm_up(self) -> None:
        """Load the model and what citizens of the chat's own place are answered from."""
        async with self._database.read() as work:
            places = await work.localities.list_all()
        own = own_place(places, self._place_name)
        if own:
            allowed = Asker(places, own, dt.date.min).allowed
            await self._library.open(self._database, allowed, only_public=True)
        await self._library.embed_texts(["…"])

    async def answer(
        self,
        text: str,
        *,
        today: dt.date,
        earlier: Sequence[str] = (),
        place: Locality | None = None,
        memory: Memory | None = None,
        is_official: bool = False,
        trace: Trace = UNTRACED,
    ) -> Answer:
        """Answer a question after the earlier ones of its chat, or after what is remembered.

        A `trace` is told how the answer comes about.
        """
        async with self._database.read() as work:
            places = await work.localities.list_all()
        own = place or own_place(places, self._place_name)
        asker = Asker(places, own, today, is_official, trace)
        memory = memory or Memory()
        for each in earlier:
            memory = (await self._answer_parts(each, asker, memory)).memory
        return await self._answer_parts(text, asker, memory)

    async def _answer_parts(self, text: str, asker: Asker, memory: Memory) -> Answer:
        """Answer each of the things that one message asks, one after another."""
        language = detect(text)
        intents = read_intents(text, language)
        if len(intents.parts) < 2:
            return combine([await self._answer(text, asker, memory)], language=language)
        answers: list[Answer] = []
        for part in intents.parts:
            before = answers[-1].memory if answers else memory
            if not asker.is_official and is_grievance(part):
                asker.trace.begin(part, way=Way.GRIEVANCE)
                answers.append(ask_about_grievance(part, before, language))
            else:
                answers.append(await self._answer(part, asker, before))
        if not intents.is_sure and any(each.status == "not_found" for each in answers):
            whole = await self._answer(text, asker, memory)
            answers = [whole] if whole.citations else answers
        return combine(answers, more=intents.more, language=language)

    async def _answer(self, text: str, asker: Asker, memory: Memory) -> Answer:
        places = asker.find_scope([*memory.asked, text])
        scope = await self._library.open(
            self._database,
            places,
            only_public=not asker.is_official,
            own=asker.own,
        )
        asking = Asking(asker, scope)
        question = asking.read(text)
        asker.trace.begin(text, places=places, scope=scope, question=question)
        rows = [scope.rows[key] for key in memory.rows if key in scope.rows]
        about_rows = _answer_about_rows(text, question, rows, asking=asking, memory=memory)
        if about_rows:
            asker.trace.note(way=Way.FOLLOWING)
            return about_rows
        before = asking.read_after(memory.asked)
        if before and find_following(question, len(rows)).step is Step.CARRY:
            question = carry_over(question, before)
            asker.trace.note(question=question)
        return await self._answer_afresh(question, asking, memory)

    async def _answer_afresh(self, question: Question, asking: Asking, memory: Memory) -> Answer:
        trace, related_from = asking.trace, self._library.related_from
        if asks_for_late(question):
            trace.note(way=Way.LATE)
            return answer_late(question, memory, is_official=asking.is_official)
        vector = await self._library.embed(question)
        own_words, is_same = self._find_own_words(question, vector, asking, memory)
        if own_words and is_same:
            trace.note(way=Way.OWN_WORDS)
            return own_words
        answer = _compute(question, asking, memory)
        trace.note(way=Way.COMPUTED)
        if answer is None:
            comparison = await self._library.compare(question, vector, asking.scope)
            answer = Searching(question, asking, comparison, related_from).answer(memory)
        if own_words and answer.status == "not_found":
            trace.note(way=Way.OWN_WORDS)
            return own_words
        return answer

    def _find_own_words(
        self, question: Question, vector: Vector | None, asking: Asking, memory: Memory
    ) -> tuple[Answer | None, bool]:
        """Find what the office has answered itself, and whether to this very question."""
        entries = asking.scope.faq_entries
        among = [k for k, e in entries.items() if asking.may_answer(question, e.locality_id)]
        related_from = self._library.related_from
        hit = asking.scope.faq.find(question, vector, related_from, among=among)
        if asking.trace.is_wanted:
            near = asking.scope.faq.list_near(question, vector, related_from, among=among)
            asking.trace.note(near=near, related_from=related_from)
        if hit is None:
            return None, False
        entry = entries[hit.key]
        place = next(p for p in asking.asker.places if p.id == entry.locality_id)
        office = place.profile.get("office.name") or f"UBND {place.name}"
        answer = compose_faq(entry, question, memory, office=office, is_same=hit.is_same)
        return answer, hit.is_same


def _answer_about_rows(
    text: str, question: Question, rows: Sequence[Row], *, asking: Asking, memory: Memory
) -> Answer | None:
    """Answer what is asked of the rows of the last reply; None where something else is asked."""
    viewed = view_row(text, rows, memory, question.language)
    if viewed:
        return viewed
    following = find_following(question, len(rows))
    if following.step is Step.MORE:
        return compose_next(question, rows, memory)
    if following.step is Step.NTH:
        at = following.number - 1 if following.number > 0 else len(rows) - 1
        return _tell(question, asking, rows, replace(memory, focus=at))
    if following.step is Step.ROWS:
        return _tell(question, asking, rows, memory)
    return None


def _tell(question: Question, asking: Asking, rows: Sequence[Row], memory: Memory) -> Answer:
    """Answer about rows of the last reply: the one spoken of, or each of a list."""
    if memory.focus is None:
        return compose_facts(question, rows, memory)
    row = rows[memory.focus]
    partner = find_partner_of(row, asking.scope)
    answer = compose(question, [row], partner, today=asking.today, is_known=True)
    return replace(answer, memory=memory)


def _compute(question: Question, asking: Asking, memory: Memory) -> Answer | None:
    """Answer what needs no search: the office, its reports, a document, what is never ours."""
    for compute in (say_profile, compute_report, compute_document):
        answer = compute(question, asking, memory)
        if answer:
            return answer
    refused = refuse_early(question, asking)
    return replace(refused, memory=memory) if refused else None
