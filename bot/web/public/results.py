"""`/ket-qua`: what has become of reports, as a person has released it."""

import datetime as dt
import re
from dataclasses import dataclass

from fastapi import APIRouter, Request, Response

from bot.app import App
from bot.web.public.frame import RESULTS, Frame, open_frame
from handlers.cases.published import Fact, Results, Wanted, find_results, list_facts
from handlers.cases.summary import count_quarter, say_quarter
from handlers.figures.report import CaseReport
from handlers.service.wording import say_week
from handlers.texts.forms import clip
from knowledge.case_codes import find_code
from knowledge.text import squeeze
from storage.values import PublicCase

_MONTH = re.compile(r"20\d\d-(?:0[1-9]|1[0-2])", re.ASCII)
_NUMBER = re.compile(r"[1-9]\d{0,8}", re.ASCII)
_COUNTED_FOR = dt.timedelta(minutes=30)
_TITLE, _TEXT = 110, 400  # characters of a text in the list
_HEADERS = {"Cache-Control": "no-cache", "X-Robots-Tag": "noarchive"}  # what is taken down is gone


@dataclass(frozen=True, slots=True)
class Card:
    """A result in the list."""

    case: PublicCase
    title: str
    content: str
    answer: str
    facts: list[Fact]

    @property
    def is_told_by_title(self) -> bool:
        """Tell whether the title is the whole of what was reported."""
        return self.title == squeeze(self.case.content)

    @property
    def is_clipped(self) -> bool:
        """Tell whether the list shows less than there is."""
        return (self.content, self.answer) != (self.case.content, self.case.answer)


class Quarters:
    """The running quarter's figures by place, counted anew at most every half hour.

    They read every case of a place, which a page that anybody may ask for must not do each time.
    """

    def __init__(self, app: App) -> None:
        self._app = app
        self._counted: dict[int, tuple[dt.datetime, CaseReport]] = {}

    async def say(self, frame: Frame) -> str:
        """Say the figures of a page's place; nothing where none is chosen."""
        if frame.place is None:
            return ""
        now = self._app.clock.now()
        counted = self._counted.get(frame.place.id)
        if counted is None or now - counted[0] >= _COUNTED_FOR:
            async with self._app.database.read() as work:
                report = await count_quarter(work, frame.place, self._app.calendar, now=now)
            counted = self._counted[frame.place.id] = now, report
        return say_quarter(counted[1], frame.language)


def build_results(app: App) -> APIRouter:
    """Build the list and the page of one result."""
    router, quarters = APIRouter(prefix=RESULTS), Quarters(app)

    @router.get("")
    async def show_list(request: Request) -> Response:
        frame = await open_frame(app, request)
        wanted = _read_wanted(frame)
        async with app.database.read() as work:
            results = await find_results(work, frame.place_ids, wanted)
            service = await say_week(
                work,
                frame.place,
                frame.language,
                place_name=app.settings.place_name,
                now=app.clock.now(),
            )
        told = [await quarters.say(frame), service]
        return _answer_list(frame, wanted, results, list(filter(None, told)))

    @router.get("/{typed}")
    async def show_one(request: Request, typed: str) -> Response:
        frame, code = await open_frame(app, request), find_code(typed[:60])
        async with app.database.read() as work:
            case = await work.publications.find(code) if code else None
        return _answer_one(frame, case)

    return router


def _read_wanted(frame: Frame) -> Wanted:
    office, page, month = frame.find("don-vi"), frame.find("trang"), frame.find("thang")
    return Wanted(
        words=frame.find("tu"),
        office_id=int(office) if _NUMBER.fullmatch(office) else None,
        month=month if _MONTH.fullmatch(month) else "",
        page=int(page) if _NUMBER.fullmatch(page) else 1,
    )


def _answer_list(frame: Frame, wanted: Wanted, results: Results, told: list[str]) -> Response:
    def turn(page: int) -> str:
        chosen = {"tu": wanted.words, "don_vi": wanted.office_id, "thang": wanted.month}
        return frame.link(RESULTS, noi=frame.place_key, **chosen, trang=page)

    values = {
        "wanted": wanted,
        "results": results,
        "cards": [_card(case, frame.language) for case in results.cases],
        "months": [(month, _name_month(month, frame)) for month in results.months],
        "turn": turn,
        "told": told,
    }
    title = frame.say("public_results_title")
    return frame.answer("results", title, values, headers=_HEADERS)


def _answer_one(frame: Frame, case: PublicCase | None) -> Response:
    if case is None:
        title = frame.say("public_result_unknown")
        return frame.answer("result", title, {"case": None}, status=404, headers=_HEADERS)
    title = frame.say("public_result_title", code=case.code)
    values = {"case": case, "lines": list(list_facts(case, frame.language))}
    return frame.answer("result", title, values, headers=_HEADERS)


def _card(case: PublicCase, language: str) -> Card:
    return Card(
        case=case,
        title=clip(squeeze(case.content), _TITLE),
        content=clip(case.content, _TEXT),
        answer=clip(case.answer, _TEXT),
        facts=list(list_facts(case, language)),
    )


def _name_month(month: str, frame: Frame) -> str:
    year, number = month.split("-")
    return frame.say("public_month_name", month=int(number), year=year)
