"""Files of every supported format, read into a `Document`."""

from knowledge.files.reading import read

__all__ = ["read"]
