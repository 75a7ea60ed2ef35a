"""What is done with a whole plan on a press."""

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass

from bot.web.desk.page import DeskPage
from bot.web.desk.widgets.dialogs import Dialog, ask, ask_for
from bot.web.desk.widgets.forms import Alert, Field, Filled
from bot.web.desk.widgets.marks import build_button
from bot.web.desk.words import common
from bot.web.desk.words import plans as words
from bot.web.elements import Tag
from handlers.desk.plans.deeds import (
    Prospect,
    confirm,
    foresee_confirmation,
    list_replaceable,
    name_replaced,
    publish,
    remove,
)
from handlers.desk.plans.listing import find_own_plan
from handlers.desk.plans.rows import accept_rows
from handlers.desk.plans.view import PlanView, Show
from handlers.desk.visitor import Power
from handlers.plans.outcomes import word_confirmation
from handlers.plans.publishing import word_publication
from handlers.plans.values import Confirmation
from knowledge.matching import Change


@dataclass(eq=False, slots=True)
class PlanDeeds:
    """Do things with the plan that a page shows; `show` narrows its rows down."""

    page: DeskPage
    view: PlanView
    show: Callable[[Show], Awaitable[None]]

    @property
    def may_remove(self) -> bool:
        """Whether the visitor may forget the plan."""
        return self.view.is_own and self.page.visitor.may(Power.EDIT_PLANS)

    async def confirm(self) -> None:
        """Say what confirming will do, and do it when agreed."""
        app, plan_id = self.page.app, self.view.id
        prospect = await self.page.do(
            lambda: self.page.read(
                lambda work, visitor: foresee_confirmation(
                    work, visitor, plan_id, now=app.clock.now(), calendar=app.calendar
                )
            )
        )
        if prospect is None:
            return

        async def act(alert: Alert) -> object:
            done = await self.page.do(self._confirm, alert=alert)
            if done:
                self._tell_confirmed(done)
            return done

        label = words.CONFIRM_GUIDE if prospect.is_guide else words.CONFIRM
        title = words.CONFIRM_TITLE.format(name=prospect.name)
        ask(self.page, title, "\n".join(_foretell(prospect)), yes=label, act=act)

    async def _confirm(self) -> Confirmation:
        app, plan_id = self.page.app, self.view.id
        await self.page.read(lambda work, visitor: find_own_plan(work, visitor, plan_id))
        late = await app.plans.prepare(plan_id)
        return await self.page.write(
            lambda work, visitor: confirm(work, visitor, plan_id, late=late, now=app.clock.now())
        )

    def _tell_confirmed(self, done: Confirmation) -> None:
        """Show what has come of it until it is closed: what was over before is listed once."""
        with Dialog(self.page, words.CONFIRMED) as dialog:
            Tag("p", word_confirmation(done, "vi"), style="desk-dialog-body")
            build_button(common.CLOSE, dialog.close, style="main")

    async def accept_all(self) -> None:
        """Ask before all doubts are settled at once."""
        now, plan_id = self.page.app.clock.now(), self.view.id

        async def act(alert: Alert) -> object:
            return await self.page.do(
                lambda: self.page.write(
                    lambda work, visitor: accept_rows(work, visitor, plan_id, now=now)
                ),
                said=lambda count: words.ACCEPTED.format(count=count),
                alert=alert,
            )

        title = words.ACCEPT_ALL_TITLE.format(count=self.view.count.doubtful)
        label = words.ACCEPT_ALL.format(count=self.view.count.doubtful)
        ask(self.page, title, words.ACCEPT_ALL_BODY, yes=label, act=act)

    async def publish(self) -> None:
        """Ask before citizens are answered from the plan, or no longer."""
        now, plan_id, is_public = self.page.app.clock.now(), self.view.id, not self.view.is_public

        async def act(alert: Alert) -> object:
            return await self.page.do(
                lambda: self.page.write(
                    lambda work, visitor: publish(
                        work, visitor, plan_id, is_public=is_public, now=now
                    )
                ),
                said=lambda done: word_publication(done, "vi"),
                alert=alert,
            )

        title = words.PUBLISH_TITLE if is_public else words.WITHDRAW_TITLE
        body = words.PUBLISH_BODY if is_public else words.WITHDRAW_BODY
        ask(self.page, title, body, yes=words.PUBLISH if is_public else words.WITHDRAW, act=act)

    async def choose_replaced(self) -> None:
        """Ask which plan in force a draft replaces."""
        plan_id = self.view.id
        known = await self.page.do(
            lambda: self.page.read(lambda work, visitor: list_replaceable(work, visitor, plan_id))
        )
        if known is None:
            return

        async def send(filled: Filled, alert: Alert) -> object:
            now, chosen = self.page.app.clock.now(), filled.number("replaced")

            async def deed() -> bool:
                await self.page.write(
                    lambda work, visitor: name_replaced(work, visitor, plan_id, chosen, now=now)
                )
                return True

            return await self.page.do(deed, said=words.REPLACED_SAVED, alert=alert)

        options = [("", words.REPLACED_BY_NUMBER), *((str(id_), name) for id_, name in known)]
        value = str(self.view.replaces_id or "")
        field = Field("replaced", words.REPLACED_FIELD, "select", value=value, options=options)
        ask_for(
            self.page, words.REPLACED_TITLE, words.REPLACED_BODY,
            fields=(field,), yes=common.SAVE, act=send,
        )  # fmt: skip

    async def remove(self) -> None:
        """Ask before the plan is forgotten."""
        now, plan_id = self.page.app.clock.now(), self.view.id

        async def act(alert: Alert) -> object:
            async def deed() -> None:
                await self.page.write(lambda work, visitor: remove(work, visitor, plan_id, now=now))
                self.page.go(self.page.link("/desk/ke-hoach"))

            return await self.page.do(deed, alert=alert)

        title = words.REMOVE_TITLE.format(name=self.view.name)
        ask(
            self.page, title, words.REMOVE_BODY,
            yes=words.REMOVE, act=act, is_dangerous=True,
        )  # fmt: skip


def _foretell(prospect: Prospect) -> Iterator[str]:
    """Say what confirming will do, a line each."""
    if prospect.replaces:
        yield words.WILL_REPLACE.format(
            name=prospect.replaces, changes=write_changes(prospect.changes)
        )
    if prospect.is_guide:
        yield words.WILL_ANSWER
    else:
        yield words.WILL_OPEN.format(count=prospect.open_days)
    for count, text in (
        (prospect.past_days, words.WILL_BE_PAST),
        (prospect.count.undated, words.WILL_BE_UNDATED),
        (prospect.count.unheld, words.WILL_BE_UNHELD),
        (prospect.count.doubtful, words.WILL_BE_DOUBTFUL),
    ):
        if count:
            yield text.format(count=count)
    yield words.WILL_BE_PUBLIC if prospect.is_public else words.WILL_BE_INTERNAL


def write_changes(counts: tuple[tuple[Change, int], ...]) -> str:
    """Count what has become of rows: 3 việc giữ nguyên, 1 việc đổi hạn."""
    return ", ".join(
        words.COUNTED.format(count=count, change=words.CHANGE_NAMES[change.value])
        for change, count in counts
        if count
    )
