"""Pages of a few sentences, without script: they open on any phone."""

import hashlib
from functools import cache
from html import escape
from importlib.resources import files

from fastapi import Request, Response
from fastapi.responses import HTMLResponse

from bot.web import words

STYLE_PATH = "/motcua.css"
POLICY = (
    "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
_PAGE = """<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="{style}">
</head>
<body class="plain">
<main>
<h1>{title}</h1>
<p>{body}</p>
{action}
</main>
</body>
</html>
"""
_BUTTON = '<form method="post"><button class="plain-button" type="submit">{label}</button></form>'
_LINK = '<p><a class="plain-button" href="{href}">{label}</a></p>'


@cache
def read_style() -> str:
    """Read the style sheet of all pages."""
    return files("bot.web").joinpath("page.css").read_text("utf-8")


def style_url() -> str:
    """Give the style sheet's address, new with every change of it."""
    return f"{STYLE_PATH}?v={hashlib.sha256(read_style().encode()).hexdigest()[:12]}"


def send_style() -> Response:
    """Send the style sheet, for browsers to keep."""
    headers = {"Cache-Control": "public, max-age=31536000, immutable"}
    return Response(read_style(), media_type="text/css", headers=headers)


def ask_to_enter() -> HTMLResponse:
    """Show the one button that uses a link up."""
    button = _BUTTON.format(label=escape(words.ENTER_BUTTON))
    return _build(words.ENTER, words.ENTER_BODY, button, status=200)


def ask_to_join() -> HTMLResponse:
    """Show the one button that says an invitation's code in the chat."""
    button = _BUTTON.format(label=escape(words.JOIN_BUTTON))
    return _build(words.JOIN, words.JOIN_BODY, button, status=200)


def say_no_invitation() -> HTMLResponse:
    """Say that an address holds no invitation's code."""
    return _build(words.JOIN_VOID, words.JOIN_VOID_BODY, _to_chat(), status=404)


def say_try_later(why: str) -> HTMLResponse:
    """Say that a page takes nothing for now, and why."""
    return _build(words.LATER, why, _to_chat(), status=429)


def say_link_void() -> HTMLResponse:
    """Say that a link cannot be used, and how to get another."""
    return _build(words.LINK_VOID, f"{words.LINK_VOID_BODY} {words.LINK_HOW}", "", status=410)


def say_link_needed() -> HTMLResponse:
    """Say how to get a link."""
    return _build(words.LINK_NEEDED, words.LINK_HOW, "", status=403)


async def say_not_found(_request: Request, _error: Exception) -> HTMLResponse:
    """Say that there is no such page."""
    return _build(words.NOT_FOUND, words.NOT_FOUND_BODY, _to_chat(), status=404)


async def say_broken(_request: Request, _error: Exception) -> HTMLResponse:
    """Say that a page failed; the log says why."""
    return _build(words.BROKEN, words.BROKEN_BODY, _to_chat(), status=500)


def _to_chat() -> str:
    return _LINK.format(href="/", label=escape(words.TO_CHAT))


def _build(title: str, body: str, action: str, *, status: int) -> HTMLResponse:
    page = _PAGE.format(
        title=escape(title), body=escape(body), action=action, style=escape(style_url())
    )
    return HTMLResponse(page, status_code=status, headers={"Content-Security-Policy": POLICY})
