"""An invitation just made, as the clerk passes it on: its code is seen this once."""

import base64

from bot.web.desk.files.invitations import link_sheet
from bot.web.desk.page import DeskPage
from bot.web.desk.widgets.dialogs import Dialog
from bot.web.desk.widgets.marks import build_button, build_copy, build_facts
from bot.web.desk.words import common
from bot.web.desk.words import people as words
from bot.web.elements import Tag
from handlers.desk.people.inviting import MadeInvitation, Reach
from handlers.texts.forms import write_time


def reach_of(page: DeskPage) -> Reach:
    """Tell where invited officers can go."""
    settings = page.app.settings
    return Reach(settings.public_url, settings.zalo_bot_people)


def keep_sheet(page: DeskPage, html: str) -> str:
    """Keep slips for this session for a while; return their address."""
    name = page.desk.handouts.put(page.secret, html, now=page.app.clock.now())
    return page.link(link_sheet(name))


def show_made(page: DeskPage, made: MadeInvitation) -> None:
    """Show code, link and QR code."""
    qr = f"data:image/svg+xml;base64,{base64.b64encode(made.qr.encode()).decode()}"
    with Dialog(page, words.MADE_TITLE.format(name=made.name), is_wide=True) as dialog:
        Tag("p", words.MADE_HINT.format(until=write_time(made.until)), style="desk-hint")
        if made.warning:
            Tag("p", made.warning, style="desk-alert")
        with Tag("div", style="people-made"):
            Tag("img", src=qr, alt=words.QR_OF.format(name=made.name), style="people-qr")
            with Tag("div"):
                Tag("p", made.code, style="people-code")
                if made.link:
                    build_facts(((words.LINK, made.link),))
                Tag("p", made.forward, style="people-forward")
        with Tag("div", style="desk-buttons"):
            build_copy(words.COPY_FORWARD, made.forward)
            build_copy(words.COPY_CODE, made.code)
            Tag("a", words.DOWNLOAD_QR, href=qr, download="ma-moi.svg", style="desk-button")
            sheet = keep_sheet(page, made.sheet)
            Tag("a", words.PRINT_ONE, href=sheet, target="_blank", style="desk-button")
            build_button(common.CLOSE, dialog.close)
