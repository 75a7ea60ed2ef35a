"""Opening a handover: the question goes to the officials, or to the clerk's list without any."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from handlers.buttons import make_button
from handlers.cases.status import describe_state
from handlers.faq.service import keep_question
from handlers.handover.hours import say_when
from handlers.handover.officials import find_officials, tell_officials
from handlers.handover.standing import KIND, OPEN, Standing, save_standing
from handlers.messages import Button, Reply
from handlers.office.profile import describe_profile
from handlers.questions import memory
from handlers.texts import say
from handlers.texts.forms import clip
from knowledge.calendar import Calendar
from storage.values import Address, Case, Dialogue, Handover, KeptFor, Locality
from storage.work import Work

MOST_A_DAY = 10  # handovers that one address may open: each tells every official
DAY = dt.timedelta(days=1)
LONGEST_QUOTE = 200  # characters of the question that the citizen is shown again


@dataclass(frozen=True, slots=True)
class Request:
    """What a citizen wants passed on, from where; `standing` holds the question and the mood."""

    citizen: Address
    place: Locality
    standing: Standing
    now: dt.datetime


async def open_handover(work: Work, request: Request, calendar: Calendar) -> Sequence[Reply]:
    """Open a handover and tell the officials; without any, keep the question and say so."""
    place, standing, now = request.place, request.standing, request.now
    case = await _latest_case(work, request) if standing.complaint else None
    officials = await find_officials(work, place.id, now=now, but=request.citizen)
    if not officials:
        await work.dialogues.remove(request.citizen, KIND)
        await keep_question(work, place.id, standing.question, KeptFor.NOT_FOUND, now=now)
        return [Reply(_say_nobody(request, case))]
    if await work.handovers.count_opened(request.citizen, since=now - DAY) >= MOST_A_DAY:
        await work.dialogues.remove(request.citizen, KIND)
        return [Reply(_say_too_often(request))]
    handover = await work.handovers.open(
        request.citizen,
        standing.question,
        locality_id=place.id,
        language=standing.language,
        now=now,
    )
    if standing.complaint not in ("", standing.question):
        await work.handovers.add_message(handover, standing.complaint, needs_answer=True, now=now)
    await _mark_open(work, request)
    await tell_officials(work, handover, _notice(handover, request, case), now=now)
    return [Reply(_say_opened(request, case, calendar), (end_button(standing.language),))]


async def _mark_open(work: Work, request: Request) -> None:
    """Let the next messages go to the officials; the questions so far are theirs now."""
    citizen, standing, now = request.citizen, request.standing, request.now
    heard = replace(standing, step=OPEN, question="", complaint="")
    await save_standing(work, citizen, heard, now=now)
    state = memory.dump_memory(memory.Memory(), standing.language)
    forgotten = Dialogue(memory.KIND, memory.VERSION, state, now)
    await work.dialogues.save(citizen, forgotten)


def end_button(language: str) -> Button:
    """Offer to end the conversation with the officials."""
    return make_button("end_handover", language)


async def _latest_case(work: Work, request: Request) -> Case | None:
    cases = await work.cases.of_sender(request.citizen)
    return next((case for case in cases if case.locality_id == request.place.id), None)


def _say_opened(request: Request, case: Case | None, calendar: Calendar) -> str:
    standing, profile = request.standing, request.place.profile
    language = standing.language
    phone = profile.get("office.phone")
    lines = [
        _sorry(
            standing,
            say(
                "handover_opened",
                language,
                place=request.place.name,
                question=clip(standing.question, LONGEST_QUOTE),
            ),
        ),
        say_when(profile, language, now=request.now, calendar=calendar)
        + (" " + say("handover_urgent", language, phone=phone) if phone else ""),
        *_say_case(case, language),
        say("handover_silent", language),
    ]
    return "\n".join(lines)


def _sorry(standing: Standing, text: str) -> str:
    apology = say("handover_sorry", standing.language)
    return f"{apology} {text}" if standing.complaint else text


def _say_case(case: Case | None, language: str) -> list[str]:
    if case is None:
        return []
    return [say("handover_case", language, case=describe_state(case, language))]


def _say_nobody(request: Request, case: Case | None) -> str:
    standing, language = request.standing, request.standing.language
    text = say("handover_nobody", language, place=request.place.name)
    contact = say_contact(request.place, language)
    return "\n".join([_sorry(standing, text), *_say_case(case, language), contact])


def _say_too_often(request: Request) -> str:
    language = request.standing.language
    text = say("handover_too_often", language, most=MOST_A_DAY)
    return f"{text}\n{say_contact(request.place, language)}"


def say_contact(place: Locality, language: str) -> str:
    """Say how an office is reached: phone, address, hours as entered, or to go there."""
    said = (describe_profile(place, asked, language) for asked in ("địa chỉ", ""))
    lines = dict.fromkeys(line for text in said if text for line in text.splitlines())
    return "\n".join(lines) or say("handover_go_there", language, place=place.name)


def _notice(handover: Handover, request: Request, case: Case | None) -> Reply:
    """Tell the officials, in Vietnamese, what a citizen asks."""
    key = "handover_notice_impatient" if request.standing.complaint else "handover_notice"
    text = say(key, number=handover.id, question=handover.question)
    if case:
        text += " " + say("handover_notice_case", code=case.code)
    return Reply(
        f"{text}\n{say('handover_notice_foot', number=handover.id)}", buttons_for(handover)
    )


def buttons_for(handover: Handover, language: str = "vi") -> tuple[Button, ...]:
    """Offer an official to answer and, where nobody has, to take a handover."""
    verbs = ("take", "answer") if handover.person_id is None else ("answer",)
    return tuple(make_button(f"{verb}_handover", language, number=handover.id) for verb in verbs)
