"""`/desk/cai-dat/kenh`: how the bots and Official Accounts stand; nothing is asked of them."""

from bot.web.desk.page import Desk, DeskPage
from bot.web.desk.setup.parts import SETTINGS, build_settings_tabs
from bot.web.desk.widgets.marks import build_badge, build_section
from bot.web.desk.widgets.tables import Cell, Column, build_table
from bot.web.desk.words import common
from bot.web.desk.words import settings as words
from bot.web.elements import Tag
from handlers.desk.settings.channels import ChannelLine, Limits, read_channels
from handlers.desk.visitor import Power
from handlers.texts.forms import write_time
from storage.values import Topic

_COLUMNS = (
    words.CHANNEL,
    words.STATE,
    Column(words.HEARD, "tight"),
    words.TOKEN,
    Column(words.REACHED, "num"),
    Column(words.SENT, "num"),
    Column(words.WAITING, "num"),
)
_TOPICS = frozenset({Topic.SETTINGS, Topic.DELIVERY, Topic.PEOPLE})


def add_page(desk: Desk) -> None:
    """Put the page."""

    @desk.page(f"{SETTINGS}/kenh", power=Power.VIEW_SETTINGS, title=common.SETTINGS)
    async def channels(page: DeskPage) -> None:
        build_settings_tabs(page)
        settings, names = page.app.settings, [bot.name for bot in page.app.bots]
        limits = Limits({"zalo_bot": settings.zalo_bot_people}, settings.month_quotas)

        async def read() -> tuple[ChannelLine, ...]:
            now = page.app.clock.now()
            return await page.read(
                lambda work, visitor: read_channels(work, visitor, names, limits=limits, now=now)
            )

        await page.live(_TOPICS, read, _build)


def _build(lines: tuple[ChannelLine, ...]) -> None:
    with build_section(words.CHANNELS, description=words.CHANNELS_HINT):
        rows = [_write(line) for line in lines]
        build_table(words.CHANNELS, _COLUMNS, rows, empty=words.NO_CHANNELS)


def _write(line: ChannelLine) -> tuple[Cell, ...]:
    def build_name() -> None:
        with Tag("div", style="settings-change"):
            Tag("strong", line.name)
            Tag("span", line.title, style="desk-hint")

    def build_state() -> None:
        if line.is_connected:
            build_badge(words.CONNECTED, "good")
        else:
            build_badge(words.NOT_CONNECTED, "late")

    return (
        build_name,
        build_state,
        write_time(line.heard_at) if line.heard_at else words.NEVER,
        _write_token(line),
        _write_count(line.people, line.most_people),
        _write_count(line.sent, line.most_sent),
        str(line.waiting),
    )


def _write_token(line: ChannelLine) -> str:
    if line.token_failed_at:
        at = write_time(line.token_failed_at)
        return words.NOT_RENEWED.format(at=at, code=line.token_failure)
    if line.token_since:
        return words.RENEWED.format(at=write_time(line.token_since))
    return common.NONE


def _write_count(count: int, most: int | None) -> str:
    return words.OF.format(count=count, most=most) if most else str(count)
