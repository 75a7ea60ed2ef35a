"""Pages of a few sentences, without script: they open on any phone."""

import hashlib
from functools import cache, partial
from html import escape
from importlib.resources import files

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse

from bot.web import words

ASSETS = "/tai-san"
STYLE = "page.css"
_KINDS = {STYLE: "text/css", "desk.css": "text/css", "desk.js": "text/javascript"}
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
def read_asset(name: str) -> str:
    """Read a style sheet or script; the desk's are the files of its folder, one after another."""
    folder = files("bot.web").joinpath("assets")
    if name == STYLE:
        return folder.joinpath(name).read_text("utf-8")
    parts = (each for each in folder.joinpath("desk").iterdir() if each.name.endswith(name[4:]))
    return "".join(each.read_text("utf-8") for each in sorted(parts, key=lambda each: each.name))


def asset_url(name: str) -> str:
    """Give an asset's address, new with every change of it."""
    return f"{ASSETS}/{name}?v={hashlib.sha256(read_asset(name).encode()).hexdigest()[:12]}"


def link_asset(name: str) -> str:
    """Write the tag that loads an asset."""
    if name.endswith(".js"):
        return f'<script src="{asset_url(name)}" defer></script>'
    return f'<link rel="stylesheet" href="{asset_url(name)}">'


def style_url() -> str:
    """Give the address of the style sheet of all pages."""
    return asset_url(STYLE)


def build_assets() -> APIRouter:
    """Build the routes of the assets, which browsers keep."""
    router = APIRouter(prefix=ASSETS)
    for name in _KINDS:
        router.add_api_route(f"/{name}", partial(_send, name), methods=["GET"])
    return router


def _send(name: str) -> Response:
    headers = {"Cache-Control": "public, max-age=31536000, immutable"}
    return Response(read_asset(name), media_type=_KINDS[name], headers=headers)


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


def say_forbidden() -> HTMLResponse:
    """Say that a page of the desk is not for this role."""
    link = _LINK.format(href="/desk", label=escape(words.TO_DESK))
    return _build(words.FORBIDDEN, words.FORBIDDEN_BODY, link, status=403)


def say_gone(why: str) -> HTMLResponse:
    """Say why a page of the desk has nothing to show."""
    link = _LINK.format(href="/desk", label=escape(words.TO_DESK))
    return _build(words.GONE_PAGE, why, link, status=404)


async def say_not_found(_request: Request, _error: Exception) -> HTMLResponse:
    """Say that there is no such page."""
    return _build(words.NOT_FOUND, words.NOT_FOUND_BODY, _to_chat(), status=404)


async def say_away(_request: Request, _error: Exception) -> HTMLResponse:
    """Say that the database takes nothing for now; browsers and services may come again."""
    page = _build(words.BROKEN, words.BROKEN_BODY, _to_chat(), status=503)
    page.headers["Retry-After"] = "60"
    return page


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
