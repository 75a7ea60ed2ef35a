"""Read a document as a plan: each step one job, in this order."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.files.document import Document
from knowledge.parsing.building import Setting, build_prose_task, build_row_task
from knowledge.parsing.facts import Facts, read_facts
from knowledge.parsing.guessed import doubt_guesses
from knowledge.parsing.guides import as_guide
from knowledge.parsing.headers import Role
from knowledge.parsing.layout import find_tables
from knowledge.parsing.lines import plain_lines
from knowledge.parsing.outline import Kind, Passage, find_annexes, lay_out
from knowledge.parsing.paragraphs import collect_paragraphs
from knowledge.parsing.prose import find_prose_tasks
from knowledge.parsing.references import find_basis
from knowledge.parsing.scanned import keep_raw, mend_scan
from knowledge.parsing.skipping import find_skipped
from knowledge.parsing.tables import TaskTable, read_task_table
from knowledge.parsing.warnings import find_warnings
from knowledge.parsing.wrapping import join_lines
from knowledge.plan import Plan, PlannedTask


def parse(document: Document, known: Sequence[str] = ()) -> Plan:
    """Read a document as a plan; one without tasks is a guide, with paragraphs that answer.

    A scan whose marks OCR lost is mended first, by what the project's own words and the texts that
    are `known` teach.
    """
    scan = mend_scan(document, known)
    if scan is None:
        return _parse(document)
    plan = _parse(scan.document)
    return replace(plan, tasks=tuple(keep_raw(task, scan.raw) for task in plan.tasks))


def _parse(document: Document) -> Plan:
    lines = plain_lines(document)
    facts = read_facts([line.text for line in lines])
    blocks = join_lines(find_tables(document))
    passages = lay_out(blocks)
    tables = list(_task_tables(passages))
    tasks = doubt_guesses(_tasks(passages, tables, facts), document)
    orders = [order for order, table in tables if table.rows]
    plan = Plan(
        source=document.source,
        number=facts.number,
        issued_on=facts.issued_on,
        issuer=facts.issuer,
        locality=facts.locality,
        year=facts.year,
        title=facts.title,
        signer=facts.signer,
        kind=facts.kind,
        references=find_basis(passages),
        annexes=find_annexes(passages),
        tasks=tasks,
        paragraphs=collect_paragraphs(passages, orders),
        warnings=find_warnings(lines, facts, passages, tables, tasks),
        skipped=tuple(find_skipped(passages, orders)),
    )
    return as_guide(plan, blocks)


def _task_tables(passages: Sequence[Passage]) -> Iterator[tuple[int, TaskTable]]:
    """Yield the tables of tasks with their places among the passages."""
    roles: tuple[Role, ...] | None = None
    for order, passage in enumerate(passages):
        table = read_task_table(passage.table, roles) if passage.table else None
        if table:
            yield order, table
        if passage.kind is not Kind.HEADING:
            roles = table.roles if table else None


def _tasks(
    passages: Sequence[Passage], tables: Sequence[tuple[int, TaskTable]], facts: Facts
) -> tuple[PlannedTask, ...]:
    ordered = [
        (order, build_row_task(row, Setting(passages[order].path, facts.year, facts.issued_on)))
        for order, table in tables
        for row in table.rows
    ]
    prose = find_prose_tasks(passages, dated_only=bool(ordered))
    ordered += [(task.order, build_prose_task(task, facts.year, facts.issued_on)) for task in prose]
    ordered.sort(key=lambda pair: pair[0])
    return tuple(task for _, task in ordered if task.content)
