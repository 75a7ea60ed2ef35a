"""Publishing a result: both texts side by side with their marks, as it will stand, then agreed."""

from collections.abc import Sequence

from bot.web.desk.case.room import Room
from bot.web.desk.widgets.dialogs import Dialog
from bot.web.desk.widgets.forms import Field, Filled, Form
from bot.web.desk.words import case as words
from bot.web.elements import Tag
from handlers.cases.personal import Mark, Marked
from handlers.desk.cases.publishing import (
    LONGEST,
    PublicationView,
    Side,
    publish,
    read_publication,
)

_STYLES = {Mark.HIDDEN: "case-hidden", Mark.DOUBTFUL: "case-doubtful"}
_SAID = {Mark.HIDDEN: words.MARK_HIDDEN, Mark.DOUBTFUL: words.MARK_DOUBTFUL}


async def begin_publishing(room: Room) -> None:
    """Show what would be public, and publish it once it was read."""
    view = await room.page.do(lambda: _read(room))
    if view:
        _Publishing(room, view).open()


async def _read(
    room: Room, content: str | None = None, answer: str | None = None
) -> PublicationView:
    return await room.page.read(
        lambda work, visitor: read_publication(
            work,
            visitor,
            desk=room.app.desk,
            code=room.code,
            content=content,
            answer=answer,
            now=room.now,
        )
    )


class _Publishing:
    """The dialog; `_view` is what was shown last, and nothing else is published."""

    def __init__(self, room: Room, view: PublicationView) -> None:
        self._room = room
        self._view = view
        self._seen = view.seen

    def open(self) -> None:
        """Lay it out."""
        title = words.PUBLICATION.format(code=self._room.code)
        with Dialog(self._room.page, title, is_wide=True) as self._dialog:
            Tag("p", words.PUBLICATION_HINT, style="desk-hint")
            _build_legend()
            # The focus begins here, so that what is to be read is not scrolled away.
            self._box = Tag("div", id="case-publication", tabindex="-1", autofocus="")
            with self._box:
                _build_view(self._view)
            fields = (
                _field("content", words.PUBLIC_CONTENT, self._view.content.text),
                _field("answer", words.PUBLIC_ANSWER, self._view.answer.text),
            )
            form = Form(fields, words.PUBLISH, self._send, beside=self._dialog.build_cancel)
            self._form = form.build()

    async def _send(self, filled: Filled) -> None:
        content, answer = filled.get("content"), filled.get("answer")
        view = await self._room.page.do(
            lambda: _read(self._room, content, answer), alert=self._form
        )
        if view is None:
            return
        is_known = (view.content.text, view.answer.text) == (
            self._view.content.text,
            self._view.answer.text,
        )
        if is_known:
            await self._publish()
            return
        self._view = view
        self._box.clear()
        with self._box:
            Tag("p", words.PUBLISH_CHANGED, style="case-warning", role="status")
            _build_view(view)
        self._room.page.client.run_javascript("motcuaCase.look('case-publication')")

    async def _publish(self, *, is_sure: bool = False) -> None:
        room, view = self._room, self._view

        async def overwrite() -> None:
            await self._publish(is_sure=True)

        done = await room.page.do(
            lambda: room.page.write(
                lambda work, visitor: publish(
                    work,
                    visitor,
                    desk=room.app.desk,
                    code=room.code,
                    content=view.content.text,
                    answer=view.answer.text,
                    seen=self._seen,
                    is_sure=is_sure,
                    now=room.now,
                )
            ),
            said=str,
            alert=self._form,
            overwrite=overwrite,
        )
        if done:
            self._dialog.close()


def _field(name: str, label: str, text: str) -> Field:
    return Field(name, label, "textarea", text, is_required=True, longest=LONGEST, rows=4)


def _build_legend() -> None:
    with Tag("p", style="case-legend"):
        Tag("span", words.LEGEND)
        for mark, style in _STYLES.items():
            Tag("mark", _SAID[mark], style=style)


def _build_view(view: PublicationView) -> None:
    for title, side in (
        (words.PUBLIC_CONTENT, view.content),
        (words.PUBLIC_ANSWER, view.answer),
    ):
        Tag("h3", title)
        _build_side(side)
    doubtful = words.DOUBTFUL.format(words="; ".join(view.doubtful))
    if view.doubtful:
        Tag("p", doubtful, style="case-warning")
    else:
        Tag("p", words.NOT_DOUBTFUL, style="desk-hint")
    Tag("h3", words.PUBLIC_CARD)
    _build_card(view)
    Tag("p", words.PUBLIC_SENDER.format(sender=view.sender), style="desk-hint")
    Tag("p", words.PUBLIC_NOTICE.format(text=view.notice), style="desk-hint")


def _build_side(side: Side) -> None:
    with Tag("div", style="case-sides"):
        for title, pieces in (
            (words.SIDE_ORIGINAL, side.original),
            (words.SIDE_PUBLIC, side.public),
        ):
            with Tag("div"):
                Tag("p", title, style="case-side-title")
                _build_marked(pieces)


def _build_marked(pieces: Sequence[Marked]) -> None:
    with Tag("p", style="case-text"):
        for piece in pieces:
            style = _STYLES.get(piece.mark)
            if style is None:
                Tag("span", piece.text)
                continue
            with Tag("mark", style=style):
                Tag("span", piece.text)
                Tag("span", f" ({_SAID[piece.mark]})", style="unseen")


def _build_card(view: PublicationView) -> None:
    with Tag("div", style="public-card"):
        with Tag("dl", style="public-facts"):
            for fact in view.facts:
                with Tag("div", style=f"public-fact-{fact.name}"):
                    Tag("dt", fact.label)
                    Tag("dd", fact.value)
        Tag("p", words.CONTENT, style="case-side-title")
        Tag("p", view.content.text, style="public-text")
        Tag("p", words.ANSWER, style="case-side-title")
        Tag("p", view.answer.text, style="public-text")
