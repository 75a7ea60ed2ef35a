"""`/desk/hoi-dap`: the questions that wait for an answer."""

from dataclasses import dataclass
from functools import partial

from bot.web.desk.addresses import build_narrowing, build_turning, read_page
from bot.web.desk.answering import build_answer_tabs, open_answer
from bot.web.desk.page import Desk, DeskPage
from bot.web.desk.widgets.dialogs import ask
from bot.web.desk.widgets.forms import Alert, Field
from bot.web.desk.widgets.marks import build_badge, build_button
from bot.web.desk.widgets.tables import Cell, Column, build_table
from bot.web.desk.words import answers as words
from bot.web.desk.words import common
from bot.web.elements import Tag
from handlers.desk.answers.listing import RATED_DAYS, WaitingQuestions, list_waiting
from handlers.desk.answers.writing import Draft, begin_draft, drop_questions
from handlers.desk.visitor import Power
from handlers.faq.service import Waiting
from handlers.texts.forms import local_day, write_day
from storage.values import KeptFor, Topic


def add_page(desk: Desk) -> None:
    """Put the page."""

    @desk.page("/desk/hoi-dap", power=Power.VIEW_ANSWERS, title=common.ANSWERS)
    async def answers(page: DeskPage) -> None:
        await WaitingList(page).build()


@dataclass(eq=False, slots=True)
class WaitingList:
    """The list with what narrows it down, kept in the address."""

    page: DeskPage

    async def build(self) -> None:
        """Lay the page out."""
        build_answer_tabs(self.page)
        Tag("p", words.WAITING_HINT, style="desk-hint")
        build_narrowing(self.page, self._list_filters(), label=words.NARROW)
        if self.page.visitor.may(Power.EDIT_ANSWERS):
            with Tag("div", style="desk-row answers-add"):
                build_button(words.ADD, lambda: open_answer(self.page, Draft("")), id_="answer-add")
        await self.page.live({Topic.ANSWERS}, self._read, self._build_list)

    def _list_filters(self) -> tuple[Field, ...]:
        query = self.page.query
        reasons = (
            ("", common.ALL),
            (KeptFor.NOT_FOUND.value, words.NOT_FOUND),
            (KeptFor.DISLIKED.value, words.DISLIKED),
        )
        return (
            Field("tu", words.SEARCH, "search", query.get("tu", ""), longest=100),
            Field("vi", words.REASON, "select", query.get("vi", ""), reasons),
        )

    async def _read(self) -> WaitingQuestions:
        query, now = self.page.query, self.page.app.clock.now()
        reason = query.get("vi", "")
        return await self.page.read(
            lambda work, visitor: list_waiting(
                work,
                visitor,
                now=now,
                words=query.get("tu", ""),
                reason=KeptFor(reason) if reason in tuple(KeptFor) else None,
                page=read_page(self.page),
            )
        )

    def _build_list(self, found: WaitingQuestions) -> None:
        ratings = found.ratings
        told = words.RATINGS.format(days=RATED_DAYS, good=ratings.good, bad=ratings.bad)
        count = words.COUNT_WAITING.format(count=found.count)
        Tag("p", f"{count}. {told}" if ratings.good or ratings.bad else f"{count}.")
        columns = (
            Column(words.QUESTION, "wide"),
            Column(words.ASKED, "num"),
            Column(words.SINCE, "tight"),
            Column(words.DO, "answers-deeds"),
        )
        rows = [self._lay_row(each) for each in found.groups]
        build_table(words.WAITING, columns, rows, empty=words.NO_WAITING)
        build_turning(self.page, found.page, found.pages)

    def _lay_row(self, each: Waiting) -> tuple[Cell, ...]:
        since = write_day(local_day(each.since))
        return (
            partial(_build_question, each),
            str(each.count),
            since,
            partial(self._build_deeds, each),
        )

    def _build_deeds(self, each: Waiting) -> None:
        page, question, number = self.page, each.question, each.ids[0]
        may_edit = page.visitor.may(Power.EDIT_ANSWERS)
        if may_edit:
            build_button(
                words.ANSWER, lambda: open_answer(page, begin_draft(each)), style="main",
                id_=f"answer-{number}", description=words.ANSWER_ONE.format(question=question),
            )  # fmt: skip
        Tag(
            "a", words.TRY_THIS, style="desk-button", id=f"try-{number}",
            href=page.link("/desk/hoi-dap/hoi-thu", cau=begin_draft(each).question),
            aria_label=words.TRY_ONE.format(question=question),
        )  # fmt: skip
        if may_edit:
            build_button(
                words.DROP, partial(self._ask_to_drop, each), id_=f"drop-{number}",
                description=words.DROP_ONE.format(question=question),
            )  # fmt: skip

    def _ask_to_drop(self, each: Waiting) -> None:
        async def act(alert: Alert) -> object:
            return await self.page.do(partial(self._drop, each), said=words.DROPPED, alert=alert)

        body = words.DROP_BODY.format(question=each.question)
        ask(self.page, words.DROP_TITLE, body, yes=words.DROP, act=act)

    async def _drop(self, each: Waiting) -> bool:
        now = self.page.app.clock.now()
        await self.page.write(lambda work, who: drop_questions(work, who, each.ids, now=now))
        return True


def _build_question(each: Waiting) -> None:
    Tag("span", each.question, style="answers-question")
    if each.disliked:
        build_badge(words.TIMES_DISLIKED.format(count=each.disliked), "late")
