"""The office's desk at `/desk`: pages by NiceGUI over the handlers that chat uses."""

from fastapi import APIRouter

from bot.app import App
from bot.web.desk.files.cases import build_case_files
from bot.web.desk.files.invitations import build_invitation_files
from bot.web.desk.files.reports import build_downloads
from bot.web.desk.leaving import build_leaving
from bot.web.desk.live import Watch
from bot.web.desk.page import Desk
from bot.web.desk.pages import ADD_PAGES
from bot.web.desk.uploads import Uploads


def build_desk(app: App) -> APIRouter:
    """Register the pages and build the routes beside them."""
    desk = build_pages(app)
    router = APIRouter()
    router.include_router(desk.uploads.build_router())
    router.include_router(build_leaving(app))
    router.include_router(build_invitation_files(desk))
    router.include_router(build_case_files(desk))
    router.include_router(build_downloads(desk))
    return router


def build_pages(app: App) -> Desk:
    """Register the pages."""
    desk = Desk(app, Watch(app.database), Uploads(app))
    for add in ADD_PAGES:
        add(desk)
    return desk
