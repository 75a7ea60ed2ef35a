"""Texts made to let a pattern try every reading: each reader gives up soon."""

import time
from collections.abc import Callable

import pytest

from knowledge.abbreviations import expand_chat
from knowledge.questions.grievances import is_grievance
from knowledge.questions.intents import read_intents
from knowledge.questions.office import find_office_topics
from knowledge.redaction import find_personal
from knowledge.wishes import find_wish

LONGEST = 4000
MOST = 1.0  # seconds of work on a busy machine; the patterns of before took minutes
PIECES = (
    *("da ", "the ", "toi muon ", "(cho tôi)", "hoi ca may ", "chuyen toi ", "khong co ai "),
    *("rác - ", "đèn ", "cống-", "với lại ", "? ", "giờ ", "; "),
    *("a", "0", "-", "1-", "09.1", "29A-", "a.", "a@", "a.a@", "số 1-", "địa chỉ: ", "12/"),
)


@pytest.mark.parametrize(
    "read",
    [find_wish, find_personal, expand_chat, is_grievance, read_intents, find_office_topics],
)
@pytest.mark.parametrize("piece", PIECES)
def test_a_hostile_text_is_read_in_time(read: Callable[[str], object], piece: str) -> None:
    before = time.process_time()
    read((piece * LONGEST)[: LONGEST - 1] + "!")
    assert time.process_time() - before < MOST


def test_a_row_of_dashes_is_no_row_of_words() -> None:
    before = time.process_time()
    is_grievance("rác " + "-" * 4000 + " hôi")
    assert time.process_time() - before < MOST


@pytest.mark.parametrize("text", ["thư về lan.nguyen+1@mail.vn nhé", "(lan@mail.vn)", "x,y@z.vn"])
def test_addresses_are_still_found(text: str) -> None:
    assert [found.kind for found in find_personal(text)] == ["email"]


def test_addresses_and_sites_stay_as_typed() -> None:
    text = "gửi k@ubnd.benlua.gov.vn hoặc xem .ubnd-xa.gov.vn/tin k nhé"
    assert "k@ubnd.benlua.gov.vn" in expand_chat(text)
    assert "ubnd-xa.gov.vn" in expand_chat(text)
