"""A clerk's plans in chat: which drafts wait, what one holds, confirming it."""

import datetime as dt
import json
import re
from collections.abc import Iterator, Sequence

from handlers import memory
from handlers.errors import HandlerError
from handlers.messages import Button, Reply
from handlers.plans.confirming import confirm_plan
from handlers.plans.notices import draft_buttons
from handlers.plans.outcomes import word_confirmation
from handlers.plans.outlook import foresee_stored
from handlers.plans.rows import LateRows
from handlers.plans.service import Plans
from handlers.plans.wording import Line, word_report
from handlers.sources import describe_document
from handlers.texts import say
from handlers.texts.forms import clip
from handlers.turn import Effect, Turn
from knowledge.calendar import Calendar
from storage.values import Dialogue, PlanState, Role, StoredPlan
from storage.work import Work

KIND = "plan_report"
VERSION = 1
REMEMBERED = dt.timedelta(days=1)
LONGEST_PAGE = 1400  # characters; with the foot a message stays below 1,500
MOST_BUTTONS = 5
_LIST = re.compile(r"^(?:cac )?ke hoach(?: cho xac nhan)?$|^plans$")
_SHOW = re.compile(r"^(?:xem ke hoach|show plan)(?: so)? (\d{1,9})$")
_MORE = re.compile(r"^(?:xem tiep|more)$")
_CONFIRM = re.compile(r"^(?:xac nhan ke hoach|confirm plan)(?: so)? (\d{1,9})$")


class ClerkPlansSkill:
    """Answer "kế hoạch", "xem kế hoạch 3", "xem tiếp", "xác nhận kế hoạch 3" to a clerk."""

    def __init__(self, calendar: Calendar, plans: Plans) -> None:
        self._calendar = calendar
        self._plans = plans

    async def take(self, turn: Turn) -> Effect | None:
        """Take a clerk's words about plans; nobody else's."""
        if turn.person is None or turn.person.role != Role.CLERK:
            return None
        shown, confirmed = _SHOW.match(turn.folded), _CONFIRM.match(turn.folded)
        if shown:
            return self._show(turn, int(shown[1]), page=0)
        if confirmed:
            plan_id = int(confirmed[1])
            return _confirm(turn, plan_id, await self._plans.prepare(plan_id))
        if _MORE.match(turn.folded):
            return self._show_more(turn)
        return _list(turn) if _LIST.match(turn.folded) else None

    def _show_more(self, turn: Turn) -> Effect | None:
        dialogue = turn.dialogues.get(KIND)
        if dialogue is None or dialogue.version != VERSION:
            return None
        if turn.now - dialogue.updated_at > REMEMBERED or _is_overtaken(turn, dialogue):
            return None
        state = json.loads(dialogue.state)
        return self._show(turn, state["plan"], page=state["page"] + 1)

    def _show(self, turn: Turn, plan_id: int, *, page: int) -> Effect:
        async def effect(work: Work) -> Sequence[Reply]:
            plan = await _find_own(work, turn, plan_id)
            if plan is None:
                return [_no_such_plan(turn, plan_id)]
            report = await foresee_stored(work, plan, today=turn.today, calendar=self._calendar)
            pages = split_pages(word_report(report, turn.language))
            if page >= len(pages):
                return [Reply(say("no_more", turn.language))]
            state = json.dumps({"plan": plan_id, "page": page})
            await work.dialogues.save(
                turn.message.address, Dialogue(KIND, VERSION, state, turn.now)
            )
            return [_page(turn, plan, pages, page)]

        return effect


def _is_overtaken(turn: Turn, dialogue: Dialogue) -> bool:
    """Say whether an answer with more to show was given since."""
    asked = turn.dialogues.get(memory.KIND)
    return asked is not None and asked.updated_at > dialogue.updated_at


def split_pages(lines: Sequence[Line]) -> list[str]:
    """Put a report's lines into messages of chat size; none ends with what heads the next."""
    pages = [""]
    for group in _groups(lines):
        text = "\n".join(clip(_in_chat(line), LONGEST_PAGE // len(group)) for line in group)
        joined = f"{pages[-1]}\n{text}" if pages[-1] else text
        if len(joined) > LONGEST_PAGE:
            pages.append(text)
        else:
            pages[-1] = joined
    return pages


def _groups(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield each line with the ones above that head it."""
    group: list[Line] = []
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        group.append(line)
        if following is None or following.depth <= line.depth:
            yield group
            group = []


def _in_chat(line: Line) -> str:
    return {2: "- ", 3: "   "}.get(line.depth, "") + line.text


def _page(turn: Turn, plan: StoredPlan, pages: Sequence[str], page: int) -> Reply:
    is_last = page == len(pages) - 1
    facts = {"page": page + 1, "pages": len(pages)}
    foot = say("page_last" if is_last else "page_more", turn.language, **facts)
    text = f"{pages[page]}\n{foot}" if len(pages) > 1 else pages[page]
    more = Button(say("button_more", turn.language), say("says_more", turn.language))
    confirm = draft_buttons(plan.id, turn.language)[1:]
    buttons = (
        *(() if is_last else (more,)),
        *(confirm if plan.state is PlanState.DRAFT else ()),
    )
    return Reply(text, buttons)


def _list(turn: Turn) -> Effect:
    async def effect(work: Work) -> Sequence[Reply]:
        drafts = [
            plan for plan in await work.plans.list_all(state=PlanState.DRAFT) if _is_own(plan, turn)
        ]
        if not drafts:
            return [Reply(say("drafts_none", turn.language, place=_place(turn)))]
        lines = [
            say("drafts", turn.language, place=_place(turn)),
            *(_item(plan, turn.language) for plan in drafts),
            say("drafts_foot", turn.language, plan=drafts[0].id),
        ]
        buttons = tuple(_show_button(plan, turn.language) for plan in drafts[:MOST_BUTTONS])
        return [Reply("\n".join(lines), buttons)]

    return effect


def _item(plan: StoredPlan, language: str) -> str:
    document = describe_document(plan.facts)
    return say("drafts_item", language, plan=plan.id, document=document, tasks=plan.task_count)


def _show_button(plan: StoredPlan, language: str) -> Button:
    label = say("button_show_this_plan", language, plan=plan.id)
    return Button(label, say("says_show_plan", language, plan=plan.id))


def _confirm(turn: Turn, plan_id: int, late: LateRows) -> Effect:
    async def effect(work: Work) -> Sequence[Reply]:
        if await _find_own(work, turn, plan_id) is None:
            return [_no_such_plan(turn, plan_id)]
        try:
            result = await confirm_plan(work, plan_id, late=late, now=turn.now)
        except HandlerError as error:
            key = "confirmed_already" if error.code == "plan_not_draft" else "superseded_already"
            return [Reply(say(key, turn.language, plan=plan_id))]
        return [Reply(word_confirmation(result, turn.language))]

    return effect


async def _find_own(work: Work, turn: Turn, plan_id: int) -> StoredPlan | None:
    """Find a plan of the clerk's own place; another's is as if it were not there."""
    plan = await work.plans.find(plan_id)
    return plan if plan and _is_own(plan, turn) else None


def _is_own(plan: StoredPlan, turn: Turn) -> bool:
    return turn.person is not None and plan.locality_id == turn.person.locality_id


def _no_such_plan(turn: Turn, plan_id: int) -> Reply:
    return Reply(say("no_such_plan", turn.language, place=_place(turn), plan=plan_id))


def _place(turn: Turn) -> str:
    return f"UBND {turn.place.name}" if turn.place else say("place_unknown", turn.language)
