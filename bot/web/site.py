"""The one web application: pages by NiceGUI, plain routes, and the guard before all of them."""

import logging

import nicegui
from fastapi import FastAPI
from nicegui import translations, ui

from bot.app import App
from bot.channels.web import WebChannel
from bot.failures import log_failure
from bot.web import plain, words
from bot.web.chat import add_chat_page
from bot.web.desk import build_desk
from bot.web.files import build_files
from bot.web.guard import Guard
from bot.web.health import build_health
from bot.web.hooks import build_hooks
from bot.web.invitation import build_invitation
from bot.web.limits import SendLimit
from bot.web.login import build_login
from bot.web.public import build_public
from bot.web.tracing import Tracing
from storage.errors import Unavailable

log = logging.getLogger(__name__)
RECONNECT = 20.0  # seconds that a page's state waits for a phone that was out of reach
ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" '
    'rx="7" fill="#14477d"/><path d="M7 9h18v11H15l-5 5v-5H7z" fill="#fff"/></svg>'
)


def build_site(app: App, channel: WebChannel) -> FastAPI:
    """Build the web application.

    NiceGUI has one page registry in a process: of several sites the last one built has the pages.
    """
    site = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    site.add_middleware(Guard)
    site.add_exception_handler(404, plain.say_not_found)
    site.add_exception_handler(Unavailable, plain.say_away)
    site.add_exception_handler(Exception, plain.say_broken)
    site.include_router(build_login(app))
    site.include_router(build_invitation(app))
    site.include_router(build_public(app))
    site.include_router(build_hooks(app))
    limit = SendLimit()
    site.include_router(build_files(app, channel, limit))
    site.include_router(plain.build_assets())
    site.include_router(build_health(app))
    add_chat_page(app, channel, limit)
    site.include_router(build_desk(app))
    _mount_pages(site)
    site.middleware_stack = Tracing(site.build_middleware_stack())  # also of what goes wrong there
    return site


def _log_page_failure(error: Exception) -> None:
    log_failure(log, error, "a page could not do something")


def _mount_pages(site: FastAPI) -> None:
    """Mount NiceGUI's application; `app.storage` is not used, so nothing is written to disk."""
    pages = nicegui.app
    pages.middleware_stack = None  # built again, so that a second site can be mounted
    pages.user_middleware.clear()
    # NiceGUI's own handler logs what an error says, which may quote what was typed.
    pages._exception_handlers[:] = [_log_page_failure]
    pages.exception_handlers |= {
        404: plain.say_not_found,
        Unavailable: plain.say_away,
        Exception: plain.say_broken,
    }
    translations.translations["vi"] = words.CONNECTION
    ui.run_with(
        site,
        title=words.ASSISTANT,
        favicon=ICON,
        language="vi",
        tailwind=False,
        reconnect_timeout=RECONNECT,
        show_welcome_message=False,
    )
