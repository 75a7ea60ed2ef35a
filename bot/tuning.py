"""How the interpreter is set for a program that answers people: short pauses before throughput."""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager

SWITCH = 0.001  # seconds that a thread which computes may keep the others waiting; Python's are 5


@contextmanager
def keep_pauses_short() -> Iterator[None]:
    """Leave what stands at the start out of every later garbage collection, while it lasts.

    Modules, models and pages are some 300,000 objects that never become garbage; each full
    collection looked at all of them, which held up every answer for a fifth of a second.
    """
    before = sys.getswitchinterval()
    sys.setswitchinterval(SWITCH)
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
        sys.setswitchinterval(before)
