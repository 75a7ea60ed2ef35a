"""What an official does with one citizen's question, as effects on it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from handlers.buttons import make_button, make_word_button
from handlers.handover.answering import give_answer, word_answer
from handlers.handover.commands import Command
from handlers.handover.doing import finish, seize
from handlers.handover.drafts import REVIEW, SENT, WRITING, Draft, close_unfit, save_draft
from handlers.handover.officials import find_person
from handlers.handover.wording import word_conversation
from handlers.messages import Button, Reply
from handlers.texts import say
from handlers.texts.forms import clip
from handlers.turn import Turn
from storage.values import Handover, HandoverState, Person
from storage.work import Work

LONGEST_QUOTE = 300


@dataclass(frozen=True, slots=True)
class Deed:
    """An official's command about a handover of their own place, held in this transaction."""

    work: Work
    turn: Turn
    person: Person
    handover: Handover
    command: Command

    @property
    def is_closed(self) -> bool:
        """Tell whether it is too late."""
        return self.handover.state is HandoverState.CLOSED

    @property
    def is_anothers(self) -> bool:
        """Tell whether another official has taken it."""
        return self.handover.person_id not in (None, self.person.id)

    def say(self, key: str, **facts: object) -> str:
        """Say a sentence about this handover in the official's language."""
        return say(key, self.command.language, number=self.handover.id, **facts)

    def button(self, verb: str) -> Button:
        """Offer to do something with this handover."""
        return make_button(f"{verb}_handover", self.command.language, number=self.handover.id)

    @property
    def place(self) -> str:
        """Name the official's place."""
        return self.turn.place.name if self.turn.place else ""


async def refuse(deed: Deed) -> Sequence[Reply]:
    """Say that a handover has ended, or who has taken it; nothing where it can be acted on."""
    if deed.is_closed:
        was_writing = await close_unfit(deed.work, deed.turn, deed.handover.id)
        key = "handover_draft_unfit" if was_writing else "handover_closed_already"
        return [Reply(deed.say(key))]
    if deed.is_anothers:
        taker = await find_person(deed.work, deed.handover.person_id, now=deed.turn.now)
        name = taker.name if taker else ""
        return [Reply(deed.say("handover_taken_by", name=name), (deed.button("take_over"),))]
    return ()


async def show(deed: Deed) -> Sequence[Reply]:
    """Show the conversation."""
    return [await _conversation(deed, deed.say("handover_head"))]


async def take(deed: Deed) -> Sequence[Reply]:
    """Take a handover that nobody has."""
    refusal = await refuse(deed)
    if refusal:
        return refusal
    if deed.handover.person_id == deed.person.id:
        return [await _conversation(deed, deed.say("handover_yours"))]
    taken = await _seize(deed)
    return [await _conversation(taken, deed.say("handover_taken"))]


async def take_over(deed: Deed) -> Sequence[Reply]:
    """Take a handover from the official who has it, and tell that official."""
    if deed.is_closed or not deed.is_anothers:
        return await take(deed)
    taken = await _seize(deed)
    return [await _conversation(taken, deed.say("handover_taken"))]


async def answer(deed: Deed) -> Sequence[Reply]:
    """Take the handover if nobody has, and show the answer as the citizen will read it."""
    refusal = await refuse(deed)
    if refusal:
        return refusal
    if deed.handover.person_id is None:
        deed = await _seize(deed)
    return await write(deed, deed.command.text)


async def write(deed: Deed, text: str) -> Sequence[Reply]:
    """Show an answer for review, or ask for its words."""
    draft = Draft(REVIEW if text else WRITING, deed.handover.id, deed.command.language, text)
    await save_draft(deed.work, deed.turn.message.address, draft, now=deed.turn.now)
    language = deed.command.language
    cancel = make_word_button("cancel", language)
    if not text:
        question = clip(deed.handover.question, LONGEST_QUOTE)
        return [Reply(deed.say("handover_ask_answer", question=question), (cancel,))]
    read = word_answer(deed.handover, deed.place, text)
    buttons = (make_word_button("send", language), make_word_button("edit", language), cancel)
    return [Reply(deed.say("handover_preview", answer=read), buttons)]


async def send(deed: Deed, draft: Draft) -> Sequence[Reply]:
    """Send a reviewed answer to the citizen."""
    refusal = await refuse(deed)
    if refusal:
        return refusal if deed.is_closed else [_say_not_sent(deed, reply) for reply in refusal]
    if deed.handover.person_id is None:
        deed = await _seize(deed)
    told = await give_answer(deed.work, deed.handover, deed.place, draft.text, now=deed.turn.now)
    sent = replace(draft, step=SENT, text="")
    await save_draft(deed.work, deed.turn.message.address, sent, now=deed.turn.now)
    done = Reply(deed.say("handover_sent"), (deed.button("save"), deed.button("close")))
    return [told, done]


def _say_not_sent(deed: Deed, reply: Reply) -> Reply:
    return replace(reply, text=f"{deed.say('handover_not_sent')} {reply.text}")


async def close(deed: Deed) -> Sequence[Reply]:
    """End the conversation; the citizen is told."""
    refusal = await refuse(deed)
    if refusal:
        return refusal
    told = await finish(deed.work, deed.handover, deed.person, deed.place, now=deed.turn.now)
    return [told, Reply(deed.say("handover_close_done"))]


async def _seize(deed: Deed) -> Deed:
    taken = await seize(deed.work, deed.handover, deed.person, now=deed.turn.now)
    return replace(deed, handover=taken)


async def _conversation(deed: Deed, head: str) -> Reply:
    said = await deed.work.handovers.lines(deed.handover.id)
    return word_conversation(deed.handover, said, head=head, language=deed.command.language)
