"""Questions: understood, searched or computed, decided, answered with their source or refused."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace

from handlers.answers import Answer, compose, compose_each, keys_of
from handlers.asking import Asking, ask_place
from handlers.computed import compute_document, compute_list, say_profile
from handlers.late import answer_late, refuse_late
from handlers.library import Library, Row, Scope
from handlers.listings import compose_facts, compose_next
from handlers.memory import KIND, VERSION, Memory, dump_memory, load_language, load_memory, remember
from handlers.messages import Button, Reply
from handlers.places import own_place
from handlers.texts import say
from handlers.turn import Effect, Turn
from knowledge.answering import Candidate, Choice, Outcome, Reason, choose, is_close
from knowledge.fitting import find_partner
from knowledge.listing import asks_for_late
from knowledge.plan import PlannedParagraph, PlannedTask
from knowledge.questions.following import Step, carry_over, find_following
from knowledge.questions.language import Language
from knowledge.questions.understanding import Question
from storage.database import Database
from storage.values import Dialogue, Locality
from storage.work import Work


class Questions:
    """Answer a question from the confirmed plans."""

    def __init__(
        self, database: Database, library: Library, *, place_name: str | None = None
    ) -> None:
        self._database = database
        self._library = library
        self._place_name = place_name

    async def answer(
        self,
        text: str,
        *,
        today: dt.date,
        earlier: Sequence[str] = (),
        place: Locality | None = None,
        memory: Memory | None = None,
        is_official: bool = False,
    ) -> Answer:
        """Answer a question after the earlier ones of its chat, or after what is remembered."""
        places, scope = await self._library.open(self._database)
        own = place or own_place(places, self._place_name)
        asking = Asking(scope, places, own, today, is_official)
        memory = memory or Memory()
        for each in earlier:
            memory = (await self._answer(each, asking, memory)).memory
        return await self._answer(text, asking, memory)

    async def _answer(self, text: str, asking: Asking, memory: Memory) -> Answer:
        question = asking.read(text)
        rows = [asking.scope.rows[key] for key in memory.rows if key in asking.scope.rows]
        following = find_following(question, len(rows))
        if following.step is Step.MORE:
            return compose_next(question, rows, memory)
        if following.step is Step.NTH:
            at = following.number - 1 if following.number > 0 else len(rows) - 1
            return _tell(question, asking, rows, replace(memory, focus=at))
        if following.step is Step.ROWS:
            return _tell(question, asking, rows, memory)
        before = asking.read_after(memory.asked)
        if before and following.step is Step.CARRY:
            question = carry_over(question, before)
        return await self._answer_afresh(question, asking, memory)

    async def _answer_afresh(self, question: Question, asking: Asking, memory: Memory) -> Answer:
        if asks_for_late(question):
            return await self._say_late(question, asking, memory)
        computed = say_profile(question, asking, memory)
        if computed is None:
            computed = compute_document(question, asking, memory)
        if computed:
            return computed
        candidates = await self._library.search(question, asking.scope)
        related_from = self._library.related_from

        def is_about(row: Row) -> bool:
            hits = (c.hit for c in candidates if c.fact is row.fact)
            return any(is_close(question, hit, related_from) for hit in hits)

        listed = compute_list(question, asking, memory, is_about)
        if listed:
            return listed
        choice = choose(
            question,
            candidates,
            asking.scope.held,
            own=asking.own.id if asking.own else None,
            related_from=related_from,
        )
        return _answer_choice(question, choice, asking, memory)

    async def _say_late(self, question: Question, asking: Asking, memory: Memory) -> Answer:
        if not asking.is_official:
            return refuse_late(question, memory)
        return await answer_late(question, asking.own, self._database, asking.today, memory)


def _tell(question: Question, asking: Asking, rows: Sequence[Row], memory: Memory) -> Answer:
    """Answer about rows of the last reply: the one spoken of, or each of a list."""
    if memory.focus is None:
        return compose_facts(question, rows, memory)
    row = rows[memory.focus]
    answer = compose(question, [row], _find_partner(row, asking.scope))
    return replace(answer, memory=memory)


def _answer_choice(question: Question, choice: Choice, asking: Asking, memory: Memory) -> Answer:
    if choice.outcome is Outcome.AMBIGUOUS:
        return ask_place(question, choice.localities, asking, memory)
    if choice.outcome is Outcome.NOT_FOUND:
        text = _refuse(question, choice, asking)
        kept = remember(memory, question.text, ())
        return Answer("not_found", text, reason=choice.reason, memory=kept)
    rows = _rows_of(choice.rows, asking.scope)
    kept = remember(memory, question.text, keys_of(rows))
    if len(choice.localities) > 1:
        return replace(compose_each(question, rows), memory=kept)
    answer = compose(question, rows, _find_partner(rows[0], asking.scope))
    return replace(answer, memory=kept)


def _rows_of(candidates: Sequence[Candidate], scope: Scope) -> list[Row]:
    return [scope.find(candidate.fact) for candidate in candidates]


def _find_partner(row: Row, scope: Scope) -> PlannedTask | None:
    """Find the task that a paragraph tells the circumstances of."""
    if not isinstance(row.fact, PlannedParagraph):
        return None
    return find_partner(
        row.fact,
        (
            each.fact
            for each in scope.rows.values()
            if each.plan.id == row.plan.id and isinstance(each.fact, PlannedTask)
        ),
    )


def _refuse(question: Question, choice: Choice, asking: Asking) -> str:
    places, own = asking.places, asking.own
    names = [p.name for p in places if not question.localities or p.id in question.localities]
    facts = {
        "place": question.unknown_place,
        "held": "; ".join(names),
        "year": question.time.year,
        "years": ", ".join(map(str, choice.years)),
    }
    key = choice.reason or Reason.NOTHING_CLOSE
    if not places:
        key = Reason.NOTHING_HELD
    refusal = say(f"refused_{key.value}", question.language, **facts)
    phone = own.profile.get("office.phone") if own else None
    return f"{refusal} {say('call_office', question.language, phone=phone)}" if phone else refusal


class QuestionSkill:
    """Answer whatever no other skill took."""

    def __init__(self, questions: Questions) -> None:
        self._questions = questions

    async def take(self, turn: Turn) -> Effect:
        """Answer the message as a question, and remember it for a follow-up."""
        memory = load_memory(turn.dialogues.get(KIND), now=turn.now)
        answer = await self._questions.answer(
            turn.text,
            today=turn.today,
            place=turn.place,
            memory=memory,
            is_official=turn.person is not None,
        )
        state = dump_memory(answer.memory, turn.language)

        async def effect(work: Work) -> Sequence[Reply]:
            dialogue = Dialogue(KIND, VERSION, state, turn.now)
            await work.dialogues.save(turn.message.address, dialogue)
            return [_reply(answer, turn)]

        return effect


def chat_language(dialogues: Mapping[str, Dialogue]) -> Language:
    """Give the language of the chat's last question, Vietnamese where there is none."""
    return "en" if load_language(dialogues.get(KIND)) == "en" else "vi"


def _reply(answer: Answer, turn: Turn) -> Reply:
    if turn.person and answer.reason is Reason.NOTHING_CLOSE:
        return Reply(say("refused_officer", turn.language))
    return Reply(answer.text, _buttons(answer, turn.language))


def _buttons(answer: Answer, language: str) -> tuple[Button, ...]:
    if answer.choices:
        return tuple(Button(name, name) for name in answer.choices[:8])
    if answer.status == "not_found":
        label = say("button_feedback", language)
        return (Button(label, label),)
    return ()
