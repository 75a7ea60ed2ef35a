"""A clerk invites an officer in chat: "mời Trần Văn An vào Văn phòng HĐND và UBND"."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from handlers import choices
from handlers.buttons import make_word_button
from handlers.dialogues import read_dialogue, write_dialogue
from handlers.errors import HandlerError
from handlers.messages import Button, Reply
from handlers.people.bots import find_seats, say_full, write_forward
from handlers.people.inviting import VALID_FOR, NewInvitation, find_office, make_invitation
from handlers.people.roles import is_official, may_invite
from handlers.texts import say
from handlers.texts.forms import write_time
from handlers.turn import Effect, Turn, only_say
from knowledge.offices import score_names
from knowledge.text import fold
from storage.values import Office, Person, Role
from storage.work import Work

KIND = "inviting"
VERSION = 1
REMEMBERED = dt.timedelta(hours=1)
LONGEST_NAME = 6  # words
LONGEST_OFFICE = 20
NEAR = 0.3  # below the score that makes one of two names: the clerk chooses
MOST_NEAR = 4
_MAKE = frozenset({"tao ma", "make code"})
_ADD = frozenset({"them don vi", "add office"})
_CANCEL = frozenset({"huy", "huy bo", "thoi", "cancel"})
_NAMELESS = frozenset({"can bo", "cong chuc", "an official"})  # what the button says
_AS = ("vai tro", "lam", "as")
_ROLES = {
    "can bo": Role.OFFICER,
    "cong chuc": Role.OFFICER,
    "officer": Role.OFFICER,
    "cong chuc dau moi": Role.CLERK,
    "dau moi": Role.CLERK,
    "clerk": Role.CLERK,
    "lanh dao": Role.LEADER,
    "leader": Role.LEADER,
    "nguoi dung dau": Role.HEAD,
    "phu trach": Role.HEAD,
    "truong don vi": Role.HEAD,
    "head": Role.HEAD,
}


@dataclass(frozen=True, slots=True)
class Asked:
    """Whom a clerk wants to invite, as typed."""

    name: str
    office: str
    role: Role = Role.OFFICER


class InvitingSkill:
    """Invite an officer on a clerk's word, after a review; `public_url` makes links of codes.

    `bot_people` is how many people a Zalo bot reaches.
    """

    def __init__(self, public_url: str, *, bot_people: int) -> None:
        self._public_url = public_url
        self._bot_people = bot_people

    async def take(self, turn: Turn) -> Effect | None:
        """Take "mời … vào …" of an official, and what answers its review."""
        person = turn.person
        if person is None or not is_official(person):
            return None
        asked = read_asked(turn.text)
        if asked and not may_invite(person, asked.role):
            return only_say(Reply(say("invite_not_allowed", turn.language)))
        if asked and fold(asked.name) in _NAMELESS:
            return only_say(Reply(say("invite_nameless", turn.language, office=asked.office)))
        if asked:
            return _review(turn, person, asked)
        state = read_dialogue(turn.dialogues.get(KIND), VERSION, now=turn.now, kept=REMEMBERED)
        if state is None or not may_invite(person):
            return None
        waiting = Asked(state["name"], state["office"], Role(state["role"]))
        if turn.folded in _CANCEL:
            return _cancel(turn) if _is_last(turn) else None
        if turn.folded in _MAKE | _ADD:
            return self._make(turn, person, waiting)
        return None

    def _make(self, turn: Turn, person: Person, asked: Asked) -> Effect:
        is_new = turn.folded in _ADD
        place = turn.place.name if turn.place else ""
        new = NewInvitation(place, asked.office, asked.name, asked.role, makes_office=is_new)

        async def effect(work: Work) -> Sequence[Reply]:
            try:
                code = await make_invitation(work, new, now=turn.now)
            except HandlerError as error:
                return await _refuse(work, turn, person, asked, error=error)
            await work.dialogues.remove(turn.message.address, KIND)
            until = write_time(turn.now + VALID_FOR, turn.language)
            made = say("invite_made", turn.language, name=asked.name, until=until)
            seats = await find_seats(work, person.locality_id, most=self._bot_people)
            told = " ".join(filter(None, (made, say_full(seats, turn.language))))
            forward = write_forward(code, new, seats.take(), self._public_url)
            return [Reply(told), Reply(forward)]

        return effect


def read_asked(text: str) -> Asked | None:
    """Read "mời <name> vào <office>[, vai trò <role>]"; None where it says something else."""
    words, folded = text.split(), fold(text).split()
    joints = [i for i, word in enumerate(folded) if word in ("vao", "to")]
    if not folded or folded[0] not in ("moi", "invite") or not joints:
        return None
    name, rest = words[1 : joints[0]], " ".join(words[joints[0] + 1 :])
    office, role = _split_role(rest)
    letters = "".join(name)
    if not 2 <= len(name) <= LONGEST_NAME or any(letter.isdigit() for letter in letters):
        return None
    if not 0 < len(office.split()) <= LONGEST_OFFICE:
        return None
    return Asked(" ".join(name).strip(" ,"), office, role)


def _split_role(text: str) -> tuple[str, Role]:
    words, folded = text.strip(" .").split(), fold(text).strip(" .")
    for said, role in sorted(_ROLES.items(), key=lambda each: -len(each[0])):
        for joint in _AS:
            if folded.endswith(f" {joint} {said}"):
                kept = words[: -len(f"{joint} {said}".split())]
                return " ".join(kept).strip(" ,;"), role
    return " ".join(words).strip(" ,;"), Role.OFFICER


def _review(turn: Turn, person: Person, asked: Asked) -> Effect:
    async def effect(work: Work) -> Sequence[Reply]:
        place = turn.place.name if turn.place else ""
        new = NewInvitation(place, asked.office, asked.name, asked.role)
        try:
            office = await find_office(work, person.locality_id, new, on=turn.today)
        except HandlerError as error:
            return await _refuse(work, turn, person, asked, error=error)
        known = Asked(asked.name, office.name, asked.role)
        await _save(work, turn, known)
        text = say("invite_review", turn.language, **_facts(known, turn.language))
        buttons = tuple(make_word_button(each, turn.language) for each in ("make_code", "cancel"))
        return [Reply(text, buttons)]

    return effect


async def _refuse(
    work: Work, turn: Turn, person: Person, asked: Asked, *, error: HandlerError
) -> Sequence[Reply]:
    if error.code == "office_unknown":
        return await _offer_near(work, turn, person, asked)
    return [Reply(say(f"error_{error.code}", turn.language, **error.facts))]


async def _offer_near(work: Work, turn: Turn, person: Person, asked: Asked) -> Sequence[Reply]:
    """Offer the offices of names like the one typed, and to add it as a new one."""
    offices = await work.offices.list_all(person.locality_id, on=turn.today)
    place = turn.place.name if turn.place else ""
    near = _rank([each for each in offices if not each.is_group], asked.office, place)
    await _save(work, turn, asked)
    says = [
        say("says_invite", turn.language, **_facts(asked, turn.language) | {"office": each.name})
        for each in near
    ]
    buttons = [Button(office.name, said) for office, said in zip(near, says, strict=True)]
    buttons.append(make_word_button("add_office", turn.language))
    key = "invite_near" if near else "invite_unknown"
    text = say(key, turn.language, office=asked.office)
    names = [f"{number}. {each.label}" for number, each in enumerate(buttons, 1)]
    return [Reply("\n".join([text, *names]), tuple(buttons), numbered=len(buttons))]


def _rank(offices: Sequence[Office], typed: str, place: str) -> list[Office]:
    scored = [
        (max(score_names(typed, name, place=place) for name in (each.name, *each.aliases)), each)
        for each in offices
    ]
    scored.sort(key=lambda pair: -pair[0])
    return [office for score, office in scored if score >= NEAR][:MOST_NEAR]


def _facts(asked: Asked, language: str) -> dict[str, str]:
    role = say(f"role_{asked.role}", language)
    return {"name": asked.name, "office": asked.office, "role": role}


async def _save(work: Work, turn: Turn, asked: Asked) -> None:
    state = {"name": asked.name, "office": asked.office, "role": asked.role.value}
    await work.dialogues.save(
        turn.message.address, write_dialogue(KIND, VERSION, state, now=turn.now)
    )


def _is_last(turn: Turn) -> bool:
    """Tell whether nothing else was begun since: "hủy" is about what was begun last."""
    own = turn.dialogues[KIND].updated_at
    others = (each for kind, each in turn.dialogues.items() if kind not in (KIND, choices.KIND))
    return all(each.updated_at <= own for each in others)


def _cancel(turn: Turn) -> Effect:
    async def effect(work: Work) -> Sequence[Reply]:
        await work.dialogues.remove(turn.message.address, KIND)
        return [Reply(say("invite_cancelled", turn.language))]

    return effect
