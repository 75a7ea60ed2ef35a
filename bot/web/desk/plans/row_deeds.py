"""What is done with single rows of a plan on a press."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.web.desk.changing import change
from bot.web.desk.page import DeskPage
from bot.web.desk.plans.row_dialogs import ask_own_plan, ask_rule, tell_in_dialog, word_decided_row
from bot.web.desk.widgets.dialogs import ask_for
from bot.web.desk.widgets.forms import Alert, Field, Filled
from bot.web.desk.words import common
from bot.web.desk.words import plans as words
from handlers.desk.overtaken import Overtaken
from handlers.desk.plans.choices import OfficeChoices, list_offices
from handlers.desk.plans.decisions import assign
from handlers.desk.plans.row_view import Doubt, RowView
from handlers.desk.plans.rows import (
    Edit,
    accept_rows,
    embed_edit,
    find_edit,
    find_undo,
    save_edit,
)
from handlers.plans.values import Fix

UNITS = ("lead", "supporting")
LONG = ("content", "deliverable", *UNITS)


@dataclass(eq=False, slots=True)
class RowDeeds:
    """Do things with the rows of the plan that a page shows; `turn` opens another page of them."""

    page: DeskPage
    plan_id: int
    turn: Callable[[int], Awaitable[None]]

    def edit(self, row: RowView, field: str) -> None:
        """Ask what a cell is to say."""
        seen, label = row.get(field), words.FIELDS[field]
        hint = words.UNITS_HINT if field in UNITS else words.TIME_HINT * (field == "timeframe")
        kind = "textarea" if field in LONG else "text"
        rows = 5 if field == "content" else 2

        async def send(filled: Filled, alert: Alert) -> object:
            return await self._save(row.row, field, filled.get("value"), seen, alert)

        ask_for(
            self.page,
            words.EDIT_TITLE.format(field=label.lower(), row=row.row),
            "",
            fields=(Field("value", label, kind, value=seen, hint=hint, rows=rows, longest=4000),),
            yes=common.SAVE,
            act=send,
        )

    async def use_offered(self, row: RowView, doubt: Doubt) -> None:
        """Put into a cell what stands in the row above."""
        await self._save(row.row, doubt.field, doubt.offered, row.get(doubt.field), None)

    async def _save(
        self, row: int, field: str, value: str, seen: str | None, alert: Alert | None
    ) -> bool:
        """Save a cell; tell whether its dialog may close: where both versions are shown it may."""
        was_overtaken = False

        async def save(seen: str | None) -> Fix:
            edit = await self.page.read(
                lambda work, visitor: find_edit(
                    work, visitor, self.plan_id, row, field, value,
                    seen=seen, now=self.page.app.clock.now(),
                )
            )  # fmt: skip
            return await self._store(edit)

        async def try_to() -> Fix:
            nonlocal was_overtaken
            try:
                return await save(seen)
            except Overtaken:
                was_overtaken = True
                raise

        async def overwrite() -> None:
            await self.page.do(lambda: save(None), said=words.SAVED_ROW.format(row=row))

        said = words.SAVED_ROW.format(row=row)
        done = await self.page.do(try_to, said=said, alert=alert, overwrite=overwrite)
        return done is not None or was_overtaken

    async def _store(self, edit: Edit) -> Fix:
        ready = await embed_edit(self.page.app.library, edit)
        now = self.page.app.clock.now()
        return await self.page.write(lambda work, visitor: save_edit(work, visitor, ready, now=now))

    async def undo(self, row: RowView) -> None:
        """Take back every correction of a row."""

        async def deed() -> Fix:
            edit = await self.page.read(
                lambda work, visitor: find_undo(work, visitor, self.plan_id, row.row)
            )
            return await self._store(edit)

        await self.page.do(deed, said=words.UNDONE_ROW.format(row=row.row))

    async def accept(self, row: RowView) -> None:
        """Settle the doubts about a row."""
        now = self.page.app.clock.now()
        await self.page.do(
            lambda: self.page.write(
                lambda work, visitor: accept_rows(work, visitor, self.plan_id, [row.row], now=now)
            ),
            said=lambda count: words.ACCEPTED.format(count=count),
        )

    async def assign(self, row: RowView) -> None:
        """Ask which offices answer for a row."""
        now = self.page.app.clock.now()
        choices = await self.page.do(
            lambda: self.page.read(
                lambda work, visitor: list_offices(work, visitor, self.plan_id, row.row, now=now)
            )
        )
        if choices is None:
            return
        title = words.ASSIGN_TITLE.format(row=row.row)
        if not choices.offices:
            tell_in_dialog(self.page, title, words.NO_OFFICES)
            return

        async def send(filled: Filled, alert: Alert) -> object:
            return await change(
                self.page,
                lambda work, visitor, is_sure: assign(
                    work, visitor, self.plan_id, row.row, filled.list("offices"),
                    seen=None if is_sure else choices.chosen, now=self.page.app.clock.now(),
                ),
                said=word_decided_row,
                alert=alert,
            )  # fmt: skip

        options = _offer_offices(choices)
        chosen = "\n".join(choices.chosen)
        field = Field("offices", words.OFFICES, "choices", value=chosen, options=options)
        ask_for(self.page, title, words.ASSIGN_BODY, fields=(field,), yes=common.SAVE, act=send)

    async def pick_rule(self, row: RowView) -> None:
        """Ask which reporting rule gives a row its days."""
        await ask_rule(self.page, self.plan_id, row.row)

    async def name_separate(self, row: RowView) -> None:
        """Ask for number and day of the plan of its own that gives a row its days."""
        await ask_own_plan(self.page, self.plan_id, row.row)


def _offer_offices(choices: OfficeChoices) -> list[tuple[str, str]]:
    return [
        (
            each.name,
            each.name
            if each.is_group
            else f"{each.name} – {', '.join(each.holders) or words.NOBODY}",
        )
        for each in choices.offices
    ]
