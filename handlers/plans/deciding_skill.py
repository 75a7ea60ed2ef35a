"""A clerk's decisions on rows of plans in chat: "giao việc 5 kế hoạch 3 cho Phòng Kinh tế"."""

from collections.abc import Sequence

from handlers.errors import HandlerError
from handlers.messages import Reply
from handlers.people.roles import is_clerk
from handlers.plans.decided import word_decided
from handlers.plans.deciding import DecidedRow, assign_row, name_separate, pick_rule
from handlers.texts import say
from handlers.texts.forms import join_names, write_weekday
from handlers.turn import Effect, Turn
from knowledge.decisions import Decision, read_decision, split_offices
from knowledge.text import fold
from storage.values import Locality
from storage.work import Work

MOST_DAYS = 4
_IN_CHAT = frozenset({"plan_unknown", "office_missing", "rule_unknown"})


class DecidingSkill:
    """Take a clerk's decisions on rows; to stand before the skill that gives out work."""

    async def take(self, turn: Turn) -> Effect | None:
        """Take a decision on a row of a plan; nobody's but a clerk's."""
        if not is_clerk(turn.person) or turn.place is None:
            return None
        decision = read_decision(turn.text)
        return _decide(turn, turn.place, decision) if decision else None


def _decide(turn: Turn, place: Locality, decision: Decision) -> Effect:
    async def effect(work: Work) -> Sequence[Reply]:
        try:
            decided = await _carry_out(work, turn, place, decision)
        except HandlerError as error:
            key = f"{'decide' if error.code in _IN_CHAT else 'error'}_{error.code}"
            return [Reply(say(key, turn.language, **error.facts))]
        return [Reply(word_decision(decided, turn.language))]

    return effect


async def _carry_out(work: Work, turn: Turn, place: Locality, decision: Decision) -> DecidedRow:
    plan_id, row, now = decision.plan_id, decision.row, turn.now
    if decision.rule is not None:
        return await pick_rule(work, place, plan_id, row, decision.rule, now=now)
    if decision.offices is None:
        number, day = decision.number, decision.day
        return await name_separate(work, place, plan_id, row, number, day, now=now)
    offices = await work.offices.list_all(place.id)
    known = {
        fold(name): office.name for office in offices for name in (*office.aliases, office.name)
    }
    named, missing = split_offices(decision.offices, known) if decision.offices else ((), ())
    return await assign_row(work, place, plan_id, row, [*named, *missing], now=now)


def word_decision(result: DecidedRow, language: str) -> str:
    """Say what was decided on a row, and the days that it has from now on."""
    facts = {"row": result.row, "plan": result.plan_id}
    texts = list(_word_what(result, language, facts))
    days = sorted({due.due_on for due in result.due})
    if days:
        written = ", ".join(write_weekday(day, language) for day in days[:MOST_DAYS])
        key = "decided_days_more" if len(days) > MOST_DAYS else "decided_days"
        texts.append(say(key, language, days=written, count=len(days)))
    if result.unheld:
        texts.append(say("decided_unheld", language, offices=join_names(result.unheld)))
    return " ".join(texts)


def _word_what(result: DecidedRow, language: str, facts: dict[str, int]) -> Sequence[str]:
    if result.decided:
        said = " ".join(word_decided(result.decided, language))
        return [say("decided_on_row", language, decided=said, **facts)]
    if not result.offices:
        return [say("decided_as_planned", language, **facts)]
    names = join_names([office.name for office in result.offices])
    return [say("decided_offices", language, offices=names, **facts)]
