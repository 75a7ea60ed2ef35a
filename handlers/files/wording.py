"""What is said of files: how many there are, and why some are not kept."""

from collections import Counter
from collections.abc import Sequence

from handlers.files.rules import LIMITS, MB, MOST_A_MESSAGE, MOST_AN_HOUR
from handlers.messages import Attachment
from handlers.texts import say
from handlers.texts.forms import capital
from knowledge.files.sniff import FileKind

_LIMITS = {
    **{f"{kind}_too_large": limit // MB for kind, limit in LIMITS.items()},
    "too_many": MOST_A_MESSAGE,
    "too_many_hour": MOST_AN_HOUR,
}
STICKER = "sticker"


def count_words(attachments: Sequence[Attachment], language: str = "vi") -> str:
    """Count what was kept: "3 ảnh", "1 tài liệu và 2 ảnh"; empty when nothing was."""
    return _count([each for each in attachments if each.refusal is None], language)


def say_refusals(attachments: Sequence[Attachment], language: str = "vi") -> str | None:
    """Say what was not kept, why, and what to do; a sentence or two for each reason."""
    refused: dict[str, list[Attachment]] = {}
    for each in attachments:
        if each.refusal:
            refused.setdefault(each.refusal, []).append(each)
    is_alone = len(attachments) == 1
    said = [_say(code, each, language, is_alone) for code, each in refused.items()]
    return "\n".join(said) or None


def _say(code: str, refused: Sequence[Attachment], language: str, is_alone: bool) -> str:
    what = _name(refused, language, is_alone=is_alone)
    sentence = say(f"file_refused_{code}", language, what=what, limit=_LIMITS.get(code, ""))
    return capital(sentence)


def _name(refused: Sequence[Attachment], language: str, *, is_alone: bool) -> str:
    """Name what is refused: "ảnh này", "ảnh “rác.jpg”", "3 ảnh"."""
    if len(refused) > 1:
        return _count(refused, language)
    kind = say(f"file_kind_{_kind(refused[0])}", language)
    if is_alone or not refused[0].name:
        return say("file_this", language, kind=kind)
    return say("file_named", language, kind=kind, name=refused[0].name)


def _count(attachments: Sequence[Attachment], language: str) -> str:
    counted = Counter(map(_kind, attachments))
    parts = [_count_kind(kind, count, language) for kind, count in counted.items()]
    if len(parts) < 2:
        return "".join(parts)
    return say("file_list", language, first=", ".join(parts[:-1]), last=parts[-1])


def _count_kind(kind: str, count: int, language: str) -> str:
    name = say(f"file_kind_{kind}" if count == 1 else f"file_kinds_{kind}", language)
    return f"{count} {name}"


def _kind(attachment: Attachment) -> str:
    is_known = attachment.kind in (*FileKind, STICKER)
    return str(attachment.kind) if is_known else "other"
