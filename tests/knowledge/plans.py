"""Invented plans for the tests of search and answering."""

from knowledge.plan import Place, Plan, PlannedParagraph, PlannedTask


def make_task(content: str, line: int = 1, *, lead: str = "", timeframe: str = "") -> PlannedTask:
    return PlannedTask(
        section=("I",),
        section_title="Vệ sinh môi trường",
        number=str(line),
        content=content,
        place=Place("a.txt", line, line),
        lead=(lead,) if lead else (),
        timeframe=timeframe or None,
    )


def make_plan(
    *contents: str, locality: str = "xã Suối Mơ", year: int = 2023, paragraphs: tuple[str, ...] = ()
) -> Plan:
    place = Place("a.txt", 9, 9)
    return Plan(
        source="a.txt",
        locality=locality,
        year=year,
        title="Kế hoạch chỉnh trang nông thôn",
        tasks=tuple(make_task(content, line) for line, content in enumerate(contents, 1)),
        paragraphs=tuple(PlannedParagraph(("II",), "Kinh phí", text, place) for text in paragraphs),
    )
