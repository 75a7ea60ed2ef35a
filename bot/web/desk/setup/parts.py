"""What the pages of settings share: tabs, whose setting holds, who has changed it last, undo."""

from collections.abc import Callable, Sequence
from functools import partial

from bot.web.desk.page import DeskPage
from bot.web.desk.widgets.marks import build_badge, build_button, build_section, build_tabs
from bot.web.desk.widgets.tables import Column, build_table
from bot.web.desk.words import common
from bot.web.desk.words import people as people_words
from bot.web.desk.words import settings as words
from bot.web.elements import Tag
from handlers.desk.people.trail import ChangeLine
from handlers.desk.settings.history import undo_change
from handlers.desk.settings.simple import Standing
from handlers.desk.visitor import Power
from handlers.texts.forms import write_time
from storage.values import Topic

SETTINGS = "/desk/cai-dat"
TRAIL = f"{SETTINGS}/nhat-ky"
TOPICS = frozenset({Topic.SETTINGS})
_TABS = (
    (SETTINGS, words.PROFILE),
    (f"{SETTINGS}/dia-phuong", words.PLACES),
    (f"{SETTINGS}/nhac-viec", words.LADDER),
    (f"{SETTINGS}/quy-tac", words.RULES),
    (f"{SETTINGS}/thoi-han", words.TERMS),
    (f"{SETTINGS}/duyet", words.APPROVAL),
    (f"{SETTINGS}/loi-chao", words.GREETING),
    (f"{SETTINGS}/cong-khai", words.PUBLICITY),
    (f"{SETTINGS}/mau", words.TEMPLATES),
    (f"{SETTINGS}/kenh", words.CHANNELS),
    (TRAIL, words.TRAIL),
)
Named = tuple[str, ChangeLine]


def build_settings_tabs(page: DeskPage) -> None:
    """Lay out the way between the parts, and that this visitor only looks."""
    tabs = [(page.link(path), label) for path, label in _TABS]
    build_tabs(words.TABS, tabs, page.link(page.path))
    if not may_edit(page):
        Tag("p", words.VIEW_ONLY, style="desk-hint")


def may_edit(page: DeskPage) -> bool:
    """Tell whether who looks at the page may change it."""
    return page.visitor.may(Power.EDIT_SETTINGS)


def build_standing(page: DeskPage, standing: Standing) -> None:
    """Say whose setting holds here."""
    if standing.is_own:
        build_badge(words.OWN.format(place=page.visitor.place.name), "good")
    elif standing.source:
        build_badge(words.BY_ABOVE.format(place=standing.source))
    else:
        build_badge(words.BY_DEFAULT)


def build_deeds(
    page: DeskPage,
    standing: Standing,
    *,
    name: str,
    edit: Callable[[], object],
    go_by_above: Callable[[], object],
) -> None:
    """Lay out the ways to set a value of one's own, and to go by the place above."""
    if not may_edit(page):
        return
    label, described = (
        (words.EDIT, words.EDIT_OF) if standing.is_own else (words.SET_OWN, words.SET_OWN_OF)
    )
    with Tag("div", style="desk-buttons"):
        described = described.format(name=name.lower())
        build_button(label, edit, id_="edit", style="main", description=described)
        if standing.is_own:
            above = standing.above
            label = words.GO_BY_ABOVE.format(place=above) if above else words.GO_BY_DEFAULT
            build_button(label, go_by_above, id_="go-by-above")


def build_last(page: DeskPage, last: Sequence[Named]) -> None:
    """Lay out who has changed a part last, with the way to take it back."""
    with build_section(words.LAST):
        build_changes(page, last, caption=words.LAST, empty=words.NO_CHANGES)


def build_changes(page: DeskPage, changes: Sequence[Named], *, caption: str, empty: str) -> None:
    """Lay out changes: when, by whom, of what, from what to what."""
    columns = (
        Column(words.AT, "tight"),
        words.BY,
        words.SUBJECT,
        Column(words.WHAT, "wide"),
        common.UNDO,
    )
    rows = [
        (
            write_time(line.at),
            line.who,
            name,
            partial(_build_what, line),
            partial(_build_undo, page, name, line),
        )
        for name, line in changes
    ]
    build_table(caption, columns, rows, empty=empty)


def _build_what(line: ChangeLine) -> None:
    if line.act in people_words.ACTS:
        Tag("span", people_words.ACTS[line.act].format(old=line.old, new=line.new))
        return
    old, new = _keep_different(line.old, line.new)
    with Tag("div", style="settings-change"):
        if line.act in words.ACTS:
            Tag("strong", words.ACTS[line.act])
        for label, text in ((words.OLD, old), (words.NEW, new)):
            if text:
                with Tag("p"):
                    Tag("span", label, style="desk-hint")
                    Tag("span", text)


def _keep_different(old: str, new: str) -> tuple[str, str]:
    """Leave out the lines that both texts have."""
    before, after = old.split("\n"), new.split("\n")
    if len(before) == 1 or len(after) == 1:
        return old, new
    gone = "\n".join(line for line in before if line not in after)
    return gone, "\n".join(line for line in after if line not in before)


def _build_undo(page: DeskPage, name: str, line: ChangeLine) -> None:
    if line.is_undone:
        Tag("span", words.UNDONE, style="desk-badge")
    if line.may_undo:
        described = words.UNDO_OF.format(name=name, at=write_time(line.at))
        build_button(
            common.UNDO, partial(_undo, page, line), id_=f"undo-{line.id}", description=described
        )


async def _undo(page: DeskPage, line: ChangeLine) -> None:
    async def undo() -> None:
        now = page.app.clock.now()
        await page.write(lambda work, visitor: undo_change(work, visitor, line.id, now=now))

    await page.do(undo, said=words.UNDO_DONE)
