"""Days as officials type them."""

import datetime as dt

import pytest

from handlers.casework.days import find_day

TODAY = dt.date(2026, 11, 23)  # a Monday


@pytest.mark.parametrize(
    ("written", "is_past", "day"),
    [
        ("15/12", False, "2026-12-15"),
        ("15/12/2026", False, "2026-12-15"),
        ("15-12-26", False, "2026-12-15"),
        ("5.1", False, "2027-01-05"),
        ("20/11", False, "2027-11-20"),
        ("20/11", True, "2026-11-20"),
        ("24/12", True, "2025-12-24"),
        ("ngay 5 thang 12", False, "2026-12-05"),
        ("ngay 20 thang 11 nam 2026", True, "2026-11-20"),
        ("hom nay", True, "2026-11-23"),
        ("hom qua", True, "2026-11-22"),
        ("ngay mai", False, "2026-11-24"),
        ("thu sau", False, "2026-11-27"),
        ("thu hai", False, "2026-11-30"),
        ("t6 tuan sau", False, "2026-12-04"),
        ("31/2", False, None),
        ("tuan toi", False, None),
    ],
)
def test_days(written: str, is_past: bool, day: str | None) -> None:
    found = find_day(written, TODAY, is_past=is_past)
    assert (found[0].isoformat() if found else None) == day
