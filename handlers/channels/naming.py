"""Channels as people name them."""

from handlers.texts import LANGUAGES, say
from storage.values import find_kind


def name_kind(channel: str, language: str = "vi") -> str:
    """Name a channel by its kind: “Zalo OA” of “zalo_oa:12345678”."""
    kind = find_kind(channel)
    key = f"channel_{kind}"
    return say(key, language) if key in LANGUAGES[language] else kind
