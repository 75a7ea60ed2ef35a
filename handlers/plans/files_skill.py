"""A clerk sends a document in chat: it is read, named, and added on the clerk's word."""

import asyncio
from collections.abc import Sequence

from handlers.buttons import make_button
from handlers.dialogues import read_dialogue, write_dialogue
from handlers.errors import HandlerError
from handlers.intake import drafts
from handlers.messages import Attachment, Reply
from handlers.people.roles import is_clerk
from handlers.places import name_office
from handlers.plans.notices import draft_buttons
from handlers.plans.service import Plans
from handlers.plans.values import ImportReport, Outcome
from handlers.sources import describe_document
from handlers.texts import say
from handlers.turn import Effect, Turn, only_say
from knowledge.errors import KnowledgeError
from knowledge.files.sniff import FileKind
from knowledge.text import fold
from storage.database import Database
from storage.values import StoredFile
from storage.work import Work

KIND = "plan_file"
VERSION = 1
_ADD = frozenset({"them ke hoach", "add the plan"})
_SENT_WITH = ("ke hoach", "them ", "nap ", "van ban", "tai lieu", "huong dan", "plan", "add ")


class PlanFilesSkill:
    """Read a document that a clerk sends, and add it as a draft when the clerk says so."""

    def __init__(self, database: Database, plans: Plans) -> None:
        self._database = database
        self._plans = plans

    async def take(self, turn: Turn) -> Effect | None:
        """Take a clerk's document, and the word that adds it."""
        if turn.person is None or not is_clerk(turn.person) or drafts.KIND in turn.dialogues:
            return None
        if turn.folded in _ADD:
            return await self._add(turn)
        sent = [a for a in turn.message.attachments if a.kind == FileKind.DOCUMENT and a.file_id]
        if not sent or (turn.folded and not turn.folded.startswith(_SENT_WITH)):
            return None
        if len(sent) > 1:
            return only_say(Reply(say("plan_files_many", turn.language)))
        return await self._look(turn, sent[0])

    async def _look(self, turn: Turn, sent: Attachment) -> Effect | None:
        """Read a document without keeping it as a plan; a secret one is not kept at all."""
        file = await self._find(sent.file_id)
        data = await self._open(file)
        if file is None or data is None:
            return None
        try:
            report = await self._plans.look(file.label, data, now=turn.now)
        except KnowledgeError as error:
            return _refuse(turn, file, error)
        if _is_elsewhere(turn, report):
            place = report.plan.locality or ""
            return _forget(turn, file, say("plan_file_elsewhere", turn.language, place=place))

        async def effect(work: Work) -> Sequence[Reply]:
            state = write_dialogue(KIND, VERSION, file.id, now=turn.now)
            await work.dialogues.save(turn.message.address, state)
            offer = make_button("add_plan", turn.language)
            return [Reply(_describe(turn, "plan_file_seen", report), (offer,))]

        return effect

    async def _add(self, turn: Turn) -> Effect:
        """Add the document shown last; when it is said twice, it is there already."""
        file = await self._find(read_dialogue(turn.dialogues.get(KIND), VERSION))
        data = await self._open(file)
        if file is None or data is None:
            return only_say(Reply(say("plan_file_gone", turn.language)))
        place = turn.place.name if turn.place else None
        try:
            report = await self._plans.add(
                file.label, data, now=turn.now, locality=place, is_announced=False
            )
        except (KnowledgeError, HandlerError) as error:
            return _refuse(turn, file, error)
        is_known = report.outcome is Outcome.UNCHANGED
        key = "plan_file_known" if is_known else "plan_file_added"

        async def effect(work: Work) -> Sequence[Reply]:
            await work.dialogues.remove(turn.message.address, KIND)
            await work.files.remove([file.id])
            buttons = () if is_known else draft_buttons(report.plan_id, turn.language)
            return [Reply(_describe(turn, key, report), buttons)]

        return effect

    async def _find(self, file_id: int | None) -> StoredFile | None:
        if file_id is None:
            return None
        async with self._database.read() as work:
            return await work.files.find(file_id)

    async def _open(self, file: StoredFile | None) -> bytes | None:
        store = self._database.files
        return await asyncio.to_thread(store.read, file.name) if file and store else None


def _is_elsewhere(turn: Turn, report: ImportReport) -> bool:
    named = report.plan.locality
    is_own = not named or turn.place is None or fold(named) == fold(turn.place.name)
    return not is_own and not report.is_guide


def _describe(turn: Turn, key: str, report: ImportReport) -> str:
    return say(
        f"{key}_guide" if report.is_guide else key,
        turn.language,
        plan=report.plan_id,
        document=describe_document(report.plan),
        place=name_office(turn.place, turn.language),
        tasks=len(report.rows),
        doubtful=len(report.doubtful),
    )


def _refuse(turn: Turn, file: StoredFile, error: KnowledgeError | HandlerError) -> Effect:
    facts: dict[str, object] = {"name": f"“{file.label}”", **error.facts}
    return _forget(turn, file, say(f"error_{error.code}", turn.language, **facts))


def _forget(turn: Turn, file: StoredFile, text: str) -> Effect:
    """Say why a document is not taken, and keep nothing of it."""

    async def effect(work: Work) -> Sequence[Reply]:
        await work.dialogues.remove(turn.message.address, KIND)
        await work.files.remove([file.id])
        return [Reply(text)]

    return effect
