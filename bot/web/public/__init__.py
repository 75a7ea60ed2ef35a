"""Pages for everybody, without script: results, looking up by code, privacy."""

from fastapi import APIRouter

from bot.app import App
from bot.web.public.lookup import build_lookup
from bot.web.public.privacy import build_privacy
from bot.web.public.results import build_results


def build_public(app: App) -> APIRouter:
    """Build the routes of the public pages."""
    router = APIRouter()
    for build in (build_results, build_lookup, build_privacy):
        router.include_router(build(app))
    return router
