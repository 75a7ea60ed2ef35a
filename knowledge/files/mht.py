"""Read a web page saved as one file (.mht): the page inside, its pictures left out."""

from email import message_from_bytes, policy
from email.message import EmailMessage

from knowledge.errors import UnreadableFile
from knowledge.files.document import Document
from knowledge.files.guards import DAMAGE
from knowledge.files.html import read_html


def read_mht(source: str, data: bytes) -> Document:
    """Read the first page of the archive (RFC 2557); raise `UnreadableFile` like `read_html`."""
    try:
        message = message_from_bytes(data, policy=policy.default)
        page = _find_page(message)
    except DAMAGE as error:
        raise UnreadableFile("damaged") from error
    return read_html(source, page)


def _find_page(message: EmailMessage) -> bytes:
    for part in message.walk():
        if part.get_content_type() == "text/html":
            page = part.get_payload(decode=True)
            charset = part.get_content_charset()
            if isinstance(page, bytes):
                return f'<meta charset="{charset}">'.encode() + page if charset else page
    raise ValueError("no page in the archive")
