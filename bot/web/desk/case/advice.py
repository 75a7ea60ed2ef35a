"""Offices that a case may be for and open cases like it, thought of once the page is there."""

import logging

from bot.failures import log_failure
from bot.web.desk.case.room import Room
from bot.web.desk.widgets.marks import build_section
from bot.web.desk.words import case as words
from bot.web.elements import Tag
from handlers.desk.cases.advice import AdviceView, read_advice
from handlers.desk.visitor import Power

log = logging.getLogger(__name__)


async def think(room: Room, box: Tag) -> None:
    """Think of advice and show it."""
    page = room.page
    with box:
        _build_notice(words.ADVICE_THINKING)
    try:
        await page.client.connected(timeout=60)
        visitor = await page.check(Power.READ_CASES)
        room.advice = await read_advice(room.adviser, visitor, code=room.code, now=room.now)
    except Exception as error:  # noqa: BLE001  the case can be worked on without
        log_failure(log, error, "no advice on a case could be given")
        room.advice = AdviceView()
    if page.client.is_deleted:
        return
    box.clear()
    with box:
        build_advice(room)


def _build_notice(text: str) -> None:
    with build_section(words.ADVICE):
        Tag("p", text, style="desk-hint")


def build_advice(room: Room) -> None:
    """Lay out the advice."""
    advice = room.advice
    if not advice.offices and not advice.similar:
        _build_notice(words.ADVICE_NONE)
        return
    with build_section(words.ADVICE):
        if advice.offices:
            Tag("h3", words.ADVICE_OFFICES)
            with Tag("ul", style="case-list"):
                for office in advice.offices:
                    Tag("li", words.ADVICE_WHY.format(office=office.name, why=office.why))
        if advice.similar:
            Tag("h3", words.ADVICE_SIMILAR)
            with Tag("ul", style="case-list"):
                for each in advice.similar:
                    with Tag("li"):
                        Tag("a", each.code, href=room.page.link(f"/desk/phan-anh/{each.code}"))
                        Tag("span", f" ({each.state}): {each.gist}")
