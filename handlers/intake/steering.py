"""Words that steer a draft: back, on, away, and what to change."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from handlers.files.identity import forget
from handlers.intake.asking import CONTACT, ask, ask_again
from handlers.intake.drafts import Draft, Step, begin, save_draft
from handlers.intake.effects import drop, keep
from handlers.intake.reading import pass_over, read_words
from handlers.intake.steps import find_step, go_back, go_on, go_to
from handlers.intake.words import Edit, Field, Steer
from handlers.messages import Reply
from handlers.texts import say
from handlers.turn import Effect, Turn
from knowledge.cases.phones import read_phone
from storage.work import Work

_STEP_OF = {
    Field.CONTENT: Step.CONTENT,
    Field.WHERE: Step.WHERE,
    Field.CONTACT: Step.CONTACT,
    Field.NAME: Step.CONTACT,
    Field.PHONE: Step.CONTACT,
    Field.ADDRESS: Step.CONTACT,
}


def steer_draft(turn: Turn, draft: Draft, steer: Steer) -> Effect:
    """Do with a draft what a word means."""
    return _STEER[steer](turn, draft)


def _move(turn: Turn, draft: Draft) -> Effect:
    return keep(turn, draft, ask(turn, draft))


def _cancel(turn: Turn, draft: Draft) -> Effect:
    return drop(turn, draft, Reply(say("intake_cancelled", draft.language)))


def _back(turn: Turn, draft: Draft) -> Effect:
    back = go_on(draft) if draft.step is Step.EDIT else go_back(draft)
    return _move(turn, back)


def _skip(turn: Turn, draft: Draft) -> Effect:
    if draft.step in (Step.WHERE, Step.CONTACT):
        return _move(turn, go_on(pass_over(draft, draft.step)))
    if draft.step is Step.CONTENT and not draft.content:
        return _send(turn, draft) if draft.is_spoken else _move(turn, draft)
    return _move(turn, go_on(draft)) if draft.step is not Step.REVIEW else _again(turn, draft)


def _again(turn: Turn, draft: Draft) -> Effect:
    return keep(turn, draft, ask_again(turn, draft))


def _send(turn: Turn, draft: Draft) -> Effect:
    """Go on to the review with what there is; a voice message may stand alone."""
    if draft.is_spoken:
        spoken = replace(draft, content=say("intake_spoken", draft.language))
        return _move(turn, go_on(pass_over(spoken, Step.WHERE)))
    if draft.step in (Step.WHERE, Step.CONTACT):
        return _skip(turn, draft)
    return _move(turn, go_on(draft))


def _edit(turn: Turn, draft: Draft) -> Effect:
    return _move(turn, go_to(draft, Step.EDIT))


def _resume(turn: Turn, draft: Draft) -> Effect:
    is_stuck = draft.step is not find_step(draft)
    return _move(turn, go_on(draft) if is_stuck else draft)


def _anew(turn: Turn, draft: Draft) -> Effect:
    """Begin another one in its place."""
    fresh = replace(begin(draft.language, place=draft.place), key=draft.key)
    if draft.other:
        fresh = read_words(fresh, draft.other, at=turn.message.received_at)
    fresh = go_on(fresh)

    async def effect(work: Work) -> Sequence[Reply]:
        await forget(work, [number for _, number in draft.files])
        await save_draft(work, turn.message.address, fresh, now=turn.now)
        return [ask(turn, fresh)]

    return effect


def _drop_files(turn: Turn, draft: Draft) -> Effect:
    bare = replace(draft, files=())

    async def effect(work: Work) -> Sequence[Reply]:
        await work.outbox.withdraw(draft.subject)
        await forget(work, [number for _, number in draft.files])
        await save_draft(work, turn.message.address, bare, now=turn.now)
        return [ask(turn, bare)]

    return effect


def _explain(turn: Turn, draft: Draft) -> Effect:
    reply = ask_again(turn, draft)
    why = say("intake_why_formal" if draft.is_formal else "intake_why", draft.language)
    return keep(turn, draft, replace(reply, text=why))


_STEER: dict[Steer, Callable[[Turn, Draft], Effect]] = {
    Steer.CANCEL: _cancel,
    Steer.BACK: _back,
    Steer.SKIP: _skip,
    Steer.SEND: _send,
    Steer.EDIT: _edit,
    Steer.RESUME: _resume,
    Steer.ANEW: _anew,
    Steer.DROP_FILES: _drop_files,
    Steer.WHY: _explain,
}


def change(turn: Turn, draft: Draft, edit: Edit) -> Effect:
    """Change one thing at once, or ask for it."""
    if edit.field is None:
        return _edit(turn, draft)
    if edit.field is Field.FILES:
        return _drop_files(turn, draft)
    if not edit.value:
        return _move(turn, go_to(_asking_for(draft, edit.field), _STEP_OF[edit.field]))
    changed = _set(turn, draft, edit)
    if changed is None:
        reply = ask_again(turn, draft)
        invalid = say("intake_phone_invalid", draft.language)
        return keep(turn, draft, replace(reply, text=invalid, asks=CONTACT))
    return _move(turn, go_on(changed))


def _asking_for(draft: Draft, field: Field) -> Draft:
    """Forget the detail that is to be said anew, so that it is asked for."""
    is_all = field is Field.CONTACT
    return replace(
        draft,
        name="" if is_all or field is Field.NAME else draft.name,
        phone="" if is_all or field is Field.PHONE else draft.phone,
        address="" if is_all or field is Field.ADDRESS else draft.address,
    )


def _set(turn: Turn, draft: Draft, edit: Edit) -> Draft | None:
    """Set what was said; None where a phone is none."""
    if edit.field is Field.PHONE:
        phone = read_phone(edit.value)
        return replace(draft, phone=phone) if phone else None
    if edit.field is Field.NAME:
        return replace(draft, name=edit.value)
    if edit.field is Field.ADDRESS:
        return replace(draft, address=edit.value)
    if edit.field is Field.WHERE:
        return replace(draft, where=edit.value)
    step = Step.CONTENT if edit.field is Field.CONTENT else Step.CONTACT
    where = "" if step is Step.CONTENT else draft.where
    asked = replace(go_to(draft, step), where=where)
    return read_words(asked, edit.value, at=turn.message.received_at)
