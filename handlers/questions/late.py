"""Questions about late work: officials have a list of it, others are not told."""

from handlers.questions.answers import Answer
from handlers.questions.memory import Memory
from handlers.texts import say
from knowledge.questions.understanding import Question


def answer_late(question: Question, memory: Memory, *, is_official: bool) -> Answer:
    """Point an official to the list, which shows each what they may see; tell nobody else."""
    key = "late_ask_list" if is_official else "late_not_told"
    return Answer("other", say(key, question.language), memory=memory)
