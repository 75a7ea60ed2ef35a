"""What people and machines send that is no question: nothing breaks, nothing takes long."""

import datetime as dt
import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.questions.cleaning import LONGEST, clean_message
from knowledge.questions.grievances import is_grievance
from knowledge.questions.intents import read_intents
from knowledge.questions.places import LocalityName
from knowledge.questions.rules import Asked
from knowledge.questions.spelling import learn_speller
from knowledge.questions.understanding import Question, understand

TODAY = dt.date(2026, 11, 23)
OURS = (LocalityName(1, "xã Suối Mơ"), LocalityName(2, "phường Hoa Ban"))
SPELLER = learn_speller(["Nạo vét kênh mương nội đồng trước mùa mưa.", "Rà soát thủ tục."] * 3)
PLAN = "\n".join(
    f"{n}. Nạo vét kênh số {n}; chủ trì: Tổ thủy nông; thời gian: trước ngày {n % 28 + 1}/6/2023"
    for n in range(1, 400)
)
SLOW = 1.0  # seconds; a quiet machine takes 0.05


def read(text: str) -> Question:
    return understand(text, OURS, TODAY, speller=SPELLER)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t",
        "\x00",
        "😀😀😀",
        "👍🏽",
        "?!...",
        "a" * 10_000,
        "rà soát " * 1_500,
        "kk " * 4_000,
        "Ở Phường " * 1_000,
        "in Hoa Ban District " * 500,
        "và ai, " * 1_000,
        "chào ad " * 1_000,
        "ksoat" * 2_000,
        "(" * 500,
        "%" * 500,
        "'; DROP TABLE plans; --",
        "{place} {year} {0} {}",
        "%s %d %(name)s",
        "${jndi:ldap://x/y}",
        "<script>alert(1)</script>",
        "\\1 \\g<0> [a-z]+(",
        "../../etc/passwd",
        "đồ ngu, làm ăn như hạch",
        PLAN,
        "ai trồng cây? " * 10,
        "́" * 3_000,
        "e" + "́" * 3_000,
        "\u202e" + "ai trồng cây",
        "\ud83d",
    ],
)
def test_nothing_breaks_and_nothing_takes_long(text: str) -> None:
    started = time.perf_counter()
    question = read(text)
    read_intents(text)
    is_grievance(text)
    assert time.perf_counter() - started < SLOW
    assert question.asked
    assert len(question.text) <= LONGEST


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("r\u200bà s\u200boát", "rà soát"),
        ("\ufeffrà soát", "rà soát"),
        ("rà\u00a0soát", "rà soát"),
        ("\u202erà soát\u202c", "rà soát"),
        (unicodedata.normalize("NFD", "rà soát"), "rà soát"),
        ("ｒà ｓｏáｔ", "rà soát"),
        ("ra ѕоаt", "ra soat"),
        ("𝐫à 𝐬𝐨á𝐭", "rà soát"),
        ("rà\u2066soát", "ràsoát"),
        ("Ｑ３／２０２４", "Q3/2024"),
        ("привет", "привет"),
        ("rà soát\ufe0f ❤️", "rà soát ❤"),
        ("rà\n\n soát", "rà soát"),
    ],
)
def test_what_is_read_is_what_is_seen(typed: str, meant: str) -> None:
    assert clean_message(typed) == meant


def test_hidden_letters_do_not_hide_the_subject() -> None:
    question = read("s\u200buối mơ nạo\u200b vét kê\u0301nh khi nào".replace("kê\u0301nh", "kênh"))
    assert question.localities == (1,)
    assert question.terms == "nạo vét kênh"
    assert question.main is Asked.DEADLINE


def test_templates_stay_as_typed() -> None:
    assert "{place}" in read("{place} nạo vét kênh").text


@given(st.text(max_size=300))
@settings(max_examples=200)
def test_any_text_is_understood(text: str) -> None:
    question = read(text)
    assert question.asked
    assert len(question.text) <= LONGEST
    assert clean_message(question.text) == question.text


@given(st.text(alphabet="aeoiuđkqtzv 13/.,?'\"%{}\\()-", max_size=120))
@settings(max_examples=200)
def test_any_scribble_is_understood(text: str) -> None:
    assert read(text).asked
