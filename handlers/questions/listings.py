"""Lists and counts of rows, computed and cited row by row."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from handlers.library.scopes import Row
from handlers.questions.answers import Answer, Citation, cite, keys_of
from handlers.questions.facts import say_fact
from handlers.questions.memory import Memory, remember
from handlers.sources import describe_document, describe_place
from handlers.texts import say
from handlers.texts.forms import capital, clip, join_names, write_day
from knowledge.listing import Filter, Role, find_children, find_named, rank
from knowledge.plan import PlannedTask
from knowledge.questions.rules import Asked
from knowledge.questions.understanding import Question
from knowledge.text import fold

PAGE = 5
LONGEST_ITEM = 150
MOST_CITED = 12
IsAbout = Callable[[Row], bool]
_ROMAN = ("I", "II", "III", "IV")


def list_rows(rows: Sequence[Row], wanted: Filter, is_about: IsAbout) -> Sequence[Row]:
    """Pick the rows wanted, in order; `is_about` judges them by the topic."""
    ranked = [
        (place, row)
        for row in rows
        if isinstance(row.fact, PlannedTask)
        and (place := rank(row.fact, row.plan.facts.year, wanted)) is not None
        and (not wanted.topic or is_about(row))
    ]
    return [row for _, row in sorted(ranked, key=lambda pair: pair[0])]


def compose_list(question: Question, rows: Sequence[Row], wanted: Filter, memory: Memory) -> Answer:
    """Say how many rows there are, show the first, cite what is shown or counted."""
    language = question.language
    place = capital(rows[0].plan.locality)
    which = _say_which(question, wanted, rows[0])
    key = "list_head" if len(rows) > 1 else "list_head_one"
    head = say(key, language, place=place, count=len(rows), which=which)
    counted = rows if question.main is Asked.COUNT else rows[:PAGE]
    citations = tuple(cite(row) for row in counted[:MOST_CITED])
    kept = remember(memory, question.text, keys_of(rows), shown=min(PAGE, len(rows)))
    lines = [head, *_say_page(question, rows, 0)]
    return Answer("answered", "\n".join(lines), citations, memory=kept)


def compose_none(question: Question, place: str, wanted: Filter, memory: Memory) -> Answer:
    """Say that no row is of the kind wanted."""
    which = _say_which(question, wanted, None)
    text = say("list_none", question.language, place=place, which=which)
    return Answer("not_found", text, memory=remember(memory, question.text, ()))


def compose_next(question: Question, rows: Sequence[Row], memory: Memory) -> Answer:
    """Show the next rows of the last list."""
    if memory.shown >= len(rows):
        return Answer("other", say("list_end", question.language), memory=memory)
    page = _say_page(question, rows, memory.shown)
    shown = min(memory.shown + PAGE, len(rows))
    citations = tuple(cite(row) for row in rows[memory.shown : shown])
    kept = Memory(memory.asked, memory.rows, shown, None)
    return Answer(
        "answered", "\n".join([say("list_next", question.language), *page]), citations, memory=kept
    )


def compose_facts(question: Question, rows: Sequence[Row], memory: Memory) -> Answer:
    """Say what is asked of each row of the last list."""
    start = max(0, memory.shown - PAGE)
    page = rows[start : memory.shown]
    lines = _say_items(question, page, start)
    source = say("source", question.language, source=describe_document(page[0].plan.facts))
    return Answer(
        "answered", "\n".join([*lines, source]), tuple(cite(row) for row in page), memory=memory
    )


def compose_sections(
    question: Question, rows: Sequence[Row], wanted: Filter, memory: Memory
) -> Answer | None:
    """Count the parts of a document or of one of its sections; None where it has none."""
    sections = [(row.fact.section, row.fact.section_title) for row in rows]
    at = find_children(sections, wanted)
    parts = [rows[i] for i in at]
    if len(parts) < 2:
        return None
    language = question.language
    plan = parts[0].plan
    name = say("whole_document", language, place=plan.locality)
    if wanted.section:
        name = capital(_name_section(wanted, parts[0]))
    titles = [
        f"{i}. {clip(row.fact.section_title or ', '.join(row.fact.section), LONGEST_ITEM)}"
        for i, row in enumerate(parts, 1)
    ]
    head = say("sections_head", language, section=name, count=len(parts))
    source = say("source", language, source=describe_document(plan.facts))
    return Answer(
        "answered",
        "\n".join([head, *titles[:MOST_CITED], source]),
        tuple(_cite_beginning(rows, i) for i in at[:MOST_CITED]),
        memory=remember(memory, question.text, keys_of(parts)),
    )


def _cite_beginning(rows: Sequence[Row], at: int) -> Citation:
    """Cite where a part begins: its heading stands between the row before and its first row."""
    cited = cite(rows[at])
    ends = [row.fact.place.last_line or 0 for row in rows if row.plan == rows[at].plan]
    first = cited.place.first_line
    if first is None:
        return cited
    before = max((end for end in ends if end < first), default=0)
    place = replace(cited.place, first_line=before + 1, last_line=first)
    return replace(cited, place=place, quote=rows[at].fact.section_title)


def _say_page(question: Question, rows: Sequence[Row], start: int) -> list[str]:
    """Show some rows, how many are left, and the document."""
    lines = _say_items(question, rows[start : start + PAGE], start)
    left = len(rows) - start - PAGE
    if left > 0:
        lines.append(say("list_more", question.language, count=left))
    documents = dict.fromkeys(describe_document(r.plan.facts) for r in rows[start : start + PAGE])
    return [*lines, say("source", question.language, source="; ".join(documents))]


def _say_items(question: Question, rows: Sequence[Row], start: int) -> list[str]:
    return [
        say(
            "list_item",
            question.language,
            number=number,
            content=clip(_words(row).rstrip(" .;,"), LONGEST_ITEM),
            facts=_say_facts(question, row),
            where=f" ({place})" if (place := describe_place(row.fact)) else "",
        )
        for number, row in enumerate(rows, start + 1)
    ]


def _words(row: Row) -> str:
    return row.fact.content if isinstance(row.fact, PlannedTask) else row.fact.text


def _say_facts(question: Question, row: Row) -> str:
    """Say a row's time, and what else was asked of the list."""
    if not isinstance(row.fact, PlannedTask):
        return ""
    kinds = [k for k in question.asked if k in (Asked.LEAD, Asked.SUPPORTING, Asked.DELIVERABLE)]
    facts = [clip(row.fact.timeframe.rstrip(" .;,"), 60)] if row.fact.timeframe else []
    if question.main not in (Asked.LIST, Asked.COUNT):
        facts += [say_fact(question, row.fact, kind).rstrip(".") for kind in kinds]
    return f" – {'; '.join(facts)}" if facts else ""


def _say_which(question: Question, wanted: Filter, row: Row | None) -> str:
    """Say in words which rows were picked, as they were understood."""
    language = question.language
    parts = [_say_units(wanted, language), _say_timeframe(wanted, row, language)]
    if wanted.section:
        parts.append(say("which_section", language, section=_name_section(wanted, row)))
    if any(letter.isalpha() for letter in wanted.topic or ""):  # a date is said below
        parts.append(say("which_topic", language, topic=wanted.topic))
    year = question.time.year or (row.plan.facts.year if row else None)
    return "".join([*parts, _say_time(question, year)])


def _say_units(wanted: Filter, language: str) -> str:
    keys = {Role.LEAD: "which_lead", Role.SUPPORTING: "which_supporting", None: "which_units"}
    if not wanted.units:
        return ""
    return say(keys[wanted.role], language, units=join_names(wanted.units))


def _say_timeframe(wanted: Filter, row: Row | None, language: str) -> str:
    if wanted.timeframe is None:
        return ""
    if not wanted.timeframe:
        return say("which_no_timeframe", language)
    stated = row.fact.timeframe if row and isinstance(row.fact, PlannedTask) else None
    at = fold(stated or "").find(wanted.timeframe)
    written = stated[at : at + len(wanted.timeframe)] if stated and at >= 0 else wanted.timeframe
    return say("which_timeframe", language, timeframe=written)


def _name_section(wanted: Filter, row: Row | None) -> str:
    """Name a section as the document writes it."""
    names = find_named(row.fact.section, wanted.section) if row else wanted.section
    return ", ".join(name if " " in name else f"mục {name}" for name in names)


def _say_time(question: Question, year: int | None) -> str:
    time, language = question.time, question.language
    if time.days:
        first, last = (write_day(day, language) for day in time.days)
        key = "which_day" if first == last else "which_days"
        return say(key, language, first=first, last=last)
    if time.month:
        return say("which_month", language, month=time.month, year=year)
    if time.quarter:
        return say("which_quarter", language, quarter=_ROMAN[time.quarter - 1], year=year)
    return say(f"which_half_{time.half}", language, year=year) if time.half else ""
