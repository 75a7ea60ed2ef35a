"""The items of the lists of “Hôm nay”: each a link to its action, or a button that does it."""

from bot.web.desk.page import DeskPage
from bot.web.desk.today.acting import build_called, build_finish, build_resend
from bot.web.desk.widgets.marks import build_badge
from bot.web.desk.words import today as words
from bot.web.elements import Tag
from handlers.desk.today import (
    CallItem,
    CaseItem,
    DecisionItem,
    DraftItem,
    DueItem,
    LostItem,
    Mood,
    OfficeItem,
    QuestionItem,
    RequestItem,
)
from handlers.desk.visitor import Power
from handlers.texts.forms import capital, local_day, write_day, write_time, write_weekday


def _build(
    page: DeskPage, title: str, path: str, *notes: str, badge: str = "", mood: Mood = Mood.CALM
) -> None:
    """Lay out a title that leads somewhere (or nowhere), what is to be known of it, and a badge."""
    with Tag("div", style="desk-item-says"):
        if path:
            Tag("a", title, href=page.link(path))
        else:
            Tag("p", title)
        with Tag("p", style="desk-item-notes"):
            if badge:
                build_badge(badge, mood.value)
            Tag("span", words.NOTES.join(note for note in notes if note))


def build_due(page: DeskPage, item: DueItem) -> None:
    """Lay out work with a day."""
    office = item.office if page.visitor.sees_all else ""
    day = words.DUE_ON.format(day=write_weekday(item.due_on))
    _build(page, item.content, f"/desk/lich-han/V{item.id}", office, day,
           badge=item.left, mood=item.mood)  # fmt: skip


def build_more_time(page: DeskPage, item: DecisionItem) -> None:
    """Lay out a request for more time."""
    new_day = words.NEW_DAY.format(day=write_weekday(item.new_day)) if item.new_day else ""
    name = words.ASKED_BY.format(name=item.person)
    _build_decision(page, item, new_day, name, item.note)


def build_disputed(page: DeskPage, item: DecisionItem) -> None:
    """Lay out work that an office says is not theirs."""
    name = words.SAID_BY.format(name=item.person)
    _build_decision(page, item, f"{name}: {item.note}" if item.note else name)


def _build_decision(page: DeskPage, item: DecisionItem, *notes: str) -> None:
    due = item.due
    day = words.DUE_ON.format(day=write_weekday(due.due_on))
    _build(page, due.content, f"/desk/lich-han/V{due.id}", due.office, day, *notes,
           badge=due.left, mood=due.mood)  # fmt: skip


def build_case(page: DeskPage, item: CaseItem) -> None:
    """Lay out a case; who may not read it sees its code only, and no link."""
    path = f"/desk/phan-anh/{item.code}" if page.visitor.may(Power.READ_CASES) else ""
    title = item.gist or item.kind
    _build(page, title, path, item.code, capital(item.duty or item.state), item.office,
           badge=item.due, mood=item.mood)  # fmt: skip


def build_call(page: DeskPage, item: CallItem) -> None:
    """Lay out a sender to be called: the number stands in the case, where reading it is noted."""
    may_read = page.visitor.may(Power.READ_CASES)
    path = f"/desk/phan-anh/{item.code}" if may_read else ""
    since = words.SINCE.format(at=write_time(item.since))
    _build(page, item.code, path, capital(item.notice), since)
    if may_read:
        build_called(page, item.code)


def build_lost(page: DeskPage, item: LostItem) -> None:
    """Lay out a message that was given up."""
    kind = capital(item.kind)
    title = words.LOST_ITEM.format(kind=kind, channel=item.channel, number=item.id)
    _build(page, title, "", item.state, write_time(item.at))
    build_resend(page, item.id)


def build_office(page: DeskPage, item: OfficeItem) -> None:
    """Lay out an office with work that reaches nobody."""
    path = f"/desk/don-vi/{item.id}" if item.id else "/desk/don-vi/chua-co-nguoi"
    day = write_weekday(item.first_on)
    _build(page, capital(item.name), path, words.WORK.format(count=item.count, day=day))


def build_question(page: DeskPage, item: QuestionItem) -> None:
    """Lay out a question without an answer."""
    since = write_day(local_day(item.asked_at))
    asked = words.ASKED.format(count=item.count, day=since)
    disliked = words.DISLIKED if item.is_disliked else ""
    _build(page, item.question, "/desk/hoi-dap", asked, disliked)


def build_draft(page: DeskPage, item: DraftItem) -> None:
    """Lay out a plan that nobody has confirmed."""
    added = words.ADDED_AT.format(day=write_day(local_day(item.added_at)))
    rows = words.ROWS.format(count=item.tasks)
    _build(page, item.title, f"/desk/ke-hoach/{item.id}", rows, added)


def build_request(page: DeskPage, item: RequestItem) -> None:
    """Lay out a request about personal data."""
    answer = words.ANSWER_BY.format(day=write_day(item.answer_by)) if item.answer_by else ""
    _build(
        page,
        words.REQUEST.format(kind=item.kind, number=item.id),
        "",
        words.REQUESTED.format(day=write_day(local_day(item.asked_at))),
        answer,
        words.DONE_BY.format(day=write_day(item.due_on)),
    )
    if page.visitor.may(Power.READ_CASES):
        build_finish(page, item.id, item.kind)
