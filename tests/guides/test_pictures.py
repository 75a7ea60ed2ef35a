"""The pictures can be taken: what leads to each still leads there."""

from pathlib import Path

import pytest

from tests.guides.__main__ import take
from tests.guides.shots import SHOTS
from tests.guides.test_guides import BIGGEST

pytestmark = pytest.mark.slow


def test_every_picture_is_taken(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    take(SHOTS, tmp_path)
    taken = {path.stem: path.stat().st_size for path in tmp_path.glob("*.png")}
    assert {*taken} == {shot.name for shot in SHOTS}
    assert [name for name, size in taken.items() if size > BIGGEST] == []
    assert capsys.readouterr().out.split() == [shot.name for shot in SHOTS]
