"""Several things asked in one message, answered in one reply that ends with what is offered."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.buttons import make_button
from handlers.messages import Button
from handlers.questions.answers import Answer, Offer
from handlers.questions.memory import Memory
from handlers.texts import say
from handlers.texts.forms import clip

MOST_CITED = 12
LONGEST = 1300  # characters of all parts together
MOST_OFFERS = 4
LONGEST_QUOTED = 80


def combine(answers: Sequence[Answer], *, language: str, more: int = 0) -> Answer:
    """Put the answers to one message's parts together; `more` parts were left out."""
    fitting = _fit(answers)
    answers, more = fitting, more + len(answers) - len(fitting)
    main = next((each for each in answers if each.status == "answered"), answers[0])
    texts = [each.text for each in answers]
    if more:
        texts.append(say("parts_left", language, count=more))
    offers = {o.button.says: o for each in answers for o in each.offers}
    joined = replace(
        main,
        text="\n\n".join(dict.fromkeys(texts)),
        citations=tuple(dict.fromkeys(c for each in answers for c in each.citations))[:MOST_CITED],
        basis=tuple(dict.fromkeys(text for each in answers for text in each.basis)),
        offers=tuple(offers.values())[:MOST_OFFERS] if len(answers) > 1 else main.offers,
        reason=next((each.reason for each in answers if each.reason), None),
        memory=answers[-1].memory,
    )
    return _say_offers(joined, language)


def _fit(answers: Sequence[Answer]) -> list[Answer]:
    """Leave out what would make a reply too long to be read; the first answer always stays."""
    kept, length = list(answers[:1]), len(answers[0].text)
    for answer in answers[1:]:
        if length + len(answer.text) <= LONGEST:
            kept.append(answer)
            length += len(answer.text)
    return kept


def _say_offers(answer: Answer, language: str) -> Answer:
    """Say what each number stands for, where that is not plain already."""
    if not any(offer.phrase for offer in answer.offers):
        return answer
    listed = ", ".join(
        say("offer_item", language, number=number, phrase=offer.phrase)
        for number, offer in enumerate(answer.offers, 1)
        if offer.phrase
    )
    return replace(answer, text=f"{answer.text} {say('offers', language, listed=listed)}")


def ask_about_grievance(part: str, memory: Memory, language: str) -> Answer:
    """Ask whether what is wrong, told beside a question, is to be sent as feedback (PAKN)."""
    told = part.rstrip(" .!?,;")
    label = make_button("feedback", language).label
    button = Button(label, say("says_feedback_about", language, part=told))
    return Answer(
        "other",
        say("grievance_beside", language, part=clip(told, LONGEST_QUOTED)),
        offers=(Offer(button, say("offer_feedback", language)),),
        memory=memory,
    )
