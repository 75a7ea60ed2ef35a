"""Signs in a message that come before everything else: danger to life, and denunciation.

A denunciation (tố cáo) is not feedback and must not be registered as such (NĐ 20/2008, Điều 1).
"""

import re
from enum import StrEnum

from knowledge.text import clean, fold, has_marks


class Signal(StrEnum):
    """What a message shows signs of."""

    DANGER = "danger"
    DENUNCIATION = "denunciation"


# Typed with marks the words are certain; without, only longer phrases are.
_MARKED = {
    Signal.DENUNCIATION: r"(?<!yếu )(?<!nhân )\btố cáo\b|\bđưa hối lộ|\bnhận hối lộ|\bvòi tiền\b",
}
_FOLDED = {
    Signal.DANGER: (
        r"(?<!chua )\bchay (?:nha|rung|cho|xe|lon|kho|quan)\b"
        r"|\b(?:nha|rung|xe|cho|kho)\b(?: \w+){0,4} (?:dang|bi) (?:boc )?chay\b"
        r"|\bcuu (?:voi|toi voi|nguoi voi|gap)\b|\bduoi nuoc\b.{0,20}\b(?:cuu|gap)\b"
        r"|\bdang (?:danh nhau|bi danh|chem nhau|bi dam|chet duoi)\b"
        r"|\b(?:co|bi|vua|xay ra)(?: \w+){0,2} tai nan\b.{0,40}\b(?:nguoi|chet|nang|cuu|gap)\b"
    ),
    Signal.DENUNCIATION: (
        r"\b(?:muon|can|xin|gui don|lam don|don) to cao\b|\bto cao (?:truong thon|chu tich|can bo|"
        r"cong chuc|bi thu|ong|ba|lanh dao)\b|\bnhan hoi lo\b|\bdua hoi lo\b"
    ),
}


def find_signal(text: str) -> Signal | None:
    """Find the most urgent signal of a message; danger comes first."""
    text = clean(text).lower()
    folded = fold(text)
    for signal in Signal:
        if re.search(_FOLDED[signal], folded) and not _is_marked_otherwise(signal, text):
            return signal
        if signal in _MARKED and re.search(_MARKED[signal], text):
            return signal
    return None


def _is_marked_otherwise(signal: Signal, text: str) -> bool:
    """Tell whether the marks say another word: "tờ cáo bạch" is no "tố cáo"."""
    return (
        signal is Signal.DENUNCIATION
        and has_marks(text)
        and not re.search(r"\btố cáo|\bhối lộ", text)
    )
