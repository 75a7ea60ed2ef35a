"""What “Hôm nay” does in place: sending again, noting a call, recording a request as done."""

from bot.web.desk.page import DeskPage
from bot.web.desk.widgets.dialogs import ask
from bot.web.desk.widgets.forms import Alert
from bot.web.desk.widgets.marks import build_button
from bot.web.desk.words import today as words
from handlers.desk.today import finish_request, mark_called, resend, resend_all
from handlers.desk.visitor import Visitor
from storage.work import Work


def build_resend(page: DeskPage, number: int) -> None:
    """Lay out the button that sends a message again."""

    async def deed(work: Work, visitor: Visitor) -> None:
        await resend(work, visitor, number, now=page.app.clock.now())

    async def press() -> None:
        await page.do(lambda: page.write(deed), said=words.RESENT)

    description = words.RESEND_THIS.format(number=number)
    build_button(words.RESEND, press, id_=f"resend-{number}", description=description)


def build_resend_all(page: DeskPage) -> None:
    """Lay out the button that sends all messages again that were given up."""

    async def deed(work: Work, visitor: Visitor) -> int:
        return await resend_all(work, visitor, now=page.app.clock.now())

    async def press() -> None:
        await page.do(
            lambda: page.write(deed), said=lambda count: words.RESENT_ALL.format(count=count)
        )

    build_button(words.RESEND_ALL, press, id_="resend-all")


def build_called(page: DeskPage, code: str) -> None:
    """Lay out the button that notes that a sender was called, after asking."""

    async def deed(work: Work, visitor: Visitor) -> bool:
        app = page.app
        await mark_called(work, visitor, code, now=app.clock.now(), desk=app.desk)
        return True

    async def act(alert: Alert) -> object:
        said = words.CALLED_DONE.format(code=code)
        return await page.do(lambda: page.write(deed), said=said, alert=alert)

    def press() -> None:
        body = words.CALLED_BODY.format(code=code)
        ask(page, words.CALLED_ASK, body, yes=words.CALLED, act=act)

    description = words.CALLED_THIS.format(code=code)
    build_button(words.CALLED, press, id_=f"called-{code}", description=description)


def build_finish(page: DeskPage, number: int, kind: str) -> None:
    """Lay out the button that records a request about personal data as done, after asking."""

    async def deed(work: Work, visitor: Visitor) -> bool:
        await finish_request(work, visitor, number, now=page.app.clock.now())
        return True

    async def act(alert: Alert) -> object:
        said = words.FINISHED.format(number=number)
        return await page.do(lambda: page.write(deed), said=said, alert=alert)

    def press() -> None:
        body = words.FINISH_BODY.format(kind=kind, number=number)
        ask(page, words.FINISH_ASK, body, yes=words.FINISH, act=act)

    description = words.FINISH_THIS.format(number=number)
    build_button(words.FINISH, press, id_=f"finish-{number}", description=description)
