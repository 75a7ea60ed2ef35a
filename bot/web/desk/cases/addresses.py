"""What the inbox shows, in its address: other pages link to it with these names."""

from collections.abc import Mapping
from enum import Enum
from typing import TypeVar

from bot.web.desk.days import read_day
from handlers.desk.cases.wish import CaseWish, Due, Tab
from knowledge.cases.states import CaseKind, CaseState
from storage.values import CaseOrder

Choice = TypeVar("Choice", bound=Enum)
_ORDERS = {
    "han": CaseOrder.DUE,
    "moi-nhan": CaseOrder.NEWEST,
    "cu-nhat": CaseOrder.OLDEST,
}
_FILTERS = (
    *("trang-thai", "don-vi", "loai", "han", "tu", "den", "tim", "an-ten", "chua-cong-khai"),
    "can-goi",
)


def read_wish(query: Mapping[str, str], *, has_person: bool = True) -> CaseWish:
    """Read what an address asks for; what is no answer to its question is left out.

    Where it names no tab, somebody who only opens the page sees what waits for them, and who
    comes with a filter all that it lets through.
    """
    is_narrowed = any(query.get(name) for name in _FILTERS)
    usual = Tab.ALL if is_narrowed else Tab.MINE if has_person else Tab.OPEN
    return CaseWish(
        tab=_read_choice(Tab, query.get("xem", "")) or usual,
        search=query.get("tim", "").strip(),
        state=_read_choice(CaseState, query.get("trang-thai", "")),
        office_id=_read_number(query.get("don-vi", "")),
        kind=_read_choice(CaseKind, query.get("loai", "")),
        due=_read_choice(Due, query.get("han", "")),
        received_from=read_day(query.get("tu", "")),
        received_until=read_day(query.get("den", "")),
        hides_name=query.get("an-ten") == "1",
        is_unpublished=query.get("chua-cong-khai") == "1",
        must_call=query.get("can-goi") == "1",
        order=_ORDERS.get(query.get("xep", "")),
        page=_read_number(query.get("trang", "")) or 1,
    )


def write_wish(wish: CaseWish) -> dict[str, str]:
    """Write what an address asks for; empty is what it need not say."""
    return {
        "xem": wish.tab.value,
        "tim": wish.search,
        "trang-thai": wish.state.value if wish.state else "",
        "don-vi": "" if wish.office_id is None else str(wish.office_id),
        "loai": wish.kind.value if wish.kind else "",
        "han": wish.due.value if wish.due else "",
        "tu": wish.received_from.isoformat() if wish.received_from else "",
        "den": wish.received_until.isoformat() if wish.received_until else "",
        "an-ten": "1" * wish.hides_name,
        "chua-cong-khai": "1" * wish.is_unpublished,
        "can-goi": "1" * wish.must_call,
        "xep": write_order(wish.order),
        "trang": str(wish.page) if wish.page > 1 else "",
    }


def write_order(order: CaseOrder | None) -> str:
    """Write an order as addresses name it."""
    return next((name for name, each in _ORDERS.items() if each is order), "")


def _read_choice(kind: type[Choice], text: str) -> Choice | None:
    return next((each for each in kind if each.value == text), None)


def _read_number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None
