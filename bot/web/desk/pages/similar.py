"""`/desk/don-vi/gan-giong`: offices of similar names, to be merged or kept apart."""

from functools import partial

from bot.web.desk.changing import change
from bot.web.desk.page import Desk, DeskPage
from bot.web.desk.staff.parts import OFFICES, SIMILAR, TOPICS, build_people_tabs, may_edit
from bot.web.desk.widgets.dialogs import ask
from bot.web.desk.widgets.forms import Alert
from bot.web.desk.widgets.marks import build_badge, build_button
from bot.web.desk.words import common
from bot.web.desk.words import people as words
from bot.web.elements import Tag
from handlers.desk.people.similar import Pair, Twin, keep_apart, list_similar, merge_offices
from handlers.desk.visitor import Power
from handlers.texts.forms import join_names


def add_page(desk: Desk) -> None:
    """Put the page."""

    @desk.page(SIMILAR, power=Power.VIEW_PEOPLE, title=common.PEOPLE)
    async def similar(page: DeskPage) -> None:
        build_people_tabs(page, SIMILAR)

        async def read() -> tuple[Pair, ...]:
            now = page.app.clock.now()
            return await page.read(lambda work, visitor: list_similar(work, visitor, now=now))

        Tag("p", words.SIMILAR_HINT, style="desk-hint people-hint")
        await page.live(TOPICS, read, lambda pairs: _build(page, pairs))


def _build(page: DeskPage, pairs: tuple[Pair, ...]) -> None:
    if not pairs:
        Tag("p", words.NO_SIMILAR, style="desk-empty")
    for pair in pairs:
        with Tag("section", style="people-pair"):
            with Tag("h2"):
                Tag("span", f"{pair.one.name} – {pair.other.name}")
            build_badge(words.ALIKE.format(share=pair.share), "doubt")
            with Tag("div", style="people-twins"):
                for twin in (pair.one, pair.other):
                    _build_twin(page, twin)
            if may_edit(page):
                _build_deeds(page, pair)


def _build_twin(page: DeskPage, twin: Twin) -> None:
    with Tag("div"):
        Tag("a", twin.name, href=page.link(f"{OFFICES}/{twin.id}"))
        Tag("p", join_names(twin.holders) or words.NOBODY)
        line = words.WORK_LINE.format(open=twin.load.open, cases=twin.load.cases)
        Tag("p", line, style="desk-hint")


def _build_deeds(page: DeskPage, pair: Pair) -> None:
    async def part() -> None:
        await change(
            page,
            lambda work, visitor, _over: keep_apart(
                work, visitor, pair.one.id, pair.other.id, now=page.app.clock.now()
            ),
            said=words.APART_DONE,
        )

    with Tag("div", style="desk-buttons"):
        for kept, dropped in ((pair.one, pair.other), (pair.other, pair.one)):
            build_button(
                words.KEEP_THIS.format(name=kept.name),
                partial(_ask_merge, page, dropped, kept),
                id_=f"merge-{dropped.id}-{kept.id}",
            )
        described = f"{pair.one.name} – {pair.other.name}: {words.APART}"
        id_ = f"apart-{pair.one.id}-{pair.other.id}"
        build_button(words.APART, part, id_=id_, description=described)


def _ask_merge(page: DeskPage, dropped: Twin, kept: Twin) -> None:
    async def act(alert: Alert) -> object:
        return await change(
            page,
            lambda work, visitor, _over: merge_offices(
                work, visitor, dropped.id, kept.id, now=page.app.clock.now()
            ),
            said=words.MERGED.format(kept=kept.name),
            alert=alert,
        )

    body = words.MERGE_BODY.format(name=dropped.name, kept=kept.name)
    ask(page, words.MERGE, body, yes=words.MERGE, act=act, is_dangerous=True)
