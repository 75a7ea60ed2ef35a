"""Errors of `handlers`.

HandlerError      a request that cannot be carried out; carries a code and facts
"""


class HandlerError(Exception):
    """Carry a code and the facts its sentence needs."""

    def __init__(self, code: str, **facts: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts
