"""What is still missing of a PAKN half written, and the way back."""

from dataclasses import replace

from handlers.intake.drafts import Draft, Step

MOST_ASKED = 2  # times that details are asked for; then what there is must do


def find_step(draft: Draft) -> Step:
    """Find what to ask next: only what is missing, and nothing that was left out on wish."""
    if not draft.place:
        return Step.PLACE
    if not draft.content:
        return Step.CONTENT
    if _lacks_where(draft):
        return Step.WHERE
    return Step.CONTACT if _lacks_contact(draft) else Step.REVIEW


def _lacks_where(draft: Draft) -> bool:
    return not (draft.is_formal or draft.where or Step.WHERE in draft.passed)


def _lacks_contact(draft: Draft) -> bool:
    if Step.CONTACT in draft.passed or draft.asked_again >= MOST_ASKED:
        return False
    if draft.is_formal:
        return not draft.contact.is_complete
    return not draft.phone and not (draft.contact and draft.asked_again)


def go_on(draft: Draft) -> Draft:
    """Go to what is to be asked next; the step left can be gone back to."""
    step = find_step(draft)
    if step is draft.step:
        return draft
    is_left = draft.step is not Step.EDIT and draft.step not in draft.before
    before = (*draft.before, draft.step) if is_left else draft.before
    return replace(draft, step=step, before=tuple(each for each in before if each is not step))


def go_to(draft: Draft, step: Step) -> Draft:
    """Go to a step that was wished for: it is asked again, whatever is known."""
    passed = tuple(each for each in draft.passed if each is not step)
    return replace(draft, step=step, passed=passed, asked_again=0, last=None)


def go_back(draft: Draft) -> Draft:
    """Go back to the step before; from the first one nowhere."""
    if not draft.before:
        return draft
    return replace(go_to(draft, draft.before[-1]), before=draft.before[:-1])
