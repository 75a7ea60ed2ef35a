"""What a document means as a plan."""

from knowledge.parsing.plans import parse

__all__ = ["parse"]
