import pytest

from knowledge.parsing.outline import Kind, Passage
from knowledge.parsing.skipping import find_skipped
from knowledge.plan import Place, Skipped
from tests.knowledge.parsing.texts import table_of

Rows = list[tuple[str | None, ...]]


def skipped_of(rows: Rows, taken: tuple[int, ...] = ()) -> list[Skipped]:
    place = Place("thu.txt", 1, 9)
    return list(find_skipped([Passage(Kind.TABLE, (), "", place, table=table_of(*rows))], taken))


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([("", None), (" ", "---")], "empty_table"),
        ([("UBND PHƯỜNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")], "letterhead"),
        ([("Nơi nhận: - Như trên;", "TM. ỦY BAN NHÂN DÂN")], "letterhead"),
        ([("TT", "Tiêu chí", "Điểm chuẩn"), ("1", "Trồng cây", "20")], "score_table"),
        ([("TT", "Kinh phí"), ("1", "20.000"), ("2", "30.000")], "money_table"),
        ([("TT", "Cao"), ("1", "2,5"), ("2", "30%")], "number_table"),
        ([("1", "Luật Cây ngày 5/6/2028"), ("2", "Quyết định số 5/QĐ-UBND")], "legal_list"),
        ([("Tên cây", "Nơi trồng"), ("Me", "Bến xe")], "other_table"),
    ],
)
def test_why_a_table_gave_no_task(rows: Rows, code: str) -> None:
    (found,) = skipped_of(rows)
    assert found.code == code


def test_the_quote_is_short_and_what_gave_tasks_is_left_out() -> None:
    rows: Rows = [("Tên cây", "Nơi trồng " * 20)]
    (found,) = skipped_of(rows)
    assert found.quote.startswith("Tên cây · Nơi trồng")
    assert len(found.quote) <= 60
    assert skipped_of(rows, taken=(0,)) == []
