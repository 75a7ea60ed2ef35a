"""A reply as messages of an Official Account: texts, files, a form for one's details."""

import asyncio
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from bot.channels.base import Refused
from bot.channels.wording import split_text, write_menu
from bot.channels.zalo_oa.api import ZaloApi
from bot.shelf import Opened, Shelf
from handlers.messages import Reply, ShownFile
from handlers.texts import LANGUAGES, say
from knowledge.errors import UnreadableFile
from knowledge.files.photos import shrink_photo
from knowledge.questions.language import detect
from storage.values import Address

LONGEST = 2000  # letters, as Zalo counts them
_MB = 1024 * 1024
_JPEG = "image/jpeg"  # as every photo that is kept
_DOCUMENTS = {
    "application/pdf": ".pdf",
    "application/msword": ".doc",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
FORM_WORDS = tuple(
    say(key, language) for language in LANGUAGES for key in ("zalo_form", "zalo_form_below")
)
Body = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Form:
    """A request for name, phone and address."""

    language: str

    def write(self) -> Body:
        """Write it as a message; without a picture, which some accounts may be asked for."""
        words = {"title": say("zalo_form", self.language)}
        words["subtitle"] = say("zalo_form_below", self.language)
        payload = {"template_type": "request_user_info", "elements": [words]}
        return {"attachment": {"type": "template", "payload": payload}}


Part = str | ShownFile | Form


def split_reply(reply: Reply) -> Sequence[Part]:
    """Split a reply into what is sent one after the other."""
    text = unicodedata.normalize("NFC", write_menu(reply))
    form = [Form(_language(reply))] if reply.asks == "contact" else []
    return [*split_text(text, LONGEST), *reply.files, *form]


def _language(reply: Reply) -> str:
    return detect(reply.text, "vi")


class Writer:
    """Turn parts into messages; files are uploaded for that."""

    def __init__(self, api: ZaloApi, shelf: Shelf) -> None:
        self._api = api
        self._shelf = shelf

    async def write(self, part: Part, address: Address, reply: Reply) -> Body | None:
        """Write a part; None where there is nothing to send."""
        if isinstance(part, str):
            return {"text": part}
        if isinstance(part, Form):
            return part.write()
        opened = await self._shelf.open(address, part.name)
        if opened is None:
            return None
        sent = await self._upload(opened, part.label)
        return sent or {"text": say("file_on_web", _language(reply), label=part.label)}

    async def _upload(self, opened: Opened, label: str) -> Body | None:
        """Upload a file; None where the service does not take such."""
        media_type, data = opened.file.media_type, opened.data
        if media_type == _JPEG:
            return await self._upload_photo(data, label)
        if media_type in _DOCUMENTS and len(data) <= 5 * _MB:
            name = _name(label, _DOCUMENTS[media_type])
            got = await self._api.upload("/v2.0/oa/upload/file", (name, data, media_type))
            return {"attachment": {"type": "file", "payload": {"token": _take(got, "token")}}}
        return None

    async def _upload_photo(self, data: bytes, label: str) -> Body | None:
        try:
            data = await asyncio.to_thread(shrink_photo, data, _MB)
        except UnreadableFile:
            return None
        file = (_name(label, ".jpg"), data, _JPEG)
        got = await self._api.upload("/v2.0/oa/upload/image", file)
        element = {"media_type": "image", "attachment_id": _take(got, "attachment_id")}
        payload: Body = {"template_type": "media", "elements": [element]}
        return {"text": label, "attachment": {"type": "template", "payload": payload}}


def _take(data: object, name: str) -> str:
    """Take what an upload is sent by."""
    found = data.get(name) if isinstance(data, dict) else None
    if not found:
        raise Refused(f"zalo no_{name}")
    return str(found)


def _name(label: str, suffix: str) -> str:
    return f"{PurePath(label).stem or 'file'}{suffix}"
