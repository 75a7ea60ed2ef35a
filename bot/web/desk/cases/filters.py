"""The form that narrows the inbox down; the rarer questions stand folded away."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace

from nicegui.events import GenericEventArguments

from bot.web.desk.cases.addresses import read_wish, write_order, write_wish
from bot.web.desk.page import DeskPage
from bot.web.desk.widgets.forms import Field, Filled, build_field, read_filled
from bot.web.desk.words import cases as words
from bot.web.desk.words import common
from bot.web.elements import Tag
from handlers.desk.cases.wish import NO_OFFICE, CaseWish
from handlers.errors import HandlerError
from handlers.texts import say
from handlers.texts.forms import capital, write_day
from knowledge.cases.states import CaseKind, CaseState

Narrow = Callable[[CaseWish], Awaitable[None]]
_FILTER = "(event) => motcuaDesk.filter(event, emit)"
_EVERY = ("", common.ALL)


def build_filter_form(
    page: DeskPage, wish: CaseWish, offices: Sequence[tuple[int, str]], narrow: Narrow
) -> None:
    """Lay out the form; `narrow` is called with what it asks for, soon after each change."""
    usual, rare = _list_usual(page, wish, offices), _list_rare(wish)

    async def change(event: GenericEventArguments) -> None:
        filled = read_filled((*usual, *rare), event.args)
        if (asked := _read(filled, page)) is not None:
            await narrow(asked)

    with Tag(
        "form", style="desk-filters cases-filters", role="search", aria_label=words.FILTERS
    ) as form:
        for each in usual:
            build_field(each, f"cases-{each.name}")
        opened = {"open": ""} if _asks_rare(wish) else {}
        with Tag("details", style="cases-more", **opened):
            Tag("summary", words.MORE_FILTERS)
            with Tag("div", style="cases-rare"):
                for each in rare:
                    build_field(each, f"cases-{each.name}")
                Tag("a", words.CLEAR, href=page.link(page.path), style="cases-clear")
    for event in ("input", "change", "submit"):
        form.on(event, change, js_handler=_FILTER)


def _list_usual(
    page: DeskPage, wish: CaseWish, offices: Sequence[tuple[int, str]]
) -> tuple[Field, ...]:
    hint = words.SEARCH_HINT if page.visitor.person else words.SEARCH_HINT_CODE
    states = [(each.value, capital(say(f"casework_state_{each.value}"))) for each in CaseState]
    named = [(str(office_id), name) for office_id, name in offices]
    unnamed = [(str(NO_OFFICE), words.NO_OFFICE)] if page.visitor.sees_all else []
    query = write_wish(wish)
    found = (
        Field("tim", words.SEARCH, "search", wish.search, hint=hint),
        Field("trang-thai", words.STATE, "select", query["trang-thai"], (_EVERY, *states)),
        Field("don-vi", words.OFFICE, "select", query["don-vi"], (_EVERY, *unnamed, *named)),
        Field("han", words.DUE, "select", query["han"], (_EVERY, *_pair(words.DUES))),
    )
    return tuple(each for each in found if each.name != "don-vi" or len(each.options) > 2)


def _list_rare(wish: CaseWish) -> tuple[Field, ...]:
    kinds = [(each.value, capital(say(f"case_kind_{each.value}"))) for each in CaseKind]
    orders = [(write_order(each), label) for each, label in words.ORDERS.items()]
    query = write_wish(wish)
    first, last = (
        write_day(day) if day else "" for day in (wish.received_from, wish.received_until)
    )
    return (
        Field("loai", words.KIND, "select", query["loai"], (_EVERY, *kinds)),
        Field("tu", words.FROM, "date", first),
        Field("den", words.UNTIL, "date", last),
        Field("xep", words.ORDER, "select", query["xep"], (("", words.ORDER_DEFAULT), *orders)),
        Field("an-ten", words.HIDES_NAME, "check", query["an-ten"]),
        Field("chua-cong-khai", words.UNPUBLISHED, "check", query["chua-cong-khai"]),
        Field("can-goi", words.MUST_CALL, "check", query["can-goi"]),
    )


def _pair(labels: object) -> list[tuple[str, str]]:
    assert isinstance(labels, dict)
    return [(each.value, label) for each, label in labels.items()]


def _asks_rare(wish: CaseWish) -> bool:
    flags = (wish.hides_name, wish.is_unpublished, wish.must_call)
    return any((wish.kind, wish.received_from, wish.received_until, wish.order, *flags))


def _read(filled: Filled, page: DeskPage) -> CaseWish | None:
    """Read the form; a day that is half typed changes nothing yet."""
    wish = read_wish({name: filled.get(name) for name in filled.fields})
    try:
        return replace(wish, received_from=filled.day("tu"), received_until=filled.day("den"))
    except HandlerError:
        return None
