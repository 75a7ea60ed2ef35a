"""Tasks that people asked to be reminded of."""

from sqlalchemy.ext.asyncio import AsyncSession


class Reminders:
    """Keep reminders, one for each person, task and day."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session
