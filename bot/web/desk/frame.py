"""What stands on every page of the desk: whose it is, the menu, who has logged in."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from bot.web.desk.words import common as words
from bot.web.elements import Tag
from handlers.desk.visitor import Power, Visitor
from handlers.places import name_office
from handlers.texts import say


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the menu, shown to who may see its page."""

    path: str
    label: str
    power: Power
    also: str = ""  # where its pages stand beside its own address


MENU = (
    Entry("/desk", words.TODAY, Power.VIEW_TODAY),
    Entry("/desk/ke-hoach", words.PLANS, Power.VIEW_PLANS),
    Entry("/desk/lich-han", words.CALENDAR, Power.VIEW_DUE),
    Entry("/desk/phan-anh", words.CASES, Power.VIEW_CASES),
    Entry("/desk/hoi-dap", words.ANSWERS, Power.VIEW_ANSWERS),
    Entry("/desk/don-vi", words.PEOPLE, Power.VIEW_PEOPLE, also="/desk/nguoi"),
    Entry("/desk/bao-cao", words.REPORTS, Power.VIEW_REPORTS),
    Entry("/desk/cai-dat", words.SETTINGS, Power.VIEW_SETTINGS),
)
SESSIONS_PATH, LEAVE_PATH = "/desk/phien", "/desk/dang-xuat"


@contextmanager
def build_frame(visitor: Visitor, *, title: str, path: str) -> Iterator[None]:
    """Lay out head and menu; what is built inside stands below the page's title."""
    Tag("a", words.SKIP, href="#desk-content", style="desk-skip")
    with Tag("div", style="desk"):
        with Tag("div", style="desk-head"):
            Tag(
                "button", words.MENU, type="button", style="desk-toggle", id="desk-toggle",
                aria_expanded="false", aria_controls="desk-menu",
            )  # fmt: skip
            with Tag("p", style="desk-office"):
                Tag("strong", name_office(visitor.place))
                Tag("span", words.DESK)
            _build_who(visitor)
        with Tag("nav", id="desk-menu", style="desk-menu", aria_label=words.MENU), Tag("ul"):
            for entry in MENU:
                if visitor.may(entry.power):
                    _build_entry(entry, path)
        with Tag("div", id="desk-content", style="desk-content", tabindex="-1"):
            Tag("h1", title)
            yield


def _build_who(visitor: Visitor) -> None:
    with Tag("div", style="desk-who"):
        with Tag("p"):
            Tag("strong", visitor.name)
            Tag("span", say(f"role_{visitor.role.value}"))
        Tag("a", words.SESSIONS, href=SESSIONS_PATH)
        with Tag("form", method="post", action=LEAVE_PATH):
            Tag("button", words.LEAVE, type="submit", style="desk-plain")


def _build_entry(entry: Entry, path: str) -> None:
    is_here = path == entry.path or (entry.path != "/desk" and path.startswith(f"{entry.path}/"))
    is_here = is_here or bool(entry.also and f"{path}/".startswith(f"{entry.also}/"))
    current = {"aria_current": "page"} if is_here else {}
    with Tag("li"):
        Tag("a", entry.label, href=entry.path, **current)
