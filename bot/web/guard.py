"""What stands before every page: security headers, and sockets only from our own pages."""

import re
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SOCKETS = "/_nicegui_ws"
PRIVATE = ("/vao", "/moi", "/desk")
_HOST = re.compile(r"[\w.\-]+(:\d+)?|\[[0-9a-fA-F:]+\](:\d+)?", re.ASCII)
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Permitted-Cross-Domain-Policies": "none",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
# Pages whose forms change something: with “no-referrer” a browser says that they come from "null".
_PRIVATE_HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "same-origin",
    "X-Robots-Tag": "noindex, nofollow",
}
_HTTPS_HEADERS = {"Strict-Transport-Security": "max-age=31536000"}


class Guard:
    """Add headers to every answer; refuse sockets that another host's page opens."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or refuse it."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        if scope["path"].startswith(SOCKETS) and is_foreign(headers):
            await _refuse(scope, receive, send)
            return
        await self._app(scope, receive, _with_headers(scope, headers, send))


def is_foreign(headers: Headers) -> bool:
    """Tell whether a browser says that a page of another host asks."""
    origin = headers.get("origin")
    return origin is not None and urlsplit(origin).netloc.lower() != headers.get("host", "").lower()


def is_from_elsewhere(headers: Headers) -> bool:
    """Tell whether another site sent a form; browsers say so over https, else by its origin."""
    site = headers.get("sec-fetch-site")
    return site not in ("same-origin", "none") if site else is_foreign(headers)


async def _refuse(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 1008})
    else:
        await Response(status_code=403)(scope, receive, send)


def _with_headers(scope: Scope, asked: Headers, send: Send) -> Send:
    async def send_with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers.update(_HEADERS)
            headers.setdefault("Content-Security-Policy", write_policy(asked.get("host", "")))
            if scope["path"].startswith(PRIVATE):
                headers.update(_PRIVATE_HEADERS)
            if scope.get("scheme") == "https":
                headers.update(_HTTPS_HEADERS)
        await send(message)

    return send_with_headers


def write_policy(host: str) -> str:
    """Write the content policy; NiceGUI compiles templates in the page, so it needs `eval`."""
    sockets = f" ws://{host} wss://{host}" if _HOST.fullmatch(host) else ""
    return (
        "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; "
        "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
        f"connect-src 'self'{sockets}; object-src 'none'; base-uri 'self'; "
        "form-action 'self'; frame-ancestors 'none'"
    )
