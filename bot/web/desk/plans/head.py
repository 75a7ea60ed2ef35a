"""What stands at the head of a plan: its facts, its state, what can be done with it."""

from bot.web.desk.page import DeskPage
from bot.web.desk.plans.deeds import PlanDeeds
from bot.web.desk.widgets.marks import build_badge, build_button, build_facts
from bot.web.desk.words import plans as words
from bot.web.elements import Tag
from handlers.desk.plans.view import PlanView, Show
from handlers.texts.forms import write_day
from storage.values import PlanState


def build_head(page: DeskPage, view: PlanView, deeds: PlanDeeds) -> None:
    """Lay out a plan's name, badges and buttons."""
    Tag("h2", view.name)
    with Tag("p", style="desk-row"):
        kinds = {PlanState.DRAFT: "soon", PlanState.CONFIRMED: "good"}
        build_badge(words.STATES[view.state.value], kinds.get(view.state, ""))
        build_badge(words.PUBLIC if view.is_public else words.INTERNAL)
        if view.is_guide:
            build_badge(words.GUIDE)
    if view.is_own:
        _build_buttons(page, view, deeds)
    _build_facts(view)


def _build_buttons(page: DeskPage, view: PlanView, deeds: PlanDeeds) -> None:
    with Tag("div", style="desk-buttons plan-deeds"):
        if view.may_edit and view.state is PlanState.DRAFT:
            label = words.CONFIRM_GUIDE if view.is_guide else words.CONFIRM
            build_button(label, deeds.confirm, id_="plan-confirm", style="main")
        if view.may_edit and view.count.doubtful:
            label = words.ACCEPT_ALL.format(count=view.count.doubtful)
            build_button(label, deeds.accept_all, id_="plan-accept-all")
        path = page.link(f"/desk/ke-hoach/{view.id}/thay-doi")
        Tag("a", words.VERSIONS, href=path, style="desk-button")
    if deeds.may_remove:
        with Tag("details", style="plan-more"):
            Tag("summary", words.MORE_DEEDS, id="plan-more-deeds")
            with Tag("div", style="desk-buttons plan-deeds"):
                _build_more(view, deeds)


def _build_more(view: PlanView, deeds: PlanDeeds) -> None:
    if view.may_edit:
        label = words.WITHDRAW if view.is_public else words.PUBLISH
        build_button(label, deeds.publish, id_="plan-publish")
    if view.may_edit and view.state is PlanState.DRAFT:
        build_button(words.CHOOSE_REPLACED, deeds.choose_replaced, id_="plan-replaced")
    build_button(words.REMOVE, deeds.remove, id_="plan-remove", style="danger")


def _build_facts(view: PlanView) -> None:
    plan = view.plan
    with Tag("details", style="plan-more", **({} if view.rows else {"open": ""})):
        Tag("summary", words.FACTS)
        build_facts(
            (
                (words.NUMBER, plan.number or ""),
                (words.ISSUED_ON, write_day(plan.issued_on) if plan.issued_on else ""),
                (words.ISSUER, plan.issuer or ""),
                (words.SIGNER, plan.signer or ""),
                (words.YEAR_OF, str(plan.year or "")),
                (words.REPLACES, view.replaces),
                (words.FILE, plan.source),
            )
        )


def build_shows(view: PlanView, deeds: PlanDeeds) -> None:
    """Lay out which rows may be shown, with how many there are of each."""
    counts = {
        Show.ALL: view.total,
        Show.DOUBTFUL: view.count.doubtful,
        Show.UNDATED: view.count.undated,
        Show.UNHELD: view.count.unheld,
        Show.CORRECTED: view.corrected,
    }
    with Tag("div", style="plan-shows", role="group", aria_label=words.SHOWN):
        for show, count in counts.items():
            if count or show in (Show.ALL, view.show):
                button = Tag(
                    "button", f"{words.SHOWS[show.value]} ({count})", type="button",
                    id=f"show-{show.value}", style="plan-show",
                    aria_pressed="true" if show is view.show else "false",
                )  # fmt: skip
                button.on("click", lambda _event, show=show: deeds.show(show))


def build_notes(view: PlanView) -> None:
    """Lay out what is odd about the document, and what of it was not read as work."""
    for title, notes in ((words.WARNINGS, view.warnings), (words.SKIPPED, view.skipped)):
        if not notes:
            continue
        with Tag("section", style="plan-notes"):
            Tag("h3", f"{title} ({len(notes)})")
            with Tag("ul"):
                for note in notes:
                    Tag("li", note)
