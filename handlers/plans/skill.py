"""A clerk's plans in chat: which drafts wait, what one holds, confirming it."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from handlers.buttons import make_button
from handlers.dialogues import read_dialogue, write_dialogue
from handlers.errors import HandlerError
from handlers.messages import Button, Reply
from handlers.people.roles import is_clerk
from handlers.places import name_office
from handlers.plans.confirming import confirm_plan
from handlers.plans.lines import Line
from handlers.plans.notices import draft_buttons, plan_button
from handlers.plans.outcomes import word_confirmation
from handlers.plans.outlook import foresee_stored
from handlers.plans.publishing import publish_plan, word_publication
from handlers.plans.rows import LateRows
from handlers.plans.service import Plans
from handlers.plans.wording import word_report
from handlers.questions import memory
from handlers.sources import describe_document
from handlers.texts import say
from handlers.texts.forms import clip
from handlers.turn import Effect, Turn
from knowledge.calendar import Calendar
from storage.values import Dialogue, PlanState, StoredPlan
from storage.work import Work

KIND = "plan_report"
WAITING = "waiting_list"  # the dialogue of the clerk's other lists
VERSION = 1
REMEMBERED = dt.timedelta(days=1)
LONGEST_PAGE = 1400  # characters; with the foot a message stays below 1,500
MOST_BUTTONS = 5
_LIST = re.compile(r"^(?:cac )?ke hoach(?: cho xac nhan)?$|^plans$")
_NAMED = r"(?:ke hoach|tai lieu|van ban|huong dan|plan|guide|document)(?: so)? (\d{1,9})"
_SHOW = re.compile(rf"^(?:xem|show) {_NAMED}$")
MORE = re.compile(r"^(?:xem tiep|more)$")
_CONFIRM = re.compile(rf"^(?:xac nhan|confirm) {_NAMED}$")
_PUBLISH = re.compile(rf"^(?:cong khai|publish) {_NAMED}$")
_WITHDRAW = re.compile(rf"^(?:(?:thoi|ngung|bo|huy|khong) cong khai|unpublish) {_NAMED}$")


class ClerkPlansSkill:
    """Answer "kế hoạch", "xem / xác nhận / công khai kế hoạch 3", "xem tiếp" to a clerk."""

    def __init__(self, calendar: Calendar, plans: Plans) -> None:
        self._calendar = calendar
        self._plans = plans

    async def take(self, turn: Turn) -> Effect | None:
        """Take a clerk's words about plans; nobody else's."""
        if turn.person is None or not is_clerk(turn.person):
            return None
        shown, confirmed = _SHOW.match(turn.folded), _CONFIRM.match(turn.folded)
        if shown:
            return self._show(turn, int(shown[1]), page=0)
        if confirmed:
            plan_id = int(confirmed[1])
            return _confirm(turn, plan_id, await self._plans.prepare(plan_id))
        for pattern, is_public in ((_PUBLISH, True), (_WITHDRAW, False)):
            if found := pattern.match(turn.folded):
                return _publish(turn, int(found[1]), is_public=is_public)
        if MORE.match(turn.folded):
            return self._show_more(turn)
        return _list(turn) if _LIST.match(turn.folded) else None

    def _show_more(self, turn: Turn) -> Effect | None:
        dialogue = turn.dialogues.get(KIND)
        state = read_dialogue(dialogue, VERSION, now=turn.now, kept=REMEMBERED)
        if dialogue is None or state is None or is_overtaken(turn, dialogue):
            return None
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
            state = {"plan": plan_id, "page": page}
            shown = write_dialogue(KIND, VERSION, state, now=turn.now)
            await work.dialogues.save(turn.message.address, shown)
            return [_page(turn, plan, pages, page)]

        return effect


def is_overtaken(turn: Turn, dialogue: Dialogue) -> bool:
    """Say whether an answer with more to show, or another list, was given since."""
    shown = (turn.dialogues.get(kind) for kind in (memory.KIND, KIND, WAITING, "task_pages"))
    return any(each.updated_at > dialogue.updated_at for each in shown if each)


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
    more = make_button("more", turn.language)
    confirm = draft_buttons(plan.id, turn.language)[1:]
    buttons = (
        *(() if is_last else (more,)),
        *(confirm if plan.state is PlanState.DRAFT else ()),
    )
    return Reply(write_page(pages, page, turn.language), buttons)


def write_page(pages: Sequence[str], page: int, language: str) -> str:
    """Write one of several pages with a foot that says which."""
    if len(pages) == 1:
        return pages[page]
    is_last = page == len(pages) - 1
    facts = {"page": page + 1, "pages": len(pages)}
    return f"{pages[page]}\n{say('page_last' if is_last else 'page_more', language, **facts)}"


def _list(turn: Turn) -> Effect:
    async def effect(work: Work) -> Sequence[Reply]:
        drafts = [
            plan for plan in await work.plans.list_all(state=PlanState.DRAFT) if _is_own(plan, turn)
        ]
        office = name_office(turn.place, turn.language)
        if not drafts:
            return [Reply(say("drafts_none", turn.language, place=office))]
        lines = [
            say("drafts", turn.language, place=office),
            *(_item(plan, turn.language) for plan in drafts),
            say("drafts_foot", turn.language, plan=drafts[0].id),
        ]
        buttons = tuple(_show_button(plan, turn.language) for plan in drafts[:MOST_BUTTONS])
        return [Reply("\n".join(lines), buttons)]

    return effect


def _item(plan: StoredPlan, language: str) -> str:
    document = describe_document(plan.facts)
    if plan.is_guide:
        return say("guide_drafts_item", language, plan=plan.id, document=document)
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
        verb = "withdraw" if result.is_public else "publish"
        offers = [plan_button(verb, plan_id, turn.language)]
        if result.unassigned:
            offers.append(make_button("unassigned", turn.language))
        return [Reply(word_confirmation(result, turn.language), tuple(offers))]

    return effect


def _publish(turn: Turn, plan_id: int, *, is_public: bool) -> Effect:
    async def effect(work: Work) -> Sequence[Reply]:
        plan = await _find_own(work, turn, plan_id)
        if plan is None:
            return [_no_such_plan(turn, plan_id)]
        if plan.state is PlanState.SUPERSEDED:
            return [Reply(say("superseded_unpublished", turn.language, plan=plan_id))]
        result = await publish_plan(work, plan_id, is_public=is_public)
        offer = plan_button("withdraw" if is_public else "publish", plan_id, turn.language)
        return [Reply(word_publication(result, turn.language), (offer,))]

    return effect


async def _find_own(work: Work, turn: Turn, plan_id: int) -> StoredPlan | None:
    """Find a plan of the clerk's own place; another's is as if it were not there."""
    plan = await work.plans.find(plan_id)
    return plan if plan and _is_own(plan, turn) else None


def _is_own(plan: StoredPlan, turn: Turn) -> bool:
    return turn.person is not None and plan.locality_id == turn.person.locality_id


def _no_such_plan(turn: Turn, plan_id: int) -> Reply:
    office = name_office(turn.place, turn.language)
    return Reply(say("no_such_plan", turn.language, place=office, plan=plan_id))
