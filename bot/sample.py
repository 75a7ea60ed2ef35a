"""Loading the sample plan and office of an invented commune, once in an installation's life."""

import tomllib
from importlib.resources import files

from bot.app import App
from handlers.people import NewInvitation, invite
from handlers.plans import ImportReport

LOADED = "sample_loaded"
OFFICE = "Văn phòng HĐND và UBND xã"
NAME = "Cán bộ dùng thử"


async def load_sample(app: App) -> ImportReport | None:
    """Load and confirm the sample plan; None when that was done before, even if removed since."""
    async with app.database.read() as work:
        if await work.meta.find(LOADED):
            return None
    folder = files("bot.samples")
    data = folder.joinpath("ke-hoach-2026.docx").read_bytes()
    now = app.clock.now()
    report = await app.plans.add("ke-hoach-2026.docx", data, now=now, is_sample=True)
    await app.plans.confirm(report.plan_id, now=now)
    profile = _flatten(tomllib.loads(folder.joinpath("office.toml").read_text("utf-8")))
    async with app.database.write() as work:
        plan = await work.plans.find(report.plan_id)
        assert plan is not None
        await work.localities.save_profile(plan.locality_id, profile)
        await work.meta.save(LOADED, "1")
    return report


def _flatten(tables: dict[str, dict[str, str]]) -> dict[str, str]:
    return {
        f"{table}.{name}": value for table, rows in tables.items() for name, value in rows.items()
    }


async def invite_newcomer(app: App, place: str) -> str:
    """Make an invitation with which a newcomer sees an officer's side of the sample."""
    return await invite(app.database, NewInvitation(place, OFFICE, NAME), now=app.clock.now())
