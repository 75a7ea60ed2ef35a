"""The desk's measurement runs, in a form short enough for each change."""

import pytest

from bench import desk

pytestmark = pytest.mark.slow


def test_the_measurement_of_the_desk_runs(capsys: pytest.CaptureFixture[str]) -> None:
    desk.main(["--quick"])
    printed = capsys.readouterr().out
    assert "stamps of all topics" in printed
    assert "a search, median" in printed
