"""A net under the whole suite: nothing private may stand in a log, at any level."""

import json
import logging
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any
from urllib.parse import quote

import pytest

from bot.logs.forms import JsonForm, TextForm
from bot.settings import Settings
from storage.cipher import Cipher
from storage.invitations import Invitations
from storage.logins import Logins

SHORTEST = 12  # letters; what is shorter stands in a log by chance
MOST = 300  # texts of one test that are looked for: some tests send thousands
_SHAPES = {
    "phone": re.compile(r"(?<![\w.])(?:\+?84|0)[ .-]?[35789](?:[ .-]?\d){8}(?!\w)"),
    "token": re.compile(r"(?<!\d)\d{6,}:[\w-]{20,}"),
}
_SET = (
    "keys", "telegram_tokens", "zalo_bot_tokens", "zalo_app_secret", "zalo_oa_secret",
    "metrics_token",
)  # fmt: skip


class Net(logging.Handler):
    """Keep what is logged while a test runs; look in it for what that test keeps private."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self._forms = (
            logging.Formatter("%(message)s"),  # with tracebacks
            JsonForm("test"),
            TextForm("test"),
        )
        self._lines: list[tuple[str, str]] = []
        self._tokens: set[str] = set()
        self._texts: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a record as anybody would write it, and as the program's own log does."""
        self._lines += [(record.name, form.format(record)) for form in self._forms]

    def learn_token(self, *tokens: str) -> None:
        """Look for tokens as long as the suite runs."""
        self._tokens.update(each for each in tokens if len(each) >= SHORTEST)

    def learn_text(self, text: str) -> None:
        """Look for a text, or the texts of a JSON, until the test ends, however they are written."""
        for line in _split(text) if len(self._texts) < MOST else ():
            if len(line) >= SHORTEST:
                as_json = {json.dumps(line, ensure_ascii=each)[1:-1] for each in (True, False)}
                self._texts |= {line, quote(line), *as_json}

    def draw(self) -> list[str]:
        """Give what was caught, as “logger: kind”; begin anew."""
        lines, texts = self._lines, self._texts
        self._lines, self._texts = [], set()
        logged = "\n".join(line for _, line in lines)
        kinds = {each: "token" for each in self._tokens if each in logged}
        kinds |= {each: "text" for each in texts if each in logged}
        caught = {
            f"{name}: {kinds[each]}" for name, line in lines for each in kinds if each in line
        }
        for kind, shape in _SHAPES.items():
            if shape.search(logged):
                caught |= {f"{name}: {kind}" for name, line in lines if shape.search(line)}
        return sorted(caught)


def _split(text: str) -> Iterator[str]:
    """Give the lines of a text, or those of every text in a JSON."""
    try:
        waiting = [json.loads(text)] if text.startswith("{") else [text]
    except json.JSONDecodeError:
        waiting = [text]
    while waiting:
        match waiting.pop():
            case str(each):
                yield from (line.strip() for line in each.splitlines())
            case dict(each):
                waiting += each.values()
            case list(each):
                waiting += each


@contextmanager
def cast(net: Net) -> Iterator[None]:
    """Catch every log; whatever is sealed, set as a secret or given out as one is private."""
    with pytest.MonkeyPatch.context() as patch:
        _listen(patch, Cipher, "encrypt", net.learn_text)
        for owner, method in ((Logins, "open_session"), (Logins, "add_link"), (Invitations, "add")):
            _listen(patch, owner, method, net.learn_token)
        _listen_to_settings(patch, net)
        for name in ("httpx", "aiosqlite"):  # the tests' own browser; what `motcua run` silences
            logging.getLogger(name).setLevel(logging.WARNING)
        logging.getLogger().addHandler(net)
        yield
        logging.getLogger().removeHandler(net)


def _listen(
    patch: pytest.MonkeyPatch, owner: type, method: str, learn: Callable[[str], None]
) -> None:
    """Learn the first argument of every call."""
    inner: Callable[..., Any] = getattr(owner, method)

    @wraps(inner)
    def outer(self: object, first: str, *args: Any, **options: Any) -> Any:
        learn(first)
        return inner(self, first, *args, **options)

    patch.setattr(owner, method, outer)


def _listen_to_settings(patch: pytest.MonkeyPatch, net: Net) -> None:
    inner: Callable[..., None] = Settings.__init__

    @wraps(inner)
    def outer(self: Settings, **values: Any) -> None:
        inner(self, **values)
        for name in _SET:
            value = getattr(self, name)
            net.learn_token(*([value] if isinstance(value, str) else value))

    patch.setattr(Settings, "__init__", outer)
