"""`/desk/hoi-dap/hoi-thu`: what the assistant would say to a question, and why."""

from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial

from bot.web.desk.answering import build_answer_tabs, open_answer
from bot.web.desk.page import Desk, DeskPage
from bot.web.desk.widgets.forms import Field, Filled, Form
from bot.web.desk.widgets.marks import build_badge, build_button, build_facts
from bot.web.desk.widgets.tables import Cell, Column, build_table
from bot.web.desk.words import answers as words
from bot.web.elements import Tag
from handlers.desk.answers.trying import LONGEST, Found, Near, Part, Read, Tried, try_question
from handlers.desk.answers.writing import Draft
from handlers.desk.visitor import Power
from handlers.errors import HandlerError
from handlers.texts.forms import local_day, write_day
from knowledge.questions.times import NamedTime

CITIZEN, OFFICIAL = "dan", "can-bo"


def add_page(desk: Desk) -> None:
    """Put the page."""

    @desk.page("/desk/hoi-dap/hoi-thu", power=Power.VIEW_ANSWERS, title=words.TRY)
    async def try_one(page: DeskPage) -> None:
        await Trying(page).build()


@dataclass(eq=False, slots=True)
class Trying:
    """The question with its asker, kept in the address, and what came of it."""

    page: DeskPage
    _form: Form = field(init=False)
    _box: Tag = field(init=False)

    async def build(self) -> None:
        """Lay the page out; a question in the address is tried at once."""
        query = self.page.query
        build_answer_tabs(self.page)
        Tag("p", words.TRY_HINT, style="desk-hint")
        askers = ((CITIZEN, words.AS_CITIZEN), (OFFICIAL, words.AS_OFFICIAL))
        fields = (
            Field(
                "cau", words.TRY_QUESTION, value=query.get("cau", "")[:LONGEST],
                is_required=True, longest=LONGEST,
            ),
            Field("ai", words.ASKED_BY, "select", query.get("ai", CITIZEN), askers),
        )  # fmt: skip
        with Tag("div", style="trying-form"):
            self._form = Form(fields, words.TRY_BUTTON, self._ask, is_inline=True).build()
        self._box = Tag("div", id="tried", aria_live="polite")
        text, is_official = query.get("cau", ""), query.get("ai") == OFFICIAL
        with suppress(HandlerError):  # what cannot be tried is said when it is sent
            self._show(await self._read(text, is_official=is_official), text)

    async def _ask(self, filled: Filled) -> None:
        self.page.note(cau=filled.get("cau"), ai=filled.get("ai"))
        await self._try(filled.get("cau"), is_official=filled.get("ai") == OFFICIAL)

    async def _try(self, text: str, *, is_official: bool) -> None:
        self._box.clear()
        read = partial(self._read, text, is_official=is_official)
        tried = await self.page.do(read, alert=self._form)
        if tried:
            self._show(tried, text)

    def _show(self, tried: Tried, text: str) -> None:
        with self._box:
            self._build_tried(tried, text)

    async def _read(self, text: str, *, is_official: bool) -> Tried:
        app = self.page.app
        visitor = await self.page.check(Power.VIEW_ANSWERS)
        today = local_day(app.clock.now())
        return await try_question(
            app.questions, visitor, text, is_official=is_official, today=today
        )

    def _build_tried(self, tried: Tried, text: str) -> None:
        with Tag("section", style="desk-section"):
            Tag("h2", words.REPLIED)
            Tag("p", tried.text, style="trying-reply")
            build_facts(
                (
                    (words.BUTTONS, " · ".join(tried.buttons)),
                    (words.STATUS, words.STATUSES.get(tried.status, tried.status)),
                    (words.REASON_WORD, words.REASONS[tried.reason] if tried.reason else ""),
                )
            )
            self._build_next(tried, text)
        many = len(tried.parts) > 1
        for number, part in enumerate(tried.parts, 1):
            title = words.PART.format(number=number, text=part.text) if many else words.WHY
            with Tag("section", style="desk-section"):
                Tag("h2", title)
                self._build_part(part, tried)

    def _build_next(self, tried: Tried, text: str) -> None:
        if tried.is_kept and not tried.is_official:
            Tag("p", words.IS_KEPT, style="desk-hint")
        if self.page.visitor.may(Power.EDIT_ANSWERS):
            draft = Draft(text, is_public=not tried.is_official)
            with Tag("div", style="desk-buttons"):
                build_button(words.WRITE_FOR_THIS, lambda: open_answer(self.page, draft))

    def _build_part(self, part: Part, tried: Tried) -> None:
        build_facts((*_list_facts(part), (words.SCOPE, _say_scope(part, tried))))
        if part.read is None:
            return
        Tag("h3", words.FOUND)
        if part.found:
            Tag("p", words.FOUND_HINT, style="desk-hint")
        columns = (
            Column(words.ROW),
            Column(words.CONTENT, "wide"),
            *(Column(each, "num") for each in (words.RANK, words.LEXICAL, words.DENSE)),
            Column(words.COVERAGE, "num"),
            Column(words.CLOSENESS, "answers-near"),
        )
        found = [self._lay_found(each) for each in part.found]
        build_table(words.FOUND, columns, found, empty=words.NO_FOUND)
        Tag("h3", words.NEAR)
        near = [_lay_near(each) for each in part.near]
        heads = (words.QUESTION, Column(words.SHARE, "num"), Column(words.MEANING, "num"), "")
        build_table(words.NEAR, heads, near, empty=words.NO_NEAR)

    def _lay_found(self, each: Found) -> tuple[Cell, ...]:
        href = self.page.link(f"/desk/ke-hoach/{each.plan_id}")
        return (
            lambda: Tag("a", ", ".join(filter(None, (each.document, each.where))), href=href),
            each.words,
            _write(each.score),
            _write(each.lexical),
            _write(each.dense) if each.dense else "–",
            _percent(each.coverage),
            partial(_build_closeness, each),
        )


def _build_closeness(each: Found) -> None:
    Tag("span", f"{_write(each.closeness)} / {_write(each.least)}")
    if each.is_chosen:
        build_badge(words.CHOSEN, "good")
    else:
        build_badge(words.CLOSE_ENOUGH if each.is_close else words.TOO_FAR)


def _lay_near(each: Near) -> tuple[Cell, ...]:
    return (
        partial(_build_near, each),
        _percent(each.share),
        _write(each.meaning) if each.meaning else "–",
        lambda: build_badge(
            words.SAME if each.is_same else words.SIMILAR, "good" if each.is_same else ""
        ),
    )


def _build_near(each: Near) -> None:
    Tag("span", each.question)
    if not each.is_public:
        build_badge(words.INTERNAL, "doubt")


def _list_facts(part: Part) -> list[tuple[str, str]]:
    read = part.read
    return [(words.WAY, words.WAYS[part.way] if part.way else ""), *(_tell(read) if read else ())]


def _tell(read: Read) -> list[tuple[str, str]]:
    return [
        (words.EXPANDED, read.expanded),
        (words.SEARCHED, read.searched),
        (words.ASKED_FOR, ", ".join(words.ASKED_WORDS[each] for each in read.asked)),
        (words.TIME, _say_time(read.time)),
        (words.PLACES, "; ".join(read.places)),
        (words.UNKNOWN_PLACE, read.unknown_place),
    ]


def _say_time(time: NamedTime) -> str:
    told = [
        words.QUARTER.format(value=time.quarter) if time.quarter else "",
        words.MONTH.format(value=time.month) if time.month else "",
        words.HALVES[time.half - 1] if time.half else "",
        words.YEAR.format(value=time.year) if time.year else "",
    ]
    if time.days:
        first, last = map(write_day, time.days)
        told.append(words.DAYS.format(first=first, last=last))
    return ", ".join(filter(None, told))


def _say_scope(part: Part, tried: Tried) -> str:
    if not part.places:
        return ""
    key = words.SCOPE_ALL if tried.is_official else words.SCOPE_PUBLIC
    scope = key.format(
        places="; ".join(part.places),
        plans=part.plans,
        internal=part.internal_plans,
        answers=part.answers,
    )
    if part.related_from is None:
        return f"{scope}. {words.NO_MEANING}"
    told = words.LEAST_MEANING_TOLD.format(value=_write(part.related_from))
    return f"{scope}. {words.LEAST_MEANING}: {told}"


def _write(value: float) -> str:
    return f"{value:.2f}".replace(".", ",")


def _percent(value: float) -> str:
    return f"{value:.0%}"
