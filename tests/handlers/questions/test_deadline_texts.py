"""Every reason for no day, and what is done about it, has its sentence."""

import pytest

from handlers.texts import say
from knowledge.dates import NoDay
from knowledge.treatments import Treatment


@pytest.mark.parametrize("reason", list(NoDay))
def test_every_reason_has_a_sentence(reason: NoDay) -> None:
    assert say(f"reason_{reason}").startswith("Không có hạn cụ thể: ")
    assert say(f"reason_{reason}", "en").startswith("No exact day: ")


@pytest.mark.parametrize("treatment", list(Treatment))
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_treatment_has_a_sentence(treatment: Treatment, language: str) -> None:
    assert say(f"treatment_{treatment}", language).endswith(".")
