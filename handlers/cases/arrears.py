"""What a sender could not be told before, first thing when they write again."""

import datetime as dt

from handlers.cases.notices import offer_buttons
from handlers.messages import Reply
from handlers.texts import say
from handlers.turn import Effect, Turn, only_say
from storage.case_notices import name_notice
from storage.values import Address, CaseNotice
from storage.work import Work

_KEEPS = ("tiep tuc nhan tin", "keep me informed")


async def tell_arrears(work: Work, address: Address, *, now: dt.datetime) -> list[Reply]:
    """Tell what no channel could deliver; whether it arrives now is recorded by its subject."""
    failed = [n for n in await work.case_notices.list_untold(address) if n.failed_at]
    if not failed:
        return []
    await work.case_notices.send_again([notice.id for notice in failed])
    return [await _word(work, notice) for notice in failed]


async def _word(work: Work, notice: CaseNotice) -> Reply:
    case = await work.cases.get(notice.case_id)
    assert case is not None
    text = say("case_arrears", case.language, text=notice.text)
    return Reply(text, offer_buttons(case, notice.notice), subject=name_notice(notice.id))


class KeepInformedSkill:
    """Thank for "tiếp tục nhận tin": having written is what lets us write again."""

    async def take(self, turn: Turn) -> Effect | None:
        """Answer the button under a line of progress."""
        if turn.folded not in _KEEPS:
            return None
        return only_say(Reply(say("case_kept_informed", turn.language)))
