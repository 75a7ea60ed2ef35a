"""What stands right beside a name: a day of birth in a row of a table, a nickname in quotes."""

import re
from collections.abc import Iterable, Iterator

from knowledge.personal.view import Found, PersonalKind, View

_DAY = r"\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)?\d\d"
_OLD = r"(?:\d{1,2}[/.-]\d{1,2}[/.-])?19\d\d"
_BORN = re.compile(
    rf"\s?(?:[|;\t]\s?(?P<cell>{_DAY}|(?:19|20)\d\d)|[,(–-]\s?(?P<old>{_OLD}))(?!\d)"
)
_NICKNAME = re.compile(r"\s?[\"“'‘]\s?(?P<data>[^\W\d_]+(?: [^\W\d_]+)?)\s?[\"”'’]")


def find_beside(view: View, names: Iterable[Found]) -> Iterator[Found]:
    """Yield the days of birth and the nicknames that follow names."""
    for _, end, _ in names:
        born = _BORN.match(view.plain, end)
        if born:
            yield *born.span("cell" if born["cell"] else "old"), PersonalKind.BIRTH
        nickname = _NICKNAME.match(view.plain, end)
        if nickname:
            yield *nickname.span("data"), PersonalKind.NAME
