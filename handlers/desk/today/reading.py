"""Reading “Hôm nay” for whoever looks: each role sees what it can do something about."""

import datetime as dt
from dataclasses import dataclass, fields

from handlers.cases.moves import CaseDesk
from handlers.desk.today.base import (
    CallItem,
    CaseItem,
    DecisionItem,
    DraftItem,
    DueItem,
    Listed,
    LostItem,
    OfficeItem,
    QuestionItem,
    RequestItem,
    Scene,
)
from handlers.desk.today.cases import list_calls, list_cases
from handlers.desk.today.charts import Charts, read_charts
from handlers.desk.today.due import list_disputed, list_due, list_more_time
from handlers.desk.today.office import (
    list_drafts,
    list_lost,
    list_offices,
    list_questions,
    list_requests,
)
from handlers.desk.visitor import Power, Visitor
from knowledge.calendar import Calendar
from storage.values import Role
from storage.work import Work


@dataclass(frozen=True, slots=True)
class Lists:
    """What waits, in the order in which it is shown."""

    overdue: Listed[DueItem]
    today: Listed[DueItem]
    waiting: Listed[CaseItem]
    new_cases: Listed[CaseItem]
    ending: Listed[CaseItem]
    week: Listed[DueItem]
    more_time: Listed[DecisionItem]
    disputed: Listed[DecisionItem]
    calls: Listed[CallItem]
    requests: Listed[RequestItem]
    unheld: Listed[OfficeItem]
    unreached: Listed[OfficeItem]
    drafts: Listed[DraftItem]
    questions: Listed[QuestionItem]
    lost: Listed[LostItem]

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing waits."""
        return not any(getattr(self, each.name).total for each in fields(self))


@dataclass(frozen=True, slots=True)
class Today:
    """What waits, and the figures beside it."""

    lists: Lists
    charts: Charts


async def read_today(
    work: Work, visitor: Visitor, *, now: dt.datetime, calendar: Calendar, desk: CaseDesk
) -> Today:
    """Read what waits for a visitor, and how the quarter stands."""
    visitor.check(Power.VIEW_TODAY)
    scene = Scene(work, visitor, desk, calendar, now)
    due, cases = await list_due(scene), await list_cases(scene)
    is_deciding = visitor.sees_all
    may_answer, may_plan = visitor.may(Power.EDIT_ANSWERS), visitor.may(Power.EDIT_PLANS)
    unheld, unreached = await list_offices(scene) if is_deciding else (Listed(), Listed())
    lists = Lists(
        overdue=due.overdue,
        today=due.today,
        waiting=cases.waiting,
        new_cases=cases.new,
        ending=cases.ending,
        week=due.week,
        more_time=await list_more_time(scene) if is_deciding else Listed(),
        disputed=await list_disputed(scene) if is_deciding else Listed(),
        calls=await list_calls(scene) if _makes_calls(visitor) else Listed(),
        requests=await list_requests(scene) if is_deciding else Listed(),
        unheld=unheld,
        unreached=unreached,
        drafts=await list_drafts(scene) if may_plan else Listed(),
        questions=await list_questions(scene) if may_answer else Listed(),
        lost=await list_lost(scene) if visitor.may(Power.EDIT_PEOPLE) else Listed(),
    )
    return Today(lists, await read_charts(scene, cases.states))


def _makes_calls(visitor: Visitor) -> bool:
    """Tell whether somebody calls senders: the clerk, as chat asks; the operator sees that."""
    return visitor.role in (Role.CLERK, Role.OPERATOR)
