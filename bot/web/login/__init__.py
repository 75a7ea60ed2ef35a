"""`/vao`: a code for this browser, told in chat; and one-time links."""

from fastapi import APIRouter

from bot.app import App
from bot.web.login.codes import build_codes
from bot.web.login.links import build_links


def build_login(app: App) -> APIRouter:
    """Build the routes; those of codes come first, for any other path is a link's secret."""
    router = APIRouter(prefix="/vao")
    build_codes(app, router)
    build_links(app, router)
    return router
