"""What a case says: its head, its content, who sent it, the answer."""

from functools import partial

from bot.web.desk.case.acting import begin
from bot.web.desk.case.keys import show_keys
from bot.web.desk.case.room import Room
from bot.web.desk.cases.listing import BADGES
from bot.web.desk.files.cases import link_file, link_letter, link_photo
from bot.web.desk.widgets.marks import (
    build_badge,
    build_button,
    build_copy,
    build_facts,
    build_section,
)
from bot.web.desk.words import case as words
from bot.web.elements import Tag
from bot.web.public.frame import RESULTS
from handlers.desk.cases.view import CaseFile, CaseView
from handlers.texts.forms import write_day
from knowledge.cases.states import CaseState
from knowledge.cases.steps import Action

_ALWAYS_MORE = frozenset(
    {
        Action.EXTEND,
        Action.ASK_INFO,
        Action.ASK_EXTENSION,
        Action.SEND_ON,
        Action.TRANSFER,
        Action.MERGE,
        Action.CLASSIFY,
        Action.REGISTER,
        Action.REFUSE,
        Action.UNPUBLISH,
        Action.ERASE,
    }
)
_DONE = frozenset({CaseState.ANSWERED, CaseState.CLOSED})


def build_head(room: Room, view: CaseView) -> None:
    """Lay out where a case stands, what waits, and what may be done."""
    with Tag("div", style="case-head"):
        Tag("h2", words.TITLE.format(code=view.code), id="case-title")
        build_badge(view.state_words, "good" if view.state in _DONE else "")
        build_badge(view.kind_words)
        build_badge(view.due, BADGES.get(view.stage, ""))
    if view.request:
        day = write_day(view.request.day) if view.request.day else "–"
        asked = words.REQUEST.format(by=view.request.by, day=day, text=view.request.text)
        Tag("p", asked, style="case-warning")
    if Action.TELL in view.acts:
        Tag("p", words.CALL, style="case-warning")
    _build_acts(room, view)


def _build_acts(room: Room, view: CaseView) -> None:
    more = [act for act in view.acts if _is_more(act, view)]
    main = [act for act in view.acts if act not in more]
    with Tag("div", style="case-acts", role="group", aria_label=words.ACTS):
        if not view.acts:
            Tag("p", words.NOTHING_TO_DO, style="desk-hint")
        for number, act in enumerate(main):
            _build_act(room, view, act, style="main" if number == 0 else "")
        build_button(words.KEYS, partial(show_keys, room.page), id_="case-keys", shortcut="?")
    if more:
        with Tag("details", style="case-more"):
            Tag("summary", words.MORE_ACTS, id="case-more")
            with Tag("div", style="case-acts"):
                for act in more:
                    _build_act(room, view, act)


def _is_more(act: Action, view: CaseView) -> bool:
    """Tell whether an act stands among the others: what was asked for stands with the first."""
    if act is Action.EXTEND and view.request:
        return False
    is_done = {Action.PUBLISH: view.published, Action.ASSIGN: view.office}.get(act)
    return act in _ALWAYS_MORE or bool(is_done)


def _build_act(room: Room, view: CaseView, act: Action, *, style: str = "") -> None:
    label = words.LABELS[act]
    if act in words.AGAIN and _is_more(act, view):
        label = words.AGAIN[act]
    if act is Action.ERASE:
        style = "danger"
    shortcut = words.SHORTCUTS.get(act, "")
    press = partial(begin, room, act)
    build_button(label, press, id_=f"act-{act.value}", style=style, shortcut=shortcut)


def build_content(_room: Room, view: CaseView) -> None:
    """Lay out what was reported, with photos, and the answer as it stands."""
    with build_section(words.CONTENT):
        Tag("p", view.content or words.CONTENT_ERASED, style="case-text")
    if view.files:
        with build_section(words.FILES), Tag("ul", style="case-files"):
            for file in view.files:
                with Tag("li"):
                    _build_file(file)
    if view.answer.text:
        is_sent = view.state in _DONE
        with build_section(words.ANSWER if is_sent else words.ANSWER_DRAFT, id_="case-answer"):
            Tag("p", view.answer.text, style="case-text case-quote")
            if view.answer.signed:
                Tag("p", view.answer.signed, style="desk-hint")


def _build_file(file: CaseFile) -> None:
    new_tab = {"target": "_blank", "rel": "noopener"}
    if not file.is_photo:
        Tag("a", file.label, href=link_file(file.name), **new_tab)
        return
    with Tag("a", href=link_file(file.name), **new_tab):
        alt = words.PHOTO.format(label=file.label)
        Tag("img", src=link_photo(file.name), alt=alt, loading="lazy")


def build_side(room: Room, view: CaseView) -> None:
    """Lay out the facts, the sender and the papers."""
    with build_section(words.SENDER):
        if view.sender.said:
            Tag("p", view.sender.said, style="case-note")
        sender = view.sender
        build_facts(
            (
                (words.SENDER_NAME, sender.name),
                (words.SENDER_PHONE, sender.phone),
                (words.SENDER_ADDRESS, sender.address),
                (words.SOLVED, view.solved),
            )
        )
    with build_section(words.FACTS):
        build_facts(_list_facts(view))
        if view.merged_into:
            Tag("a", view.merged_into, href=room.page.link(f"/desk/phan-anh/{view.merged_into}"))
    with build_section(words.PAPERS), Tag("div", style="case-papers"):
        for kind in view.letters:
            label, href = words.LETTERS[kind.value], link_letter(view.code, kind)
            Tag("a", label, href=href, style="desk-button", download="")
        build_copy(words.COPY_ALL, view.copy)
        if view.published:
            public = f"{RESULTS}/{view.code}"
            Tag("a", words.PUBLIC_PAGE, href=public, style="desk-button", target="_blank",
                rel="noopener")  # fmt: skip


def _list_facts(view: CaseView) -> tuple[tuple[str, str], ...]:
    complained = words.COMPLAINED_HINT.format(who=view.complained_of)
    return (
        (words.RECEIVED, view.received),
        (words.TERM, view.due),
        (words.UNIT, view.office or words.NO_UNIT),
        (words.WHERE, view.where),
        (words.COMPLAINED, complained if view.complained_of else ""),
        (words.SENT_TO, view.recipient),
        (words.MERGED_INTO, view.merged_into),
        (words.PUBLIC_SINCE, view.published),
        (words.INCOMING, view.incoming_number),
        (words.OUTGOING, view.outgoing_number),
        (words.PORTAL, view.portal_code),
    )
