"""Giving work out: a form, then a look at what would be given to whom."""

from bot.web.desk.due.acting import need_day, run
from bot.web.desk.page import DeskPage
from bot.web.desk.widgets.dialogs import Dialog
from bot.web.desk.widgets.forms import Field, Filled, Form
from bot.web.desk.widgets.marks import build_button, build_facts
from bot.web.desk.words import calendar as words
from bot.web.elements import Tag
from handlers.assigning.giving import LONGEST_CONTENT
from handlers.desk.due.giving import (
    LONGEST_DOCUMENT,
    Giving,
    GivingPreview,
    OfficeChoice,
    give_work,
    preview_giving,
    read_offices,
)
from handlers.texts.forms import join_names


async def build_giving(page: DeskPage) -> None:
    """Lay out the form."""
    clock, calendar = page.app.clock, page.app.calendar
    offices = await page.read(lambda work, by: read_offices(work, by, now=clock.now()))

    async def send(filled: Filled) -> None:
        async def look() -> tuple[Giving, GivingPreview]:
            giving = _read(filled)
            return giving, await page.read(
                lambda work, by: preview_giving(
                    work, by, giving, now=clock.now(), calendar=calendar
                )
            )

        found = await page.do(look, alert=form)
        if found:
            _show_preview(page, form, *found)

    Tag("p", words.GIVING_HINT, style="desk-hint")
    form = Form(_list_fields(offices), words.GIVING_PREVIEW, send).build()


def _list_fields(offices: tuple[OfficeChoice, ...]) -> list[Field]:
    options = [(str(each.id), _name(each)) for each in offices]
    return [
        Field("don-vi", words.GIVING_OFFICES, "choices", options=options, is_required=True),
        Field(
            "noi-dung", words.GIVING_CONTENT, "textarea", is_required=True,
            longest=LONGEST_CONTENT,
        ),
        Field("han", words.GIVING_DAY, "date", is_required=True),
        Field(
            "van-ban", words.GIVING_DOCUMENT, hint=words.GIVING_DOCUMENT_HINT,
            longest=LONGEST_DOCUMENT,
        ),
    ]  # fmt: skip


def _name(office: OfficeChoice) -> str:
    if not office.members:
        return office.name
    members = join_names(office.members)
    return words.MEMBERS.format(office=office.name, count=len(office.members), members=members)


def _read(filled: Filled) -> Giving:
    return Giving(
        tuple(filled.numbers("don-vi")),
        filled.get("noi-dung"),
        need_day(filled, "han"),
        filled.get("van-ban"),
    )


def _show_preview(page: DeskPage, form: Form, giving: Giving, found: GivingPreview) -> None:
    with Dialog(page, words.GIVING_PREVIEW) as dialog:
        build_facts(
            (
                (words.GIVING_OFFICES, join_names(found.offices)),
                (words.GIVING_CONTENT, found.content),
                (words.GIVING_DAY, found.day),
                (words.GIVING_DOCUMENT, found.document),
                (words.GIVING_TOLD, join_names(found.told)),
                (words.GIVING_UNTOLD, join_names(found.without_chat)),
            )
        )

        async def give() -> None:
            dialog.close()
            if await run(page, give_work, giving, alert=form):
                form.clear()

        with Tag("div", style="desk-buttons"):
            build_button(words.GIVING_SEND, give, style="main")
            dialog.build_cancel()
