"""Every sentence the bot says, by language; nothing below `handlers` makes one."""

from types import MappingProxyType

from handlers.texts.en import SENTENCES as EN
from handlers.texts.vi import SENTENCES as VI

LANGUAGES = MappingProxyType({"vi": VI, "en": EN})


def say(key: str, /, language: str = "vi", **facts: object) -> str:
    """Say a sentence by its key, with its facts filled in."""
    return LANGUAGES[language][key].format(**facts)
