"""Which of a person's cases are kept and why, and what else is kept of them, in words."""

import datetime as dt
from collections.abc import Sequence

from handlers.privacy.terms import find_end, find_last_day, has_lapsed
from handlers.retention.ages import REMINDERS_KEPT, Ages
from handlers.texts import say
from handlers.texts.forms import local_day, write_day
from knowledge.cases.states import OPEN, CaseState
from storage.values import Address, Case
from storage.work import Work

MOST_CASES = 1000
MOST_SHOWN = 10


async def list_own(work: Work, owner: Address) -> Sequence[Case]:
    """List all cases of an address."""
    return await work.cases.of_sender(owner, limit=MOST_CASES)


def is_kept(case: Case, years: int, *, today: dt.date) -> bool:
    """Tell whether a case is kept though its sender wants it erased.

    One that was withdrawn or lapsed before anybody had worked to its end is not.
    """
    if case.is_erased:
        return False
    if case.state in OPEN:
        return True
    if case.state is CaseState.WITHDRAWN or has_lapsed(case):
        return False
    last_day = find_last_day(case, years)
    return last_day is None or today <= last_day


def say_kept(kept: Sequence[Case], years: int, language: str) -> str:
    """Say of each case that is kept why, and until when."""
    lines = [_say_why(case, years, language) for case in kept[:MOST_SHOWN]]
    if len(kept) > MOST_SHOWN:
        lines.append(say("privacy_more", language, count=len(kept) - MOST_SHOWN))
    return "\n".join(lines)


def _say_why(case: Case, years: int, language: str) -> str:
    last_day = find_last_day(case, years)
    if case.state in OPEN or last_day is None:
        return say("privacy_kept_open", language, code=case.code, years=years)
    return say("privacy_kept_ended", language, code=case.code, day=write_day(last_day, language))


async def describe_data(work: Work, owner: Address, *, ages: Ages, language: str) -> list[str]:
    """Say in lines what is kept of an address, and how long; its owner alone is shown this."""
    cases = await list_own(work, owner)
    lines = [_describe_case(case, ages, language) for case in cases[:MOST_SHOWN]]
    if len(cases) > MOST_SHOWN:
        lines.append(say("privacy_more", language, count=len(cases) - MOST_SHOWN))
    given = [(c.contact.name, c.contact.phone, c.contact.address) for c in cases if c.contact]
    contacts = dict.fromkeys(", ".join(part for part in each if part) for each in given)
    lines += [say("privacy_contact", language, contact=contact) for contact in contacts]
    kept = {
        "privacy_files": (len(await work.files.of_owner(owner)), 0),
        "privacy_consents": (await work.erasing.count_consents(owner), 0),
        "privacy_handovers": (await work.erasing.count_handovers(owner), ages.questions),
        "privacy_messages": (await work.thread.count(owner), ages.bodies),
        "retention_dialogues": (len(await work.dialogues.of(owner)), ages.bodies),
        "retention_reminders": (await work.erasing.count_reminders(owner), REMINDERS_KEPT.days),
        "retention_requests": (len(await work.data_requests.of_owner(owner)), ages.anonymise),
    }
    return lines + [
        say(key, language, count=count, age=age) for key, (count, age) in kept.items() if count
    ]


def _describe_case(case: Case, ages: Ages, language: str) -> str:
    return say(
        "privacy_case",
        language,
        code=case.code,
        day=write_day(local_day(case.received_at), language),
        state=say(f"state_{case.state.value}", language),
        until=", ".join(_say_until(case, ages, language)),
    )


def _say_until(case: Case, ages: Ages, language: str) -> list[str]:
    """Say until when a case's words are kept, then its files and its bare dates if set apart."""
    last_day, end = find_last_day(case, ages.anonymise), find_end(case, 0)
    if last_day is None or end is None:
        return [say("privacy_until_done", language)]
    said = [say("privacy_until", language, day=write_day(last_day, language))]
    files_until = end + dt.timedelta(days=ages.attachments)
    if ages.attachments and files_until < last_day:
        said.append(say("retention_until_files", language, day=write_day(files_until, language)))
    if ages.delete:
        day = find_end(case, ages.delete) or last_day
        said.append(say("retention_until_deleted", language, day=write_day(day, language)))
    return said
