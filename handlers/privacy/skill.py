"""What somebody may ask about their own data, in the chat that the data came from."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.buttons import make_button
from handlers.cases.moves import CaseDesk
from handlers.messages import Reply
from handlers.privacy.asked import Wish, find_wish, read_correction
from handlers.privacy.correcting import check_value, correct_own
from handlers.privacy.erasing import erase_own, go_on_erasing
from handlers.privacy.keeping import describe_data, is_kept, list_own, say_kept
from handlers.privacy.notice import say_terms
from handlers.privacy.requests import record_request, take_command
from handlers.privacy.terms import ANSWERED_IN, DONE_IN
from handlers.retention.ages import Ages
from handlers.texts import say
from handlers.texts.forms import join_names, write_weekday
from handlers.turn import Effect, Turn, only_say
from storage.values import DataRequest, RequestKind
from storage.work import Work

_DRAFT = "feedback"  # while one is written, "sửa số điện thoại …" is about that


@dataclass(frozen=True, slots=True)
class PrivacySkill:
    """Show, correct and erase a person's own data; `ages` say how long it is kept."""

    desk: CaseDesk
    ages: Ages

    async def take(self, turn: Turn) -> Effect | None:
        """Take what is about the writer's own data, and a clerk's commands about requests."""
        command = take_command(turn)
        if command:
            return command
        is_plain = bool(turn.places) and not turn.message.attachments
        wish = find_wish(turn.folded) if is_plain else None
        if wish is None or (wish is Wish.CORRECT and _DRAFT in turn.dialogues):
            return None
        return {
            Wish.SHOW: self._show,
            Wish.COPY: self._copy,
            Wish.CORRECT: self._correct,
            Wish.WITHDRAW: self._withdraw,
            Wish.ERASE: self._ask_to_erase,
            Wish.ERASE_CONFIRMED: self._erase,
            Wish.TERMS: self._say_terms,
        }[wish](turn)

    async def go_on_erasing(self, work: Work, *, now: dt.datetime) -> list[Reply]:
        """Erase, once a day, what somebody has asked for and need not be kept any more."""
        return await go_on_erasing(work, self.desk, years=self.ages.anonymise, now=now)

    def _show(self, turn: Turn) -> Effect:
        language = turn.language

        async def effect(work: Work) -> Sequence[Reply]:
            lines = await describe_data(
                work, turn.message.address, ages=self.ages, language=language
            )
            text = say("privacy_shown", language, lines="\n".join(lines), years=self.ages.anonymise)
            names = ("erase_data", "copy_data")
            return [Reply(text, tuple(make_button(name, language) for name in names))]

        return effect

    def _say_terms(self, turn: Turn) -> Effect:
        language = turn.language
        lines = say_terms(language, ages=self.ages, cookie=dt.timedelta(0))  # the page's own
        text = say("retention_terms", language, lines="\n".join(f"- {line}" for line in lines))
        return only_say(Reply(text))

    def _copy(self, turn: Turn) -> Effect:
        async def effect(work: Work) -> Sequence[Reply]:
            cases = await list_own(work, turn.message.address)
            note = join_names([case.code for case in cases if not case.is_erased])
            request, told = await self._record(work, turn, RequestKind.ACCESS, note=note)
            return [_confirm(turn, request, "privacy_copy"), *told]

        return effect

    def _correct(self, turn: Turn) -> Effect:
        correction = read_correction(turn.text, turn.folded)
        value, language = check_value(correction), turn.language
        if not value:
            return only_say(Reply(say(f"privacy_bad_{correction.field}", language)))

        async def effect(work: Work) -> Sequence[Reply]:
            field = say(f"privacy_field_{correction.field}", language)
            codes = await correct_own(
                work, self.desk, turn.message.address, correction.field, value, now=turn.now
            )
            if not codes:
                return [Reply(say("privacy_nothing_to_correct", language, field=field))]
            await self._record(work, turn, RequestKind.CORRECT, is_done=True)
            names = join_names(codes)
            return [Reply(say("privacy_corrected", language, field=field, codes=names))]

        return effect

    def _withdraw(self, turn: Turn) -> Effect:
        async def effect(work: Work) -> Sequence[Reply]:
            changed = await work.erasing.withdraw_consents(turn.message.address, now=turn.now)
            if not changed:
                return [Reply(say("privacy_no_consent", turn.language))]
            await self._record(work, turn, RequestKind.WITHDRAW, is_done=True)
            return [Reply(say("privacy_withdrawn", turn.language))]

        return effect

    def _ask_to_erase(self, turn: Turn) -> Effect:
        language = turn.language

        async def effect(work: Work) -> Sequence[Reply]:
            cases = await list_own(work, turn.message.address)
            kept = [c for c in cases if is_kept(c, self.ages.anonymise, today=turn.today)]
            facts = {"working_days": ANSWERED_IN, "days": DONE_IN[RequestKind.ERASE]}
            parts = [say("privacy_erase_ask", language, **facts)]
            parts += [say_kept(kept, self.ages.anonymise, language)] if kept else []
            how = "privacy_erase_rest" if kept else "privacy_erase_all"
            text = "\n".join([*parts, say(how, language)])
            return [Reply(text, (make_button("erase_now", language),))]

        return effect

    def _erase(self, turn: Turn) -> Effect:
        async def effect(work: Work) -> Sequence[Reply]:
            owner, now, years = turn.message.address, turn.now, self.ages.anonymise
            await work.erasing.withdraw_consents(owner, now=now)
            kept = await erase_own(work, self.desk, owner, years=years, before=now, now=now)
            note = join_names([case.code for case in kept])
            request, told = await self._record(
                work, turn, RequestKind.ERASE, note=note, is_done=not kept
            )
            if not kept:
                return [Reply(say("privacy_erased", turn.language)), *told]
            why = say_kept(kept, self.ages.anonymise, turn.language)
            return [_confirm(turn, request, "privacy_erased_but", kept=why), *told]

        return effect

    async def _record(
        self,
        work: Work,
        turn: Turn,
        kind: RequestKind,
        *,
        note: str = "",
        is_done: bool = False,
    ) -> tuple[DataRequest, list[Reply]]:
        cases = await work.cases.of_sender(turn.message.address, limit=1)
        place_id = turn.place.id if turn.place else turn.places[0].id
        return await record_request(
            work,
            turn.message.address,
            kind,
            locality_id=cases[0].locality_id if cases else place_id,
            calendar=self.desk.calendar,
            now=turn.now,
            note=note,
            is_done=is_done,
        )


def _confirm(turn: Turn, request: DataRequest, key: str, **facts: object) -> Reply:
    text = say(
        key,
        turn.language,
        answer_by=write_weekday(request.answer_by, turn.language),
        due=write_weekday(request.due_on, turn.language),
        **facts,
    )
    return Reply(text)
