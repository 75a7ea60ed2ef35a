"""The dates on which a recurring deadline falls within a year."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from knowledge.dates.cues import Cue
from knowledge.dates.dated import ENDS, STARTS, Dated
from knowledge.dates.items import is_bare
from knowledge.dates.spans import Part, Point, Span, Unit, month_span
from knowledge.plan import Occurrence

ROMAN = ("", "I", "II", "III", "IV")
PARTS = {Part.START: "Đầu", Part.MIDDLE: "Giữa", Part.END: "Cuối"}
RHYTHMS = {
    Cue.EACH_MONTH: Point(Unit.MONTH),
    Cue.EACH_QUARTER: Point(Unit.QUARTER),
    Cue.EACH_HALF: Point(Unit.MONTHS, 6),
    Cue.EACH_YEAR: Point(Unit.YEAR),
}


def find_occurrences(
    dated: Sequence[Dated], cues: Iterable[Cue], *, year: int | None
) -> tuple[Occurrence, ...]:
    """Return the occurrences in the year, by day; empty when no day follows."""
    scope = next((d.year for d in dated if d.year is not None), year)
    if scope is None:
        return ()
    limits = _find_scope(dated)
    if limits and set(cues) & set(RHYTHMS) == {Cue.EACH_YEAR}:
        return (Occurrence(f"Năm {scope}", limits.start, limits.last),)
    rhythms = [RHYTHMS[cue] for cue in dict.fromkeys(cues) if cue in RHYTHMS]
    named = [d for d in dated if is_bare(d.point)]
    if len(named) + len(rhythms) > 1:
        named = [d for d in named if not _is_frame(d)]
    carriers = [d.point for d in named] + rhythms
    is_shifted = Cue.NEXT in cues
    found = _choose(dated, carriers, scope=scope, is_shifted=is_shifted)
    made = (_make(one, bare) for one, bare in found)
    unique = {(o.label, o.last_day): o for o in made if o is not None}
    kept = [o for o in unique.values() if _is_inside(o, limits)]
    return tuple(sorted(kept, key=_order))


def _is_frame(one: Dated) -> bool:
    """Say whether a point is the "trong năm" of "các quý trong năm", no period of its own."""
    return one.is_inside and one.point.unit is Unit.YEAR


def _order(one: Occurrence) -> tuple[int, int]:
    """Sort by last day, the shorter period first."""
    return one.last_day.toordinal(), -(one.start or one.last_day).toordinal()


def _choose(
    dated: Sequence[Dated], carriers: list[Point], *, scope: int, is_shifted: bool
) -> list[tuple[Dated, bool]]:
    """Return complete points: days of each carrier, else the written ones, else the carriers."""
    days = [d for d in dated if d.point.unit is Unit.DAY and d.point.month is None]
    days = [d for d in days if d.role in ENDS] or days
    whole = [d for d in dated if _is_whole(d.point)]
    if days:
        return [
            (_on_day(day, month, scope=scope, shift=_shift(carrier) if is_shifted else 0), False)
            for carrier in carriers
            for month in _expand(carrier, carriers)
            if month.unit is Unit.MONTH
            for day in days
        ]
    if whole and not any(d.role in STARTS for d in whole):
        return _whole_ones(dated, whole, scope=scope)
    if not carriers:
        carriers = [d.point for d in dated if d.point.unit is Unit.YEAR]
    role = next((d.role for d in dated if d.role in ENDS and is_bare(d.point)), None)
    return [
        (Dated(point, role=role, year=scope), role is None and _is_loose(carrier))
        for carrier in carriers
        for point in _expand(carrier, carriers)
    ]


def _whole_ones(
    dated: Sequence[Dated], whole: list[Dated], *, scope: int
) -> list[tuple[Dated, bool]]:
    """Return the points written in full and, in a list of periods, its "năm" and "6 tháng"."""
    found = list(whole)
    if len(whole) > 1 and whole[0].point.unit is not Unit.DAY:
        others = [d.point for d in dated if d not in whole]
        found += [Dated(p, year=scope) for c in others for p in _expand(c, others)]
    return [(d, d.point.unit not in (Unit.DAY, Unit.MONTH)) for d in found]


def _is_loose(carrier: Point) -> bool:
    return carrier.part is None and carrier.unit is not Unit.MONTH_OF_QUARTER


def _is_whole(point: Point) -> bool:
    """Say whether a point needs only a year to lie on the calendar."""
    if point.unit is Unit.DAY:
        return point.month is not None
    return not is_bare(point) and point.unit is not Unit.YEAR


def _shift(carrier: Point) -> int:
    """Return how many months "tháng sau" or "quý sau" lies ahead."""
    return 3 if carrier.unit is Unit.MONTH_OF_QUARTER else 1


def _on_day(day: Dated, month: Point, *, scope: int, shift: int) -> Dated:
    number = (month.number or 1) + shift
    year = scope + (number - 1) // 12
    month_number = (number - 1) % 12 + 1
    last = month_span(year, month_number, month_number).last.day
    point = replace(day.point, number=min(day.point.number or 1, last), month=month_number)
    return replace(day, point=point, year=year)


def _expand(carrier: Point, carriers: Sequence[Point]) -> list[Point]:
    """Return the periods of a year that "tháng", "quý", "6 tháng" or "tháng cuối quý" name."""
    if carrier.unit is Unit.MONTH:
        return [replace(carrier, number=n) for n in range(1, 13)]
    if carrier.unit is Unit.QUARTER:
        return [replace(carrier, number=n) for n in range(1, 5)]
    if carrier.unit is Unit.MONTH_OF_QUARTER:
        return [Point(Unit.MONTH, n) for n in range(carrier.number or 3, 13, 3)]
    if carrier.unit is Unit.MONTHS:
        is_alone = all(c.unit is Unit.MONTHS and c.number == 6 for c in carriers)
        parts = (Part.START, Part.END) if is_alone else (Part.START,)
        return [replace(carrier, part=part) for part in parts]
    return [carrier]


def _make(one: Dated, is_period: bool) -> Occurrence | None:
    span, last = one.span(), one.last_day()
    if span is None or last is None:
        return None
    start = None if one.role in ENDS or one.point.unit is Unit.DAY else span.start
    return Occurrence(_label(one.point, span), start, last, is_period and one.role not in ENDS)


def _label(point: Point, span: Span) -> str:
    name = _name(point, span)
    if point.part is None or point.unit is Unit.MONTHS:
        return name
    return f"{PARTS[point.part]} {name[0].lower()}{name[1:]}"


def _name(point: Point, span: Span) -> str:
    if point.unit is Unit.QUARTER:
        return f"Quý {ROMAN[point.number or 0]}"
    if point.unit is Unit.MONTHS:
        half = "cuối" if point.part is Part.END else "đầu"
        return f"{point.number} tháng {half} năm"
    if point.unit is Unit.YEAR:
        return f"Năm {span.start.year}"
    return f"Tháng {span.start.month}"


def _find_scope(dated: Sequence[Dated]) -> Span | None:
    """Return the days between "từ" and "đến", inside which a rhythm is kept."""
    start = next((d.first_day() for d in dated if d.role in STARTS and _is_whole(d.point)), None)
    last = next((d.last_day() for d in dated if d.role in ENDS and _is_whole(d.point)), None)
    return Span(start, last) if start and last and start <= last else None


def _is_inside(one: Occurrence, scope: Span | None) -> bool:
    return scope is None or scope.start <= one.last_day <= scope.last
