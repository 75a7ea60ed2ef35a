"""A form with files, read as it comes: files go to nameless scratch files, never into memory.

Only this file knows the form parser.
"""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from typing import IO

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header

from handlers.files.rules import LARGEST, MB, MOST_A_MESSAGE, Upload
from knowledge.files.sniff import HEAD

MOST_TOGETHER = 50 * MB  # of one form; a phone's ten photos are about 40
_MOST_PARTS = 60
_MOST_TEXT = 64 * 1024  # bytes of a field that is not a file
_FORM = "multipart/form-data"
OpenScratch = Callable[[], IO[bytes]]


class TooLarge(Exception):
    """Say that a form is larger than is taken."""


class Malformed(Exception):
    """Say that a request's body is not a form."""


@dataclass(frozen=True, slots=True)
class Form:
    """What a form held: texts by field, and files in order."""

    texts: dict[str, str]
    uploads: list[Upload]


@dataclass(slots=True)
class _Part:
    headers: dict[str, bytes] = field(default_factory=dict)
    name: str = ""
    filename: str | None = None
    text: bytearray = field(default_factory=bytearray)
    scratch: IO[bytes] | None = None
    size: int = 0


async def read_form(
    content_type: str,
    body: AsyncIterator[bytes],
    open_scratch: OpenScratch,
    *,
    largest: int = LARGEST,
    most: int | None = None,
) -> Form:
    """Read a form; raise `TooLarge` or `Malformed`. The caller closes the uploads' streams.

    `largest` is what is kept of one file, `most` (`MOST_TOGETHER` if not given) what
    the whole form may have, in bytes.
    """
    kind, options = parse_options_header(content_type)
    if kind != _FORM.encode() or b"boundary" not in options:
        raise Malformed
    reader = _Reader(options[b"boundary"], open_scratch, largest)
    try:
        received = 0
        async for chunk in body:
            received += len(chunk)
            if received > (most or MOST_TOGETHER):
                raise TooLarge
            reader.feed(chunk)
        return reader.finish()
    except BaseException as error:
        reader.close()
        if isinstance(error, FormParserError):
            raise Malformed from error
        raise


class _Reader:
    """Follow the parser from part to part."""

    def __init__(self, boundary: bytes, open_scratch: OpenScratch, largest: int) -> None:
        self._open_scratch = open_scratch
        self._largest = largest
        self._parts: list[_Part] = []
        self._header = bytearray()
        self._value = bytearray()
        self._is_ended = False
        self._parser = MultipartParser(
            boundary,
            {
                "on_part_begin": self._begin,
                "on_header_field": self._add_header,
                "on_header_value": self._add_value,
                "on_header_end": self._end_header,
                "on_headers_finished": self._name_part,
                "on_part_data": self._add_data,
                "on_end": self._end,
            },
        )

    def feed(self, chunk: bytes) -> None:
        """Take the next piece of the body."""
        self._parser.write(chunk)

    def finish(self) -> Form:
        """Give what was read; a form that breaks off is malformed."""
        if not self._is_ended:
            raise Malformed
        files = [part for part in self._parts if part.filename]
        return Form(
            texts={
                part.name: part.text.decode("utf-8", "replace")
                for part in self._parts
                if part.filename is None
            },
            uploads=[_upload(part, self._open_scratch) for part in files],
        )

    def close(self) -> None:
        """Close every scratch file."""
        for part in self._parts:
            if part.scratch:
                part.scratch.close()

    def _begin(self) -> None:
        if len(self._parts) >= _MOST_PARTS:
            raise TooLarge
        self._parts.append(_Part())

    def _add_header(self, data: bytes, start: int, end: int) -> None:
        self._header += data[start:end]

    def _add_value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]

    def _end_header(self) -> None:
        self._parts[-1].headers[self._header.decode("latin-1").lower()] = bytes(self._value)
        self._header.clear()
        self._value.clear()

    def _name_part(self) -> None:
        part = self._parts[-1]
        _, options = parse_options_header(part.headers.get("content-disposition", b""))
        part.name = options.get(b"name", b"").decode("utf-8", "replace")
        filename = options.get(b"filename")
        part.filename = None if filename is None else filename.decode("utf-8", "replace")

    def _add_data(self, data: bytes, start: int, end: int) -> None:
        part = self._parts[-1]
        room = self._find_room(part)
        part.size += end - start
        if part.filename is None:
            part.text += data[start:end]
            if len(part.text) > _MOST_TEXT:
                raise TooLarge
        elif room > 0:
            part.scratch = part.scratch or self._open_scratch()
            part.scratch.write(data[start : min(end, start + room)])

    def _find_room(self, part: _Part) -> int:
        """Tell how many bytes still matter: of a file too large or too many only the start does."""
        started = sum(each.scratch is not None for each in self._parts if each is not part)
        return (self._largest if started < MOST_A_MESSAGE else HEAD) - part.size

    def _end(self) -> None:
        self._is_ended = True


def _upload(part: _Part, open_scratch: OpenScratch) -> Upload:
    return Upload(part.filename or "", part.scratch or open_scratch(), part.size)
