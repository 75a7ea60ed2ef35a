"""The import report in sentences: the same lines on the command line, in chat and on the desk."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from handlers.plans.decided import word_decided
from handlers.plans.guides import word_audience, word_guide
from handlers.plans.lines import LONGEST_CONTENT, LONGEST_TITLE, Line
from handlers.plans.notes import word_note, word_spot
from handlers.plans.values import (
    DueOutlook,
    ImportReport,
    OfficeOutlook,
    Replacement,
    RowChange,
    RowOutlook,
)
from handlers.sources import describe_place
from handlers.texts import say
from handlers.texts.forms import clip, join_names, write_day, write_weekday
from knowledge.matching import Change
from knowledge.plan import DeadlineKind, Note, Plan, PlannedTask, Skipped
from knowledge.treatments import Treatment
from storage.values import DueState, PlanState

MOST_SECTIONS = 30


def word_report(report: ImportReport, language: str, *, is_full: bool = False) -> list[Line]:
    """Say a report: facts, what it replaces, what to look at, what was left out, then every row.

    A guide's says its paragraphs. In full also each row's units, time and product as written.
    """
    words = _Words(language)
    if report.is_guide:
        notes = (*words.warnings(report.warnings), *words.skipped(report.plan.skipped))
        return list(word_guide(report, language, notes=notes, is_full=is_full))
    is_in_use = report.state is not PlanState.SUPERSEDED
    return [
        *words.facts(report.plan, report.plan_id),
        *(() if is_in_use else words.superseded()),
        *(words.replacement(report.replacement) if report.replacement else ()),
        *words.count(report),
        *word_audience(report, language),
        *words.warnings(report.warnings),
        *words.doubts(report.doubtful),
        *(words.treatments(report.rows) if is_in_use else ()),
        *words.skipped(report.plan.skipped),
        *words.sections(report.rows),
        *words.rows(report, is_full=is_full),
    ]


def word_row(row: RowOutlook, language: str) -> list[str]:
    """Say what a row will do, or does: corrected, due, by whom, why it has no day."""
    return [*_Words(language).outlook(row)]


class _Words:
    """Say the parts of a report in one language."""

    def __init__(self, language: str) -> None:
        self._language = language

    def _say(self, key: str, **facts: object) -> str:
        return say(key, self._language, **facts)

    def _or_none(self, value: object) -> str:
        return str(value) if value else self._say("report_none")

    def facts(self, plan: Plan, plan_id: int) -> Iterator[Line]:
        title = clip(plan.title or plan.source, LONGEST_TITLE)
        yield Line(self._say("report_head", plan=plan_id or plan.source, title=title), 0)
        day = write_day(plan.issued_on, self._language) if plan.issued_on else None
        yield Line(
            self._say(
                "report_facts",
                kind=self._or_none(plan.kind),
                number=self._or_none(plan.number),
                day=self._or_none(day),
                issuer=self._or_none(plan.issuer),
                place=self._or_none(plan.locality),
                year=self._or_none(plan.year),
                signer=self._or_none(plan.signer),
                references=len(plan.references),
                annexes=len(plan.annexes),
            )
        )

    def superseded(self) -> Iterator[Line]:
        yield Line(self._say("report_superseded"))

    def count(self, report: ImportReport) -> Iterator[Line]:
        by_kind = report.days_by_kind
        kinds = ", ".join(
            f"{self._say(f'kind_{kind}')}: {by_kind[kind]}"
            for kind in DeadlineKind
            if by_kind[kind]
        )
        yield Line(self._say("report_tasks", count=len(report.rows), kinds=kinds))

    def sections(self, rows: Sequence[RowOutlook]) -> Iterator[Line]:
        sections = Counter(_section(row.task) for row in rows)
        yield Line(self._say("report_sections", count=len(sections)))
        for section, count in list(sections.items())[:MOST_SECTIONS]:
            name = section or self._say("report_no_section")
            yield Line(self._say("report_section", section=name, count=count), 2)
        if len(sections) > MOST_SECTIONS:
            more = len(sections) - MOST_SECTIONS
            yield Line(self._say("report_more_sections", count=more), 2)

    def warnings(self, notes: Sequence[Note]) -> Iterator[Line]:
        if notes:
            yield Line(self._say("report_warnings", count=len(notes)))
        for note in notes:
            spot = word_spot(note.place, self._language) if note.place else ""
            yield Line(word_note(note, self._language) + (f" ({spot})" if spot else ""), 2)

    def skipped(self, found: Sequence[Skipped]) -> Iterator[Line]:
        """Say which tables gave no task; the letterhead and the recipients never do."""
        pieces = [piece for piece in found if piece.code != "letterhead"]
        if pieces:
            yield Line(self._say("report_skipped", count=len(pieces)))
        for piece in pieces:
            facts = {
                "spot": word_spot(piece.place, self._language),
                "why": self._say(f"skipped_{piece.code}"),
                "quote": clip(piece.quote, LONGEST_CONTENT),
            }
            yield Line(self._say("report_skipped_piece", **facts), 2)

    def doubts(self, rows: Sequence[RowOutlook]) -> Iterator[Line]:
        """Say each doubt once, with the rows that it is about and where they stand."""
        if rows:
            yield Line(self._say("report_doubts", count=len(rows)))
        doubted: dict[str, list[str]] = {}
        for row in rows:
            spot = word_spot(row.task.place, self._language)
            named = self._say("report_doubt_row", row=row.row, spot=spot)
            for doubt in row.task.doubts:
                doubted.setdefault(word_note(doubt, self._language), []).append(named)
        for said, named_rows in doubted.items():
            facts = {"doubt": said, "rows": ", ".join(dict.fromkeys(named_rows))}
            yield Line(self._say("report_doubt", **facts), 2)

    def treatments(self, rows: Sequence[RowOutlook]) -> Iterator[Line]:
        """Say once what is done about rows without a day."""
        treated: dict[Treatment, list[int]] = {}
        for row in rows:
            if row.treatment and not (row.decided and row.decided.number):
                treated.setdefault(row.treatment, []).append(row.row)
        if treated:
            yield Line(self._say("report_treatments", count=sum(map(len, treated.values()))))
        for treatment, numbers in treated.items():
            said = self._say(f"treatment_{treatment.value}")
            facts = {"rows": write_numbers(numbers), "treatment": said}
            yield Line(self._say("report_treatment", **facts), 2)

    def rows(self, report: ImportReport, *, is_full: bool) -> Iterator[Line]:
        is_draft = report.state in (None, PlanState.DRAFT)
        yield Line(self._say("report_rows_draft" if is_draft else "report_rows"))
        for row in report.rows:
            mark = self._say("mark_doubtful") if row.task.doubts else ""
            content = row.task.content if is_full else clip(row.task.content, LONGEST_CONTENT)
            place = describe_place(row.task)
            yield Line(
                self._say("task_line", number=row.row, mark=mark, place=place, content=content), 2
            )
            if is_full:
                yield from (Line(text, 3) for text in self._in_full(row.task))
            yield from (Line(text, 3) for text in self.outlook(row))

    def _in_full(self, task: PlannedTask) -> Iterator[str]:
        """Say what the plan writes about a row, and a scan; what they leave out is left out."""
        written = (
            ("lead", "units", join_names(task.lead)),
            ("supporting", "units", join_names(task.supporting)),
            ("timeframe", "timeframe", task.timeframe),
            ("deliverable", "deliverable", task.deliverable),
        )
        said = [self._say(key, **{name: value}) for key, name, value in written if value]
        if said:
            yield " ".join(said)
        raw = [value for doubt in task.doubts for name, value in doubt.facts if name == "raw"]
        yield from (self._say("row_raw", raw=text) for text in raw)

    def outlook(self, row: RowOutlook) -> Iterator[str]:
        """Say what becomes of a row."""
        for field, old in row.corrected:
            name = self._say(f"field_{field}")
            yield self._say("row_corrected", field=name, old=old or self._say("report_blank"))
        for state, key in (
            (DueState.OPEN, "row_due"),
            (DueState.DONE, "row_done"),
            (DueState.PAST, "row_past"),
        ):
            days = [due for due in row.due if due.state is state]
            if days:
                yield self._say(key, days=self._days(days), assigned=self._assigned(row))
        if row.treatment:
            yield self._say(f"reason_{row.task.deadline.reason or 'bare_periods'}")
        if row.decided:
            yield from word_decided(row.decided, self._language)

    def _days(self, days: Sequence[DueOutlook]) -> str:
        if len(days) == 1:
            return write_weekday(days[0].last_day, self._language)
        return ", ".join(write_day(due.last_day, self._language) for due in days)

    def _assigned(self, row: RowOutlook) -> str:
        names = [self._office(each, row.task) for each in row.offices]
        return self._say("assigned", names=join_names(names)) if names else self._say("no_office")

    def _office(self, office: OfficeOutlook, task: PlannedTask) -> str:
        unheld = "" if office.is_held in (None, True) else self._say("row_office_unheld")
        if office.members:
            return self._say("assignee_members", name=office.name, count=office.members) + unheld
        if office.is_group:
            return self._say("assignee_group", name=office.name)
        if office.name in task.lead or not task.lead:
            return office.name + unheld
        return self._say("assignee_for", name=office.name, lead=join_names(task.lead)) + unheld

    def replacement(self, replacement: Replacement) -> Iterator[Line]:
        counts = [(change, replacement.count(change)) for change in Change]
        said = ", ".join(
            self._say(f"change_{change.value}", count=count) for change, count in counts if count
        )
        yield Line(self._say("report_replaces", plan=replacement.plan_id, changes=said))
        for each in replacement.changes:
            if each.change is not Change.SAME:
                yield Line(self._change(each), 2)

    def _change(self, each: RowChange) -> str:
        task = each.new or each.old
        assert task is not None
        facts = {"row": each.row, "content": clip(task.content, LONGEST_CONTENT)}
        if each.old and each.new:
            facts["old"] = each.old.timeframe or self._say("report_blank")
            facts["new"] = each.new.timeframe or self._say("report_blank")
        return self._say(f"changed_{each.change.value}", **facts)


def _section(task: PlannedTask) -> str:
    """Name the section that a row stands in, with its title."""
    labels = tuple(label for label in task.section if label != task.number)
    place = describe_place(replace(task, section=labels, number=None))
    return clip(". ".join(filter(None, (place, task.section_title))), LONGEST_CONTENT)


def write_numbers(numbers: Sequence[int]) -> str:
    """Write ascending numbers with runs joined: "1, 3–5"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
