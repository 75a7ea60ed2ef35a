"""Changing something from a page: where somebody was faster, it may be saved over all the same."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TypeVar

from bot.web.desk.page import DeskPage
from bot.web.desk.widgets.forms import Alert
from handlers.desk.visitor import Visitor
from storage.work import Work

T = TypeVar("T")


async def change(
    page: DeskPage,
    deed: Callable[[Work, Visitor, bool], Awaitable[T]],
    *,
    said: str | Callable[[T], str],
    alert: Alert | None = None,
) -> bool:
    """Change something in a transaction, and say so; tell whether it was changed.

    `deed` is told whether to save over what somebody else has made of it meanwhile.
    """

    async def run(is_sure: bool) -> tuple[T]:
        return (await page.write(lambda work, visitor: deed(work, visitor, is_sure)),)

    def tell(done: tuple[T]) -> str:
        return said(done[0]) if callable(said) else said

    async def save_over() -> None:
        if await page.do(partial(run, True), said=tell):
            page.client.run_javascript("motcuaDesk.closeAll()")

    done = await page.do(partial(run, False), said=tell, alert=alert, overwrite=save_over)
    return done is not None
