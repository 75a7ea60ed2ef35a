"""What an Official Account may send to whom, and what the person sees of it."""

import datetime as dt
import itertools
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from tests.doubles.base import Shown

LONGEST = 2000
WINDOW = dt.timedelta(days=7)


@dataclass
class OaUser:
    """What the account knows of a person."""

    heard_at: dt.datetime | None = None  # last interaction
    is_following: bool = True


class Failed(Exception):
    """Answer with a code."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


class OaMessages:
    """The conversations of one account."""

    def __init__(self) -> None:
        self.now: dt.datetime | Callable[[], dt.datetime] | None = None  # a test's own clock
        self.quota: int | None = None  # messages that may still be sent this month
        self.wants_image = False  # whether a form without a picture is refused
        self.users: dict[str, OaUser] = defaultdict(OaUser)
        self.shown: dict[str, list[Shown]] = defaultdict(list)
        self.uploads: dict[str, str] = {}  # kinds by number
        self._numbers = itertools.count(1)

    def moment(self) -> dt.datetime:
        """Give the time on the service's clock."""
        now = self.now() if callable(self.now) else self.now
        return now or dt.datetime.now(dt.UTC)

    def number(self) -> str:
        """Give a message the next number."""
        return f"{next(self._numbers):08x}d3af150460909"

    def show_template(self, asked: Mapping[str, Any]) -> dict[str, str]:
        """Show the approved words, whatever the window."""
        number = self.number()
        words = " ".join(map(str, asked["template_data"].values()))
        self.show(asked["user_id"], Shown(f"[{asked['template_id']}] {words}", key=number))
        return {"message_id": number, "user_id": asked["user_id"]}

    def read_message(self, user: str, message: Mapping[str, Any]) -> Shown:
        """Read what is sent to a person; raise Failed where the service would."""
        self._check_window(user)
        text = message.get("text", "")
        if len(text) > LONGEST:
            raise Failed(-210)
        attachment = message.get("attachment")
        if not text and not attachment:
            raise Failed(-201)
        files = (self._read_attachment(attachment),) if attachment else ()
        if self.quota is not None:
            self.quota -= 1
        return Shown(text or _read_title(attachment or {}), files=files, key=self.number())

    def _check_window(self, user: str) -> None:
        known = self.users[user]
        if not known.is_following or known.heard_at is None:
            raise Failed(-213)
        if self.moment() - known.heard_at > WINDOW:
            raise Failed(-230)
        if self.quota is not None and self.quota <= 0:
            raise Failed(-211)

    def _read_attachment(self, attachment: Mapping[str, Any]) -> str:
        payload = attachment["payload"]
        if attachment["type"] == "file":
            return self._find_upload(payload["token"])
        if payload["template_type"] == "media":
            return self._find_upload(payload["elements"][0]["attachment_id"])
        element = payload["elements"][0]
        is_whole = element["title"] and element["subtitle"]
        if not is_whole or (self.wants_image and not element.get("image_url")):
            raise Failed(-201)
        return "form"

    def _find_upload(self, number: str) -> str:
        if number not in self.uploads:
            raise Failed(-100)
        return self.uploads[number]

    def show(self, user: str, shown: Shown) -> None:
        """Let a person see a message."""
        self.shown[user].append(shown)


def name_echo(shown: Shown) -> str:
    """Name the event by which a message comes back."""
    if shown.files == ("photo",):
        return "oa_send_image"
    return "oa_send_file" if shown.files == ("document",) else "oa_send_text"


def _read_title(attachment: Mapping[str, Any]) -> str:
    elements = attachment.get("payload", {}).get("elements", [{}])
    return str(elements[0].get("title", ""))
