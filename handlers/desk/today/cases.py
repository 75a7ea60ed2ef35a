"""Cases: new ones, those that wait for the visitor, those whose term ends, and calls to make."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.cases.access import Doer
from handlers.casework.inbox import Duty, find_duty
from handlers.casework.viewing import gist_of, say_due
from handlers.desk.today.base import MOST, CallItem, CaseItem, Listed, Mood, Scene
from handlers.desk.visitor import Power
from handlers.texts import say
from handlers.texts.forms import capital
from knowledge.cases.states import OPEN, CaseState
from storage.values import Case

_SHOWN = OPEN | {CaseState.ANSWERED}
_RUNNING = OPEN - {CaseState.NEEDS_INFO}


@dataclass(frozen=True, slots=True)
class CaseLists:
    """A place's cases that are not finished, each in one list; `states` counts them all."""

    new: Listed[CaseItem]
    waiting: Listed[CaseItem]
    ending: Listed[CaseItem]
    states: tuple[tuple[CaseState, int], ...]


async def list_cases(scene: Scene) -> CaseLists:
    """List the cases that the visitor may see, what is due first first."""
    found = await scene.work.bare_cases.list_unfinished(
        scene.place_id, _SHOWN, office_ids=scene.visitor.office_ids
    )
    doers = [(case, _find_doer(scene, case)) for case in found]
    seen = [case for case, doer in doers if doer is None or doer.is_staff]
    duties = {
        case.id: duty
        for case, doer in doers
        if doer and (duty := find_duty(case, doer, today=scene.today))
    }
    new = [case for case in seen if case.state is CaseState.RECEIVED]
    rest = [case for case in seen if case.state is not CaseState.RECEIVED]
    waiting = [case for case in rest if case.id in duties]
    waiting.sort(key=lambda case: duties[case.id] is Duty.PUBLISH)  # these have time
    ending = [case for case in rest if case.id not in duties and _is_ending(scene, case)]
    counts = Counter(case.state for case in seen)
    return CaseLists(
        new=await _describe(scene, new, duties),
        waiting=await _describe(scene, waiting, duties),
        ending=await _describe(scene, ending, duties),
        states=tuple((state, counts[state]) for state in CaseState if counts[state]),
    )


def _find_doer(scene: Scene, case: Case) -> Doer | None:
    """Tell as what the visitor acts on a case; None is the operator, who sees that there is one."""
    return scene.desk.find_doer(case, None, scene.person) if scene.person else None


def _is_ending(scene: Scene, case: Case) -> bool:
    """Tell whether a term that runs ends soon or has ended."""
    return case.state in _RUNNING and case.due_on is not None and case.due_on <= scene.soon


async def _describe(
    scene: Scene, cases: Sequence[Case], duties: dict[int, Duty]
) -> Listed[CaseItem]:
    shown = [await _item(scene, case, duties.get(case.id)) for case in cases[:MOST]]
    return Listed(len(cases), tuple(shown))


async def _item(scene: Scene, case: Case, duty: Duty | None) -> CaseItem:
    day = case.due_on if case.state in _RUNNING else None
    return CaseItem(
        code=case.code,
        gist=await _read_gist(scene, case),
        kind=capital(say(f"case_kind_{case.kind.value}")),
        office=case.office or "",
        state=say(f"casework_state_{case.state.value}"),
        duty=say(f"casework_duty_{duty.value}") if duty else "",
        due=say_due(case, scene.today, scene.calendar, "vi") if case.state in OPEN else "",
        mood=scene.rate(day) if day else Mood.CALM,
    )


async def _read_gist(scene: Scene, case: Case) -> str:
    """Give what a case is about, without personal data, to who may read it."""
    if not scene.visitor.may(Power.READ_CASES):
        return ""
    whole = await scene.work.cases.get(case.id)
    return gist_of(whole) if whole else ""


async def list_calls(scene: Scene) -> Listed[CallItem]:
    """List the cases whose senders no channel reaches, what failed first first."""
    failed = await scene.work.desk_counts.list_calls(scene.place_id)
    if not failed:
        return Listed()
    cases = await scene.work.bare_cases.list_by_id(scene.place_id, failed)
    doers = [(case, _find_doer(scene, case)) for case in cases]
    seen = [case for case, doer in doers if doer is None or doer.is_staff]
    seen.sort(key=lambda case: failed[case.id][1])
    items = [
        CallItem(case.code, say(f"casework_notice_{notice}"), since)
        for case in seen[:MOST]
        for notice, since in (failed[case.id],)
    ]
    return Listed(len(seen), tuple(items))
