"""Every message of every channel: read what is known, let the first fitting skill take it."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import replace

from handlers.alarms import with_warning
from handlers.cases.arrears import tell_arrears
from handlers.choices import KIND as CHOICES
from handlers.choices import find_choice, remember_choices
from handlers.courtesy import greet
from handlers.dialogues import find_typed
from handlers.faq.ratings import is_rating
from handlers.handover import is_open
from handlers.messages import Message, Reply
from handlers.people.farewell import with_farewell
from handlers.places import own_place
from handlers.questions.skill import chat_language
from handlers.texts import say
from handlers.turn import Effect, Skill, Turn, only_say
from knowledge.questions.language import detect
from storage.database import Database
from storage.values import Address, Locality
from storage.work import Work

LONGEST = 4000


class Conversation:
    """Answer messages; `place_name` is the locality that the chat itself belongs to.

    `menus` are the kinds of channels that show buttons as a numbered menu.
    """

    def __init__(
        self,
        database: Database,
        skills: Sequence[Skill],
        *,
        place_name: str | None = None,
        menus: Collection[str] = (),
    ) -> None:
        self._database = database
        self._skills = skills
        self._place_name = place_name
        self._menus = frozenset(menus)

    async def respond(self, message: Message, *, now: dt.datetime) -> Effect:
        """Think about a message outside any transaction; return what comes of it."""
        turn = _choose(await self._turn(message, now))
        effect = with_warning(turn, await self._think(turn))
        as_menu = message.address.kind in self._menus
        return _with_choices(turn, with_farewell(turn, effect), as_menu=as_menu)

    async def _think(self, turn: Turn) -> Effect:
        for skill in self._skills:
            effect = await skill.take(turn)
            if effect is not None:
                return effect
        return only_say(greet(turn))

    async def _turn(self, message: Message, now: dt.datetime) -> Turn:
        async with self._database.read() as work:
            dialogues = await work.dialogues.of(message.address)
            places = await work.localities.list_all()
            turn = Turn(
                message=message,
                language=detect(message.text, chat_language(dialogues)),
                now=now,
                dialogues=dialogues,
                person=None,
                places=places,
                place=await self._find_place(work, message.address, places),
            )
            return await _with_person(turn, work)

    async def _find_place(
        self, work: Work, address: Address, places: Sequence[Locality]
    ) -> Locality | None:
        """Find the place whose bot or account is written to, else the installation's own."""
        account = await work.accounts.find(address.channel)
        if account and account.locality_id:
            return next(place for place in places if place.id == account.locality_id)
        return own_place(places, self._place_name)


def _choose(turn: Turn) -> Turn:
    """Read a number as the button of the last reply that it stands for.

    While a handover is open it is what the official asked for.
    """
    if is_open(turn):
        return turn
    says = find_choice(turn.text.strip(" .!?,"), turn.dialogues, now=turn.now)
    return replace(turn, message=replace(turn.message, text=says)) if says else turn


def _with_choices(turn: Turn, effect: Effect, *, as_menu: bool) -> Effect:
    async def both(work: Work) -> Sequence[Reply]:
        if turn.person and turn.person.is_unreachable:
            await work.people.set_unreachable(turn.person.id, None)
        arrears = await tell_arrears(work, turn.message.address, now=turn.now)
        replies = [*arrears, *await effect(work)]
        had = CHOICES in turn.dialogues
        await remember_choices(
            work, turn.message.address, replies, had=had, as_menu=as_menu, now=turn.now
        )
        return replies

    return both


async def _with_person(turn: Turn, work: Work) -> Turn:
    person = await work.people.find(turn.message.address, on=turn.today)
    if person is None:
        return turn
    place = next((p for p in turn.places if p.id == person.locality_id), turn.place)
    return replace(turn, person=person, place=place)


def _refuse(turn: Turn) -> Reply | None:
    says_nothing = not any(letter.isalnum() for letter in turn.text)
    if says_nothing and not is_rating(turn.message.text) and not is_open(turn):
        return None if _brings_files(turn) else Reply(say("nothing_read", turn.language))
    if len(turn.text) > LONGEST:
        return Reply(say("too_long", turn.language, limit=LONGEST))
    return None


class UnreadSkill:
    """Refuse what has no words, or too many; to be asked after what keeps a channel closed."""

    async def take(self, turn: Turn) -> Effect | None:
        """Say why a message cannot be read."""
        refusal = _refuse(turn)
        return only_say(refusal) if refusal else None


def _brings_files(turn: Turn) -> bool:
    """Tell whether files came, which say something without a word."""
    return bool(turn.message.attachments)


class StaleDialogueSkill:
    """Close politely a dialogue that another version of the program has left."""

    def __init__(self, kind: str, version: int) -> None:
        self._kind = kind
        self._version = version

    async def take(self, turn: Turn) -> Effect | None:
        """Give the text back when the dialogue cannot be read."""
        dialogue = turn.dialogues.get(self._kind)
        if dialogue is None or dialogue.version == self._version:
            return None

        async def effect(work: Work) -> Sequence[Reply]:
            await work.dialogues.remove(turn.message.address, self._kind)
            text = say("dialogue_from_other_version", turn.language, text=find_typed(dialogue))
            return [Reply(text)]

        return effect


class CancelSkill:
    """Answer "hủy" when there is nothing to cancel."""

    async def take(self, turn: Turn) -> Effect | None:
        """Say that nothing is half done."""
        if turn.folded not in ("huy", "cancel"):
            return None
        return only_say(Reply(say("nothing_to_cancel", turn.language)))
