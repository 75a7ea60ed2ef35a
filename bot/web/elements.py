"""Plain HTML elements with escaped text, where Quasar's widgets would say less to a reader."""

from nicegui import Client, ui
from nicegui.elements.mixins.text_element import TextElement

from bot.web import plain, words
from bot.web.plain import style_url
from bot.web.public.frame import PAGES
from bot.web.script import SCRIPT
from bot.web.upload import UPLOAD_SCRIPT
from handlers.texts import say

_NO_SCRIPT = (
    "<noscript><style>#esm-fallback {{ display: none !important }}</style>"
    '<p class="no-script">{words}</p></noscript>'
)


class Tag(TextElement):
    """An HTML element; its text is shown as text, never as markup."""

    def __init__(self, name: str, /, text: str = "", *, style: str = "", **attributes: str) -> None:
        super().__init__(tag=name, text=text)
        if style:
            self.classes(style)
        for attribute, value in attributes.items():
            self.props[attribute.replace("_", "-")] = value


def prepare_page(client: Client, title: str, *, script: bool = False) -> None:
    """Give a page its title, our style sheet and words for browsers that cannot show it yet."""
    client.title = title
    ui.add_head_html(f'<link rel="stylesheet" href="{style_url()}">')
    ui.add_head_html(f'<style>#esm-fallback::before {{ content: "{words.LOADING}" }}</style>')
    ui.add_body_html(_NO_SCRIPT.format(words=words.NO_SCRIPT))
    if script:
        ui.add_head_html(f"<script>{UPLOAD_SCRIPT}{SCRIPT}</script>")


def prepare_desk(client: Client, title: str) -> None:
    """Give a page of the desk its title, style sheets and script."""
    prepare_page(client, title)
    for name in ("desk.css", "desk.js"):
        ui.add_head_html(plain.link_asset(name))


def build_links() -> None:
    """Lay out the links to the public pages."""
    with Tag("nav", style="chat-links", aria_label=say("public_nav")):
        for path, key in PAGES:
            Tag("a", say(key), href=path)
