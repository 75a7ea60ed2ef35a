"""What every public page knows: language, place, links."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse

from bot.app import App
from bot.web.plain import style_url
from bot.web.public.templates import fill
from handlers.places import follow, name_office, open_places, own_place
from handlers.texts import LANGUAGES, say
from knowledge.text import fold
from storage.values import Locality

RESULTS, LOOKUP, PRIVACY = "/ket-qua", "/tra-cuu", "/quyen-rieng-tu"
PAGES = (
    (RESULTS, "public_to_results"),
    (LOOKUP, "public_to_lookup"),
    (PRIVACY, "public_to_privacy"),
)
_DEFAULT = "vi"
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Frame:
    """A page asked for; `places` are to choose from, where no place is the chat's own.

    `place_ids` are the place and those that it has followed; None stands for all there are.
    """

    request: Request
    language: str
    place: Locality | None
    places: Sequence[Locality]
    place_ids: Collection[int] | None

    def say(self, key: str, **facts: object) -> str:
        """Say a sentence in the page's language."""
        return say(key, self.language, **facts)

    def find(self, name: str, longest: int = 100) -> str:
        """Give what the address says under a name."""
        return self.request.query_params.get(name, "").strip()[:longest]

    @property
    def place_key(self) -> str:
        """Give how addresses name the chosen place; empty where there is no choice."""
        return write_key(self.place) if self.place and self.places else ""

    def link(self, path: str, **values: object) -> str:
        """Give an address in the page's language."""
        return write_link(path, self.language, values)

    def answer(
        self,
        name: str,
        title: str,
        values: dict[str, object],
        *,
        status: int = 200,
        headers: dict[str, str] | None = None,
    ) -> HTMLResponse:
        """Fill a page's template."""
        path = self.request.url.path
        other = "en" if self.language == _DEFAULT else _DEFAULT
        asked = {k: v for k, v in self.request.query_params.items() if k != "lang"}
        common: dict[str, object] = {
            "language": self.language,
            "title": title,
            "office": name_office(self.place, self.language),
            "style": style_url(),
            "say": self.say,
            "link": self.link,
            "pages": PAGES,
            "here": path,
            "other_language": write_link(path, other, dict(asked)),
            "places": [(write_key(place), place.name) for place in self.places],
            "place_key": self.place_key,
        }
        return fill(name, {**common, **values}, status=status, headers=headers)


async def open_frame(app: App, request: Request) -> Frame:
    """Read which language and place a page is asked for in."""
    language = request.query_params.get("lang", _DEFAULT)
    async with app.database.read() as work:
        places = await work.localities.list_all()
    own = own_place(places, app.settings.place_name)
    asked = request.query_params.get("noi", "")
    place = own or next((each for each in places if write_key(each) == asked), None)
    followed = {each.id for each in places if place and follow(each, places) == place}
    return Frame(
        request=request,
        language=language if language in LANGUAGES else _DEFAULT,
        place=place,
        places=[] if own else open_places(places),
        place_ids=followed | {place.id} if place else None,
    )


def write_key(place: Locality) -> str:
    """Name a place for an address: xa-ben-lua."""
    return "-".join(_WORD.findall(fold(place.name)))


def write_link(path: str, language: str, values: dict[str, object]) -> str:
    """Write an address with what is not empty."""
    named = {**values, "lang": "" if language == _DEFAULT else language}
    query = urlencode({name.replace("_", "-"): v for name, v in named.items() if v})
    return f"{path}?{query}" if query else path
