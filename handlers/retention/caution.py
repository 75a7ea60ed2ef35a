"""A day to think again: what a shorter age lets go cannot be had back."""

import datetime as dt
import json
import logging
from dataclasses import asdict

from handlers.retention.ages import Ages
from storage.work import Work

log = logging.getLogger(__name__)
A_DAY = dt.timedelta(days=1)
_KNOWN = "retention_ages"
_FOREVER = ("delete", "attachments")  # where 0 means as long as there is something to keep


async def may_forget(work: Work, ages: Ages, *, now: dt.datetime) -> bool:
    """Tell whether the ages are as long as they were, or have stood for a day.

    It is the tick that asks; who runs `motcua forget` has seen what goes.
    """
    known = await work.meta.find(_KNOWN)
    before = json.loads(known) if known else {}
    waits_until: str | None = before.get("waits_until")
    if _is_shorter(asdict(ages), before.get("ages", {})):
        waits_until = (now + A_DAY).isoformat()
        log.warning("An age of MOTCUA_RETENTION_* is shorter: nothing is forgotten for a day.")
    await work.meta.save(_KNOWN, json.dumps({"ages": asdict(ages), "waits_until": waits_until}))
    return waits_until is None or now >= dt.datetime.fromisoformat(waits_until)


def _is_shorter(ages: dict[str, int], before: dict[str, int]) -> bool:
    return any(_length(name, ages[name]) < _length(name, age) for name, age in before.items())


def _length(name: str, age: int) -> float:
    return float("inf") if name in _FOREVER and age == 0 else age
