"""Failures of a command, each as one sentence and an exit code.

Exit codes: 1 the thing asked for cannot be done, 2 the program is not set up for it.
"""

import os

from handlers.errors import HandlerError
from handlers.texts import say
from knowledge.errors import KnowledgeError
from storage.errors import CannotOpen, StorageError

Failure = KnowledgeError | StorageError | HandlerError


def explain(error: Failure, **facts: object) -> str:
    """Turn an error's code and facts into its sentence, in the terminal's language."""
    return word_failure(error, terminal_language(), **facts)


def word_failure(error: Failure, language: str, **facts: object) -> str:
    """Turn an error's code and facts into its sentence."""
    return say(f"error_{error.code}", language, **(facts | error.facts))


def terminal_language() -> str:
    """Give "vi" on a Vietnamese terminal, else "en"."""
    locale = os.environ.get("LC_ALL") or os.environ.get("LANG") or ""
    return "vi" if locale.lower().startswith("vi") else "en"


def exit_code(error: Failure) -> int:
    """Give 2 when the set-up is wrong, 1 when the request is."""
    return 2 if isinstance(error, CannotOpen) else 1
