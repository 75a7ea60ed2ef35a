"""`/healthz` for everybody; `/readyz` and `/metrics` for who looks after the machine."""

import datetime as dt
import hmac
import ipaddress

from fastapi import APIRouter, FastAPI, HTTPException, Request, Response
from fastapi.responses import JSONResponse

from bot.app import App
from bot.health.checks import Check, is_ready, list_checks
from bot.health.figures import list_figures
from bot.health.looking import Looking
from bot.metrics import CONTENT_TYPE

READY_AGE = dt.timedelta(seconds=1)
METRICS_AGE = dt.timedelta(seconds=10)
FORWARDED = ("forwarded", "x-real-ip", "via", "cf-connecting-ip")
_STARTS = "x-forwarded-"
_NAMED = frozenset({"localhost", ""})  # without a name: HTTP/1.0
_HEADERS = {"Cache-Control": "no-store"}


def build_health(app: App) -> APIRouter:
    """Build the routes."""
    router, looking = APIRouter(), Looking(app)

    @router.get("/healthz")
    async def check_health() -> Response:
        return JSONResponse({"status": "ok"}, headers=_HEADERS)

    @router.get("/readyz")
    async def check_ready(request: Request) -> Response:
        _admit(app, request)
        return _answer(list_checks(app, await looking.look(most_age=READY_AGE)))

    @router.get("/metrics")
    async def show_metrics(request: Request) -> Response:
        _admit(app, request)
        look = await looking.look(most_age=METRICS_AGE)
        body = app.metrics.write(list_figures(app, look))
        return Response(body, media_type=CONTENT_TYPE, headers=_HEADERS)

    return router


def build_health_site(app: App) -> FastAPI:
    """Build what a process without pages answers: these routes, and nothing else."""
    site = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    site.include_router(build_health(app))
    return site


def _answer(checks: list[Check]) -> Response:
    ready = is_ready(checks)
    is_well = all(each.ok for each in checks)
    body = {
        "status": "ok" if is_well else "degraded" if ready else "unavailable",
        "checks": [{"name": each.name, "ok": each.ok, "figure": each.figure} for each in checks],
    }
    return JSONResponse(body, status_code=200 if ready else 503, headers=_HEADERS)


def _admit(app: App, request: Request) -> None:
    """Let in who bears the token; without one set, this very machine, but not through a proxy.

    Others are told that there is no such page.
    """
    token = app.settings.metrics_token
    if token:
        given = request.headers.get("authorization", "").encode("latin-1")
        is_in = hmac.compare_digest(given, f"Bearer {token}".encode())
    else:
        is_in = _is_local(request)
    if not is_in:
        raise HTTPException(404)


def _is_local(request: Request) -> bool:
    """Tell whether it came from here, and to here: a plain proxy passes the site's name on.

    So does a browser on this machine whose page has given its own name this machine's address.
    """
    is_passed_on = any(name in FORWARDED or name.startswith(_STARTS) for name in request.headers)
    if is_passed_on or request.client is None:
        return False
    asked = _read_host(request.headers.get("host", ""))
    return _is_loopback(request.client.host) and (asked in _NAMED or _is_loopback(asked))


def _read_host(host: str) -> str:
    """Read what stands before the port."""
    name, colon, port = host.rpartition(":")
    return (name if colon and port.isdigit() else host).strip("[]").lower()


def _is_loopback(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False
