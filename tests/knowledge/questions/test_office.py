"""What a question about an office asks of it."""

import pytest

from knowledge.questions.office import find_office_topics


@pytest.mark.parametrize(
    ("folded", "topics"),
    [
        ("gio lam viec", ("hours",)),
        ("gio lam viec thu bay", ("saturday",)),
        ("gio lam viec va so dien thoai", ("hours", "phone")),
        ("dia chi email", ("email",)),
        ("dia chi va email", ("email",)),
        ("dia chi bo phan mot cua", ("desk",)),
        ("so dien thoai va gio lam viec cua bo phan mot cua", ("desk", "hours")),
        ("lich tiep cong dan cua chu tich", ("reception",)),
        ("chu tich la ai", ("leader",)),
        ("cong thong tin dien tu va cong dich vu cong", ("national_portal",)),
        ("fax, zalo", ("fax", "social")),
        ("nghi trua may gio", ("lunch",)),
        ("xin chao", ()),
    ],
)
def test_topics(folded: str, topics: tuple[str, ...]) -> None:
    assert find_office_topics(folded) == topics
