"""Loading the sample of an invented commune: its plan and office, its superior's plan.

That happens once in an installation's life.
"""

from importlib.resources import files

from bot.app import App
from handlers.people import NewInvitation, invite
from handlers.places import read_profile
from handlers.plans import ImportReport
from handlers.plans.due_days import replan_below
from storage.values import Role

LOADED = "sample_loaded"
NEWCOMERS = (
    (Role.OFFICER, "Phòng Kinh tế", "Cán bộ dùng thử"),
    (Role.CLERK, "Văn phòng HĐND và UBND xã", "Công chức đầu mối dùng thử"),
    (Role.LEADER, "Lãnh đạo UBND xã", "Lãnh đạo dùng thử"),
)
OWN_PLAN, SUPERIORS_PLAN = "ke-hoach-2026.docx", "ke-hoach-tinh-2026.txt"
PROFILE = "office.toml"


async def load_sample(app: App) -> tuple[ImportReport, ...]:
    """Load and confirm the sample's plans, the commune's own and its superior's.

    Nothing when that was done before, even if they were removed since.
    """
    async with app.database.read() as work:
        if await work.meta.find(LOADED):
            return ()
    report = await _load_plan(app, OWN_PLAN)
    superiors = await _load_plan(app, SUPERIORS_PLAN)
    profile = read_profile(PROFILE, files("bot.samples").joinpath(PROFILE).read_text("utf-8"))
    async with app.database.write() as work:
        own, above = [await work.plans.find(each.plan_id) for each in (report, superiors)]
        assert own is not None
        assert above is not None
        await work.localities.change_profile(own.locality_id, profile.changes)
        await work.localities.set_parent(own.locality_id, above.locality_id)
        await replan_below(work, own.locality_id, now=app.clock.now())
        await work.meta.save(LOADED, "1")
    return report, superiors


async def _load_plan(app: App, name: str) -> ImportReport:
    data = files("bot.samples").joinpath(name).read_bytes()
    now = app.clock.now()
    report = await app.plans.add(name, data, now=now, is_sample=True, is_announced=False)
    await app.plans.confirm(report.plan_id, now=now)
    return report


async def invite_newcomers(app: App, place: str) -> list[str]:
    """Make invitations with which a newcomer sees the officials' sides of the sample."""
    now = app.clock.now()
    wanted = (
        NewInvitation(place, office, name, role, makes_office=True)
        for role, office, name in NEWCOMERS
    )
    return [await invite(app.database, each, now=now) for each in wanted]
