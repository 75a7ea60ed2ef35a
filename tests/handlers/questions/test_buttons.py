"""The buttons below an answer: the right ones for who asks, few, short, and understood."""

import datetime as dt
from itertools import product

import pytest

from handlers.buttons import make_button
from handlers.messages import Button
from handlers.questions.answers import Answer, NextStep, Offer
from handlers.questions.buttons import (
    LONGEST_LABEL,
    LONGEST_WORDS,
    MOST,
    RATING,
    buttons_for,
)
from handlers.questions.memory import Memory
from knowledge.questions.following import Step, find_following
from knowledge.questions.understanding import understand
from knowledge.reminding import read_reminder_wish
from knowledge.wishes import Wish, find_wish
from tests.factories.clerk import BEFORE, link, load
from tests.factories.plans import OFFICE
from tests.factories.talk import Chat

ALL = tuple(NextStep)
TODAY = dt.date(2026, 11, 23)


def says(answer: Answer, *, is_official: bool = False) -> list[str]:
    return [b.says for b in buttons_for(answer, language="vi", is_official=is_official)]


@pytest.mark.parametrize(
    ("answer", "is_official", "expected"),
    [
        # What is asked of the office itself: only whether it helped.
        (Answer("answered", "…"), False, ["hữu ích", "chưa đúng"]),
        (
            Answer("answered", "…", steps=(NextStep.AS_WRITTEN, NextStep.REMIND)),
            False,
            ["xem nguyên văn", "hữu ích", "chưa đúng"],
        ),
        (
            Answer("answered", "…", steps=(NextStep.AS_WRITTEN, NextStep.REMIND)),
            True,
            ["xem nguyên văn", "nhắc tôi", "hữu ích", "chưa đúng"],
        ),
        (
            Answer("answered", "…", steps=(NextStep.AS_WRITTEN, NextStep.LEAD, NextStep.REMIND)),
            True,
            ["xem nguyên văn", "ai chủ trì?", "nhắc tôi", "hữu ích", "chưa đúng"],
        ),
        # A list of which there is more.
        (
            Answer("answered", "…", memory=Memory((), ((1, "task", 0),) * 9, 5, None)),
            False,
            ["xem thêm", "hữu ích", "chưa đúng"],
        ),
        (
            Answer("answered", "…", memory=Memory((), ((1, "task", 0),) * 5, 5, None)),
            False,
            ["hữu ích", "chưa đúng"],
        ),
        # A row as written: nothing to rate.
        (Answer("answered", "…", is_rated=False), False, []),
        (
            Answer("not_found", "…", steps=(NextStep.LATE_DOSSIER, NextStep.HUMAN)),
            False,
            ["trễ hẹn", "gặp cán bộ"],
        ),
        (Answer("not_found", "…", steps=(NextStep.LATE_DOSSIER, NextStep.HUMAN)), True, []),
        (Answer("other", "…"), False, []),
    ],
)
def test_which_buttons(answer: Answer, is_official: bool, expected: list[str]) -> None:
    assert says(answer, is_official=is_official) == expected


def test_what_is_offered_by_number_comes_first() -> None:
    offers = tuple(Offer(Button(f"Nơi {n}", f"nơi {n}")) for n in range(1, 9))
    assert says(Answer("ambiguous", "…", offers=offers)) == [offer.button.says for offer in offers]
    few = Answer("not_found", "…", offers=offers[:1], steps=(NextStep.HUMAN,))
    assert says(few) == ["nơi 1", "gặp cán bộ"]


def test_there_are_at_most_five() -> None:
    crowded = Answer("answered", "…", offers=(Offer(Button("a", "a")),), steps=ALL)
    assert len(says(crowded)) == MOST
    assert says(crowded)[-2:] == ["hữu ích", "chưa đúng"]


@pytest.mark.parametrize(
    ("name", "language"),
    list(product([*(step.value for step in ALL), *RATING], ["vi", "en"])),
)
def test_labels_and_words_fit_every_channel(name: str, language: str) -> None:
    button = make_button(name, language)
    assert 0 < len(button.label) <= LONGEST_LABEL
    assert 0 < len(button.says) <= LONGEST_WORDS


@pytest.mark.parametrize("language", ["vi", "en"])
def test_what_a_button_says_is_understood(language: str) -> None:
    assert read_reminder_wish(make_button("remind", language).says, TODAY)
    assert read_reminder_wish(make_button("unremind", language).says, TODAY)
    assert find_wish(make_button("human", language).says) is Wish.HUMAN
    more = understand(make_button("rest", language).says, [], TODAY)
    assert find_following(more, 9).step is Step.MORE
    lead = understand(make_button("lead", language).says, [], TODAY)
    assert find_following(lead, 1).step is Step.ROWS


async def test_pressing_them_in_a_chat(chat: Chat) -> None:
    chat.clock.moment = BEFORE
    await load(chat)
    officer = await link(chat.other("an"), OFFICE)
    await officer.says("khi nào lập danh sách tổ hỗ trợ thôn")
    assert officer.buttons == ["xem nguyên văn", "nhắc tôi", "hữu ích", "chưa đúng"]
    for words in officer.buttons[:2]:
        said = await officer.says(words)
        assert "Lập danh sách tổ hỗ trợ thôn" in said
    await chat.says("khi nào lập danh sách tổ hỗ trợ thôn")
    assert chat.buttons == ["xem nguyên văn", "hữu ích", "chưa đúng"]
