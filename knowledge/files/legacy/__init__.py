"""Vietnamese from before Unicode: TCVN3 (ABC), VNI-Windows, VISCII, windows-1258."""

from knowledge.files.legacy.detection import decode_legacy
from knowledge.files.legacy.documents import modernise

__all__ = ["decode_legacy", "modernise"]
