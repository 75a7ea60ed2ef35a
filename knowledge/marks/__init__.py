"""Restore the marks of Vietnamese text, and mend what OCR made of it.

A trigram model of syllables, learnt from texts at hand: `learning` counts, `grams` weighs,
`pieces` cuts a text, `beam` finds the likeliest reading, `confusions` knows what OCR mistakes for
what, `own` learns from the project's own administrative Vietnamese.
"""

from knowledge.marks.learning import learn
from knowledge.marks.model import SyllableModel
from knowledge.marks.own import load_own_model

__all__ = ["SyllableModel", "learn", "load_own_model"]
