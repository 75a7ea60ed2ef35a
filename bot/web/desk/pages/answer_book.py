"""`/desk/hoi-dap/cau-tra-loi`: the office's own answers, and what was done to them."""

from dataclasses import dataclass
from functools import partial

from bot.web.desk.addresses import build_narrowing, build_turning, read_page
from bot.web.desk.answering import INTERNAL, PUBLIC, build_answer_tabs, open_answer
from bot.web.desk.page import Desk, DeskPage
from bot.web.desk.widgets.dialogs import ask
from bot.web.desk.widgets.differences import build_difference
from bot.web.desk.widgets.forms import Alert, Field
from bot.web.desk.widgets.marks import build_badge, build_button, build_section
from bot.web.desk.widgets.tables import Cell, Column, build_table
from bot.web.desk.words import answers as words
from bot.web.desk.words import common
from bot.web.elements import Tag
from handlers.desk.answers.listing import AnswerBook, Written, list_answers
from handlers.desk.answers.trail import Deed, find_restored, list_deeds, undo_change
from handlers.desk.answers.writing import Draft, prepare_answer, remove_answer
from handlers.desk.visitor import Power
from handlers.texts.forms import clip, local_day, write_day, write_time
from storage.values import Topic

LONGEST_QUESTION = 120
_READERS = {PUBLIC: True, INTERNAL: False}


def add_page(desk: Desk) -> None:
    """Put the page."""

    @desk.page("/desk/hoi-dap/cau-tra-loi", power=Power.VIEW_ANSWERS, title=words.BOOK)
    async def answer_book(page: DeskPage) -> None:
        await Book(page).build()


@dataclass(eq=False, slots=True)
class Book:
    """The answers with what narrows them down, and what was done to them."""

    page: DeskPage

    async def build(self) -> None:
        """Lay the page out."""
        page = self.page
        build_answer_tabs(page)
        Tag("p", words.BOOK_HINT, style="desk-hint")
        build_narrowing(page, self._list_filters(), label=words.NARROW)
        if page.visitor.may(Power.EDIT_ANSWERS):
            with Tag("div", style="desk-row answers-add"):
                build_button(words.ADD, lambda: open_answer(page, Draft("")), id_="answer-add")
        await page.live({Topic.ANSWERS}, self._read, self._build_list)
        with build_section(words.TRAIL, id_="answer-trail"):
            await page.live(
                {Topic.ANSWERS, Topic.SETTINGS}, lambda: page.read(list_deeds), self._build_trail
            )

    def _list_filters(self) -> tuple[Field, ...]:
        query = self.page.query
        readers = (("", common.ALL), (PUBLIC, words.PUBLIC), (INTERNAL, words.INTERNAL))
        return (
            Field("tu", words.SEARCH_BOOK, "search", query.get("tu", ""), longest=100),
            Field("ai", words.READERS, "select", query.get("ai", ""), readers),
        )

    async def _read(self) -> AnswerBook:
        query, now = self.page.query, self.page.app.clock.now()
        return await self.page.read(
            lambda work, visitor: list_answers(
                work,
                visitor,
                now=now,
                words=query.get("tu", ""),
                is_public=_READERS.get(query.get("ai", "")),
                page=read_page(self.page),
            )
        )

    def _build_list(self, book: AnswerBook) -> None:
        Tag("p", f"{words.COUNT_ANSWERS.format(count=book.count)}.")
        columns = [Column(words.QUESTION), Column(words.TEXT, "wide"), Column(words.WRITTEN)]
        if self.page.visitor.may(Power.EDIT_ANSWERS):
            columns.append(Column(words.DO, "answers-deeds"))
        rows = [self._lay_row(each) for each in book.answers]
        build_table(words.BOOK, columns, rows, empty=words.NO_ANSWERS)
        build_turning(self.page, book.page, book.pages)

    def _lay_row(self, each: Written) -> tuple[Cell, ...]:
        by = words.BY.format(name=each.by, day=write_day(local_day(each.at)))
        deeds = (partial(self._build_deeds, each),)
        return (
            partial(_build_question, each),
            lambda: Tag("span", each.answer, style="answers-text"),
            by,
            *(deeds if self.page.visitor.may(Power.EDIT_ANSWERS) else ()),
        )

    def _build_deeds(self, each: Written) -> None:
        draft = Draft(
            each.question, each.answer, each.is_public, faq_id=each.id, version=each.version
        )
        build_button(
            words.CHANGE, lambda: open_answer(self.page, draft), id_=f"edit-{each.id}",
            description=words.CHANGE_ONE.format(question=each.question),
        )  # fmt: skip
        build_button(
            words.REMOVE, partial(self._ask_to_remove, each), id_=f"remove-{each.id}",
            style="danger", description=words.REMOVE_ONE.format(question=each.question),
        )  # fmt: skip

    def _ask_to_remove(self, each: Written) -> None:
        async def act(alert: Alert) -> object:
            return await self.page.do(partial(self._remove, each), said=words.REMOVED, alert=alert)

        body = words.REMOVE_BODY.format(question=each.question)
        ask(self.page, words.REMOVE_TITLE, body, yes=words.REMOVE, act=act, is_dangerous=True)

    async def _remove(self, each: Written) -> bool:
        now = self.page.app.clock.now()
        await self.page.write(
            lambda work, who: remove_answer(work, who, each.id, each.version, now=now)
        )
        return True

    def _build_trail(self, deeds: tuple[Deed, ...]) -> None:
        columns = (
            Column(words.WHEN, "tight"),
            Column(words.WHO),
            Column(words.WHAT, "wide"),
            Column(words.DO),
        )
        rows = [self._lay_deed(each) for each in deeds]
        build_table(words.TRAIL, columns, rows, empty=words.NO_TRAIL)

    def _lay_deed(self, each: Deed) -> tuple[Cell, ...]:
        return (
            write_time(each.at),
            each.by,
            partial(_build_deed, each),
            partial(self._build_undo, each),
        )

    def _build_undo(self, each: Deed) -> None:
        if each.is_undone:
            Tag("span", words.UNDONE)
        if each.can_undo:
            told = words.UNDO_ONE.format(what=words.DEEDS[each.action], question=each.question)
            undo = partial(self.page.do, partial(self._undo, each), said=words.UNDO_DONE)
            build_button(common.UNDO, undo, id_=f"undo-{each.id}", description=told)

    async def _undo(self, each: Deed) -> bool:
        page, now = self.page, self.page.app.clock.now()
        old = await page.read(lambda work, who: find_restored(work, who, each.id))
        visitor = await page.check(Power.EDIT_ANSWERS)
        library = page.app.library
        entry = await prepare_answer(library, visitor, old, now=now) if old else None
        await page.write(lambda work, who: undo_change(work, who, each.id, entry, now=now))
        return True


def _build_question(each: Written) -> None:
    Tag("span", each.question, style="answers-question")
    if not each.is_public:
        build_badge(words.INTERNAL, "doubt")


def _build_deed(each: Deed) -> None:
    what = words.DEEDS.get(each.action, each.action)
    Tag("span", f"{what}: {clip(each.question, LONGEST_QUESTION)}")
    if each.before and each.after and each.before != each.after:
        with Tag("details", style="answers-difference"):
            Tag("summary", words.SEE_DIFFERENCE)
            build_difference(each.before, each.after)
