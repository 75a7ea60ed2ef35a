"""Questions in a conversation: answered, remembered, with what may be pressed next."""

from collections.abc import Mapping, Sequence

from handlers.faq.service import keep_question
from handlers.messages import Reply
from handlers.questions.answers import Answer
from handlers.questions.buttons import buttons_for
from handlers.questions.memory import KIND, VERSION, dump_memory, load_language, load_memory
from handlers.questions.service import Questions
from handlers.turn import Effect, Turn
from knowledge.answering import Reason
from knowledge.questions.language import Language
from storage.values import Dialogue, KeptFor
from storage.work import Work

# Questions of a place that the plans could have answered: the clerk may.
KEPT = (Reason.NOTHING_CLOSE, Reason.NO_AMOUNT, Reason.NOTHING_HELD)


class QuestionSkill:
    """Answer whatever no other skill took."""

    def __init__(self, questions: Questions) -> None:
        self._questions = questions

    async def take(self, turn: Turn) -> Effect | None:
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
            if answer.reason in KEPT:
                place = turn.place.id if turn.place else None
                await keep_question(work, place, turn.text, KeptFor.NOT_FOUND, now=turn.now)
            work.notes.add("answer", answer.status)
            is_official = turn.person is not None
            return [word_reply(answer, turn.language, is_official=is_official)]

        return effect


def chat_language(dialogues: Mapping[str, Dialogue]) -> Language:
    """Give the language of the chat's last question, Vietnamese where there is none."""
    return "en" if load_language(dialogues.get(KIND)) == "en" else "vi"


def word_reply(answer: Answer, language: str, *, is_official: bool) -> Reply:
    """Put an answer as a chat shows it, with what may be pressed next."""
    buttons = buttons_for(answer, language=language, is_official=is_official)
    return Reply(answer.text, buttons, numbered=len(answer.offers))
