"""What `motcua check` finds in the database: plans, people, queues, backups, promises."""

import datetime as dt
from collections.abc import Sequence

from bot.app import App
from bot.cli.check_findings import Finding, Todo, choose, show_moment
from bot.cli.frame import say_here, today
from bot.health.looking import Found
from handlers.library.embedding import count_outdated
from handlers.service.promise import Served
from handlers.texts.forms import join_names
from storage.values import Person, PlanState
from storage.work import Work

BACKUP_AGE = dt.timedelta(hours=26)  # a nightly one, two hours late
MOST_NAMES = 3


async def list_running(app: App, found: Found) -> list[Finding]:
    """List what stands in the database, without anybody's name or words."""
    async with app.database.read() as work:
        people = await work.people.list_all(on=today(app))
        return [
            check_backup(found.standing.backup_taken_at, now=app.clock.now()),
            *await _check_embedder(app),
            *await _check_plans(work),
            Finding(
                "people", "check_people", {"count": len(people)}, choose(todo_people=not people)
            ),
            await _check_offices(work, people, today(app)),
            _check_year(app),
            _check_queues(found),
            _check_promise(found.yesterday),
        ]


def check_backup(taken_at: dt.datetime | None, *, now: dt.datetime) -> Finding:
    """Say when the last backup was taken."""
    if taken_at is None:
        return Finding("backup", "check_backup_none", {"taken_at": None}, choose(todo_backup=True))
    facts = {"taken_at": taken_at.isoformat(), "time": show_moment(taken_at)}
    return Finding("backup", "check_backup", facts, choose(todo_backup=now - taken_at > BACKUP_AGE))


async def _check_embedder(app: App) -> list[Finding]:
    """Say which model there is, and whether what is searched was made by it."""
    wanted = app.settings.embedding_model
    facts = {"model": wanted}
    is_broken = wanted != "none" and app.library.embedder_name is None
    findings = [Finding("embedder", "check_embedder", facts, choose(todo_embedder=is_broken))]
    if count := await count_outdated(app.database, app.library):
        todos = choose(todo_embed=True)
        findings.append(Finding("unembedded", "check_unembedded", {"count": count}, todos))
    return findings


async def _check_plans(work: Work) -> list[Finding]:
    plans = await work.plans.list_all()
    confirmed = [plan for plan in plans if plan.state is PlanState.CONFIRMED]
    facts = {"confirmed": len(confirmed), "drafts": len(plans) - len(confirmed)}
    findings = [Finding("plans", "check_plans", facts, choose(todo_plan=not confirmed))]
    if internal := sum(not plan.is_public for plan in confirmed):
        findings.append(Finding("internal", "check_internal", {"count": internal}))
    return findings


async def _check_offices(work: Work, people: Sequence[Person], day: dt.date) -> Finding:
    """Say which offices have open work and nobody who holds them."""
    held = {id_ for each in people for id_ in (*each.office_ids, *each.stands_in)}
    names = []
    for place in await work.localities.list_all():
        busy = (await work.office_loads.of_place(place.id, on=day)).keys() - held
        if busy:
            offices = await work.offices.list_all(place.id, on=day)
            names += [each.name for each in offices if each.id in busy]
    shown = join_names(names[:MOST_NAMES]) + (" …" if len(names) > MOST_NAMES else "")
    todos = (Todo("todo_vacant", {"names": shown}),) if names else ()
    return Finding("vacant", "check_vacant", {"count": len(names)}, todos)


def _check_year(app: App) -> Finding:
    """Say whether the days off are known for sure: next year's, too, once it is December."""
    day = today(app)
    year = day.year + (day.month == 12)
    is_official = app.calendar.has_official_year(year)
    state = say_here("check_year_official" if is_official else "check_year_forecast")
    facts = {"year": year, "state": state, "is_official": is_official}
    todos = () if is_official else (Todo("todo_year", {"year": year}),)
    return Finding("year", "check_year", facts, todos)


def _check_queues(found: Found) -> Finding:
    inbox, outbox = found.standing.inbox, found.standing.outbox
    parked = inbox.count("parked") + outbox.count("parked")
    facts = {
        "waiting": inbox.count("waiting"), "unsent": outbox.count("waiting"), "parked": parked
    }  # fmt: skip
    return Finding("queues", "check_queues", facts, choose(todo_parked=bool(parked)))


def _check_promise(served: Served) -> Finding:
    """Say how yesterday's messages were answered."""
    if not served.replies and not served.lost:
        return Finding("promise", "check_promise_none", {"replies": 0, "lost": 0})
    facts = {
        "replies": served.replies,
        "percent": served.percent,
        "seconds": served.seconds,
        "lost": served.lost,
    }
    return Finding("promise", "check_promise", facts, choose(todo_promise=not served.is_kept))
