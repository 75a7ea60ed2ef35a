"""Questions: understood, searched, decided, answered with their source or refused."""

import datetime as dt
import json
from collections.abc import Mapping, Sequence

from handlers.answers import Answer, compose, compose_each
from handlers.library import Found, Library
from handlers.messages import Button, Reply
from handlers.places import own_place
from handlers.profile import describe_profile
from handlers.texts import say
from handlers.turn import Effect, Turn
from knowledge.answering import Candidate, Choice, Outcome, Reason, choose
from knowledge.questions.language import Language
from knowledge.questions.places import LocalityName
from knowledge.questions.rules import Asked
from knowledge.questions.understanding import Question, carry_over, is_follow_up, understand
from storage.database import Database
from storage.values import Dialogue, Locality
from storage.work import Work

KIND = "question"
VERSION = 1
REMEMBERED = dt.timedelta(hours=1)
MOST_TURNS = 3


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
    ) -> Answer:
        """Answer a question, read against the earlier ones of the same chat."""
        async with self._database.read() as work:
            places = await work.localities.list_all()
        own = place or own_place(places, self._place_name)
        names = [LocalityName(p.id, p.name) for p in places]
        question = _understand(text, earlier, names, today)
        profile = self._find_profile(question, places, own)
        if profile:
            return profile
        shelf = await self._library.search(question, self._database, places)
        choice = choose(
            question,
            [f.candidate for f in shelf.found],
            shelf.held,
            own=own.id if own else None,
            related_from=self._library.related_from,
        )
        return _answer(question, choice, shelf.found, places=places, own=own)

    def _find_profile(
        self, question: Question, places: Sequence[Locality], own: Locality | None
    ) -> Answer | None:
        if question.main is not Asked.PROFILE:
            return None
        named = [p for p in places if p.id in question.localities]
        place = named[0] if named else own
        text = describe_profile(place, question.text, question.language) if place else None
        return Answer("other", text) if text else None


def _understand(
    text: str, earlier: Sequence[str], names: Sequence[LocalityName], today: dt.date
) -> Question:
    question = understand(text, names, today)
    if not earlier:
        return question
    is_place_only = not question.terms and bool(question.localities)
    if is_place_only or is_follow_up(question):
        before = _understand(earlier[-1], earlier[:-1], names, today)
        return carry_over(question, before)
    return question


def _answer(
    question: Question,
    choice: Choice,
    found: Sequence[Found],
    *,
    places: Sequence[Locality],
    own: Locality | None,
) -> Answer:
    if choice.outcome is Outcome.AMBIGUOUS:
        names = tuple(p.name for p in places if p.id in choice.localities)
        text = say("ask_place", question.language, places="; ".join(names))
        return Answer("ambiguous", text, choices=names)
    if choice.outcome is Outcome.NOT_FOUND:
        return Answer("not_found", _refuse(question, choice, places, own), reason=choice.reason)
    rows = _with_plans(choice.rows, found)
    several = len(question.localities) > 1
    return (compose_each if several else compose)(question, rows)


def _with_plans(rows: Sequence[Candidate], found: Sequence[Found]) -> list[Found]:
    plans = {id(f.candidate.fact): f.plan for f in found}
    return [Found(row, plans[id(row.fact)]) for row in rows]


def _refuse(
    question: Question, choice: Choice, places: Sequence[Locality], own: Locality | None
) -> str:
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
        earlier = _earlier(turn)
        answer = await self._questions.answer(
            turn.text, today=turn.today, earlier=earlier, place=turn.place
        )
        asked = [*earlier, turn.text][-MOST_TURNS:]
        state = json.dumps({"asked": asked, "language": turn.language}, ensure_ascii=False)

        async def effect(work: Work) -> Sequence[Reply]:
            dialogue = Dialogue(KIND, VERSION, state, turn.now)
            await work.dialogues.save(turn.message.address, dialogue)
            return [_reply(answer, turn)]

        return effect


def chat_language(dialogues: Mapping[str, Dialogue]) -> Language:
    """Give the language of the chat's last question, Vietnamese where there is none."""
    dialogue = dialogues.get(KIND)
    if dialogue is None or dialogue.version != VERSION:
        return "vi"
    return "en" if json.loads(dialogue.state).get("language") == "en" else "vi"


def _earlier(turn: Turn) -> list[str]:
    dialogue = turn.dialogues.get(KIND)
    if dialogue is None or dialogue.version != VERSION:
        return []
    if turn.now - dialogue.updated_at > REMEMBERED:
        return []
    return list(json.loads(dialogue.state)["asked"])


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
