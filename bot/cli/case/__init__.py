"""`motcua case`: list, show and handle feedback; figures and letters."""

from bot.cli.case import listing, papers, publishing, steps, terms
from bot.cli.case.group import cases

__all__ = ["cases", "listing", "papers", "publishing", "steps", "terms"]
