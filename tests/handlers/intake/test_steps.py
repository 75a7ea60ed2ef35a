"""What is asked next: only what is missing, by kind; nothing twice."""

from dataclasses import replace

import pytest

from handlers.intake.drafts import Draft, Step, begin
from handlers.intake.reading import pass_over, read_words
from handlers.intake.steps import find_step, go_back, go_on
from knowledge.cases.states import CaseKind
from tests.factories.citizens import CLERKS, CONTACT, LAMP, RULE
from tests.factories.talk import MONDAY

PLACE = "xã Bến Lụa"
BLANK = begin("vi", place=PLACE)


def hear(draft: Draft, *texts: str, apart: float = 30) -> Draft:
    """Let a draft hear messages some seconds apart."""
    at = MONDAY
    for text in texts:
        draft = go_on(read_words(draft, text, at=at))
        at += type(at - MONDAY)(seconds=apart)
    return draft


@pytest.mark.parametrize(
    ("said", "step"),
    [
        ((), Step.CONTENT),
        ((LAMP,), Step.CONTACT),
        (("đèn đường hỏng cả tháng",), Step.WHERE),
        (("đèn đường hỏng cả tháng", "đầu thôn 3"), Step.CONTACT),
        ((LAMP, "0912345678"), Step.REVIEW),
        ((f"{LAMP}. {CONTACT}",), Step.REVIEW),
        ((f"{LAMP}, sđt 0912345678",), Step.REVIEW),
        ((CLERKS,), Step.CONTACT),
        ((CLERKS, "Nguyễn Thị Lan"), Step.CONTACT),
        ((CLERKS, CONTACT), Step.REVIEW),
        ((CLERKS, "Nguyễn Thị Lan", "thôn 3, 0912345678"), Step.REVIEW),
        ((CLERKS, "Nguyễn Thị Lan", "thôn 3"), Step.REVIEW),  # asked twice is enough
        ((RULE,), Step.CONTACT),
        ((RULE, CONTACT), Step.REVIEW),
    ],
)
def test_what_is_asked_next(said: tuple[str, ...], step: Step) -> None:
    draft = hear(BLANK, *said)
    assert (draft.step, find_step(draft)) == (step, step)


@pytest.mark.parametrize(
    ("text", "kind"),
    [(LAMP, CaseKind.SCENE), (CLERKS, CaseKind.CONDUCT), (RULE, CaseKind.RULE)],
)
def test_the_words_tell_the_kind(text: str, kind: CaseKind) -> None:
    assert hear(BLANK, text).case_kind is kind


def test_without_a_place_that_is_asked_first() -> None:
    draft = hear(begin("vi"), LAMP)
    assert draft.step is Step.PLACE
    assert go_on(replace(draft, place=PLACE)).step is Step.CONTACT


def test_what_was_left_out_is_not_asked_again() -> None:
    draft = hear(BLANK, "đèn đường hỏng cả tháng")
    draft = go_on(pass_over(draft, Step.WHERE))
    assert draft.step is Step.CONTACT
    assert go_on(pass_over(draft, Step.CONTACT)).step is Step.REVIEW


def test_the_way_back_is_the_way_come() -> None:
    draft = hear(BLANK, "đèn đường hỏng cả tháng", "đầu thôn 3", "0912345678")
    steps = []
    while draft.before:
        draft = go_back(draft)
        steps.append(draft.step)
    assert steps == [Step.CONTACT, Step.WHERE, Step.CONTENT]
    assert go_back(draft) == draft


@pytest.mark.parametrize(
    ("said", "content", "where", "contact"),
    [
        (("đèn đường hỏng", "tối om", "đầu thôn 3"), "đèn đường hỏng\ntối om\nđầu thôn 3", "đầu thôn 3", ""),
        ((LAMP, "mấy cháu đi học về hay ngã"), f"{LAMP}\nmấy cháu đi học về hay ngã", None, ""),
        ((LAMP, "0912345678", "mấy cháu hay ngã"), LAMP, None, "0912345678"),
    ],
)  # fmt: skip
def test_messages_of_one_breath_are_one(
    said: tuple[str, ...], content: str, where: str | None, contact: str
) -> None:
    draft = hear(BLANK, *said, apart=8)
    assert draft.content == content
    assert draft.phone == contact
    assert where is None or draft.where == where


def test_what_stands_beside_the_details_is_kept() -> None:
    draft = hear(BLANK, CLERKS, f"hôm 12/11, {CONTACT}")
    assert "12/11" in draft.content
    assert draft.contact.is_complete


def test_a_later_story_is_added_to_the_content() -> None:
    told = "từ đợt bão tháng trước tới giờ không ai tới coi"
    assert hear(BLANK, LAMP, told).content == f"{LAMP}\n{told}"


def test_a_wrong_phone_says_so() -> None:
    draft = hear(BLANK, LAMP, "0912345")
    assert (draft.step, draft.trouble) == (Step.CONTACT, "phone_invalid")
