"""Buttons and dialogs with which something is done about a due day."""

import datetime as dt
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from bot.web.desk.page import DeskPage
from bot.web.desk.widgets.dialogs import ask, ask_for
from bot.web.desk.widgets.forms import Alert, Field, Filled
from bot.web.desk.widgets.marks import build_button
from bot.web.desk.words import calendar as words
from bot.web.desk.words import common
from handlers.desk.due import acts as due_acts
from handlers.desk.due.listing import DueEntry, read_choices
from handlers.desk.due.powers import Act
from handlers.errors import HandlerError
from handlers.tasks.wording import write_code
from handlers.texts.forms import clip, write_day
from storage.values import DueState

Deed = Callable[..., Awaitable[str]]
LONGEST_NAMED = 80
_MAIN = (Act.DONE, Act.KEEP)


async def run(
    page: DeskPage,
    deed: Deed,
    *args: Any,
    facts: Callable[[], Mapping[str, object]] = dict,
    alert: Alert | None = None,
) -> str | None:
    """Do something in a transaction, now; give what is said of it, None where it was refused."""

    async def write() -> str:
        given, clock = facts(), page.app.clock
        return await page.write(
            lambda work, visitor: deed(
                work, visitor, *args, now=clock.now(), calendar=page.app.calendar, **given
            )
        )

    return await page.do(write, said=str, alert=alert)


def need_day(filled: Filled, name: str) -> dt.date:
    """Give the day of a field; raise `HandlerError` where none was entered."""
    day = filled.day(name)
    if day is None:
        raise HandlerError("desk_due_day_wanted")
    return day


@dataclass(frozen=True, slots=True)
class Acting:
    """What can be done about an item, from a list or from its own page."""

    page: DeskPage
    entry: DueEntry

    def build(self, acts: Sequence[Act], *, is_short: bool = False) -> None:
        """Lay out a button for each act; lists have room for short words only."""
        for act in acts:
            label = words.ACTS[act]
            build_button(
                words.SHORT_ACTS.get(act, label) if is_short else label,
                partial(self._press, act),
                id_=f"{act.value}-{self.entry.id}",
                style="main" if act in _MAIN else "",
                description=self._describe(act),
            )

    def _describe(self, act: Act) -> str:
        return words.ACT_ON.format(
            act=words.ACTS[act],
            code=write_code(self.entry.id),
            content=clip(self.entry.content, LONGEST_NAMED),
        )

    async def _press(self, act: Act) -> None:
        ways: Mapping[Act, Callable[[], Awaitable[object]]] = {
            Act.DONE: self._ask_done,
            Act.NOTE: self._ask_note,
            Act.MORE_TIME: self._ask_time,
            Act.GIVE: self._ask_office,
            Act.KEEP: self._ask_keep,
            Act.DISPUTE: self._ask_dispute,
            Act.URGE: self._urge,
            Act.LATER: self._ask_later,
            Act.WITHDRAW: self._ask_withdraw,
        }
        await ways[act]()

    def _ask(
        self,
        title: str,
        fields: Sequence[Field],
        yes: str,
        deed: Deed,
        facts: Callable[[Filled], Mapping[str, object]],
    ) -> None:
        async def act(filled: Filled, alert: Alert) -> object:
            return await run(
                self.page, deed, self.entry.id, facts=lambda: facts(filled), alert=alert
            )

        body = f"{write_code(self.entry.id)}: {clip(self.entry.content, 160)}"
        ask_for(self.page, title, body, fields=tuple(fields), yes=yes, act=act)

    async def _ask_done(self) -> None:
        needs = self.entry.needs_result
        label = words.RESULT_WANTED if needs else words.DONE_NOTE
        field = Field("ket-qua", label, hint=words.DONE_HINT, is_required=needs, longest=1000)
        self._ask(
            words.DONE_TITLE, [field], words.RECORD, due_acts.mark_done,
            lambda filled: {"note": filled.get("ket-qua")},
        )  # fmt: skip

    async def _ask_note(self) -> None:
        field = Field(
            "ket-qua", words.DONE_NOTE, hint=words.DONE_HINT, is_required=True, longest=1000
        )

        async def act(filled: Filled, alert: Alert) -> object:
            async def write() -> str:
                note, now = filled.get("ket-qua"), self.page.app.clock.now()
                return await self.page.write(
                    lambda work, visitor: due_acts.add_result(
                        work, visitor, self.entry.id, note=note, now=now
                    )
                )

            return await self.page.do(write, said=str, alert=alert)

        ask_for(self.page, words.NOTE_TITLE, "", fields=(field,), yes=words.RECORD, act=act)

    async def _ask_time(self) -> None:
        day = Field("ngay", words.NEW_DAY, "date", is_required=True)
        if self.entry.superior:
            why = Field(
                "ly-do", words.REQUEST_NUMBER, hint=words.REQUEST_HINT, is_required=True,
                longest=500,
            )  # fmt: skip
        else:
            why = Field("ly-do", words.REASON, longest=500)
        self._ask(
            words.TIME_TITLE, [day, why], words.SEND, due_acts.ask_time,
            lambda filled: {"day": need_day(filled, "ngay"), "reason": filled.get("ly-do")},
        )  # fmt: skip

    async def _ask_office(self) -> None:
        choices = await self.page.read(read_choices)
        others = [(str(id_), name) for id_, name in choices.offices if name != self.entry.office]
        offices = [("", words.CHOOSE_OFFICE), *others]
        field = Field(
            "don-vi", words.GIVE_TO, "select", options=offices, hint=words.GIVE_HINT,
            is_required=True,
        )  # fmt: skip
        self._ask(
            words.GIVE_TITLE, [field], words.HAND_OVER, due_acts.give_to,
            lambda filled: {"office_id": filled.number("don-vi")},
        )  # fmt: skip

    async def _ask_keep(self) -> None:
        field = Field("ly-do", words.REASON, longest=500)
        self._ask(
            words.KEEP_TITLE, [field], words.KEEP, due_acts.keep_with,
            lambda filled: {"reason": filled.get("ly-do")},
        )  # fmt: skip

    async def _ask_dispute(self) -> None:
        fields = [
            Field("don-vi", words.WHOSE, longest=200),
            Field("y-kien", words.WORDS_SAID, "textarea", rows=3, longest=500),
        ]
        self._ask(
            words.DISPUTE_TITLE, fields, words.SEND, due_acts.say_not_ours,
            lambda filled: {"office": filled.get("don-vi"), "words": filled.get("y-kien")},
        )  # fmt: skip

    async def _urge(self) -> None:
        await run(self.page, due_acts.urge_offices, [self.entry.id])

    async def _ask_later(self) -> None:
        field = Field("ngay", words.LATER_DAY, "date", is_required=True)
        self._ask(
            words.LATER_TITLE, [field], words.REMIND, due_acts.remind_later,
            lambda filled: {"day": need_day(filled, "ngay")},
        )  # fmt: skip

    async def _ask_withdraw(self) -> None:
        ask(
            self.page, words.WITHDRAW_TITLE, words.WITHDRAW_BODY, yes=words.WITHDRAW,
            act=lambda alert: run(
                self.page, due_acts.withdraw_work, self.entry.id, alert=alert
            ),
            is_dangerous=True,
        )  # fmt: skip

    def build_verdict(self, day: dt.date) -> None:
        """Lay out the buttons that grant or refuse more time until the day that is read."""
        for is_granted, label in ((True, words.GRANT), (False, words.REFUSE)):
            build_button(
                label,
                partial(self._ask_verdict, day, is_granted=is_granted),
                id_=f"{'grant' if is_granted else 'refuse'}-{self.entry.id}",
                style="main" if is_granted else "",
            )

    def _ask_verdict(self, day: dt.date, *, is_granted: bool) -> None:
        title = words.GRANT_TITLE if is_granted else words.REFUSE_TITLE
        field = Field("ly-do", words.REASON, longest=500)
        self._ask(
            title.format(day=write_day(day)),
            [field],
            words.GRANT if is_granted else words.REFUSE,
            due_acts.decide_time,
            lambda filled: {
                "is_granted": is_granted, "day": day, "reason": filled.get("ly-do"),
            },
        )  # fmt: skip

    def build_undo(self) -> None:
        """Lay out the button that takes back what was said last."""
        build_button(common.UNDO, self._ask_undo, id_=f"undo-{self.entry.id}")

    def _ask_undo(self) -> None:
        ask(
            self.page, words.UNDO_TITLE, words.UNDO_BODY, yes=common.UNDO,
            act=lambda alert: run(self.page, due_acts.take_back, self.entry.id, alert=alert),
        )  # fmt: skip


def find_badge(entry: DueEntry) -> tuple[str, str]:
    """Give the word on an entry's state, and its kind."""
    if entry.is_late:
        return words.LATE, "late"
    if entry.state is DueState.DONE:
        return (
            (words.DONE_LATE, "soon") if entry.is_done_late else (words.STATES[entry.state], "good")
        )
    return words.STATES[entry.state], "doubt" if entry.state is DueState.DISPUTED else ""
