"""Buttons by name; what is written on them and what they say stands among the sentences."""

from handlers.messages import Button
from handlers.texts import say


def make_button(name: str, language: str = "vi", **facts: object) -> Button:
    """Make the button of a name, which has words of its own to say."""
    label = say(f"button_{name}", language, **facts)
    return Button(label, say(f"says_{name}", language, **facts))


def make_word_button(name: str, language: str = "vi") -> Button:
    """Make a button that says what is written on it."""
    label = say(f"button_{name}", language)
    return Button(label, label)
