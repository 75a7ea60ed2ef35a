"""What a record says beside its words: the request, message, reply or duty that it belongs to."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from types import MappingProxyType

_bound: ContextVar[Mapping[str, str | int]] = ContextVar("bound", default=MappingProxyType({}))


@contextmanager
def bind(**facts: str | int) -> Iterator[None]:
    """Let what is logged here, and in tasks begun here, carry numbers and names of our own.

    Never an address, nor anything that a person wrote: these facts are logged as they are.
    """
    token = _bound.set({**_bound.get(), **facts})
    try:
        yield
    finally:
        _bound.reset(token)


def get_bound() -> Mapping[str, str | int]:
    """Give what is bound here."""
    return _bound.get()
