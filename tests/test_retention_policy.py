"""Every table that may hold something of a person has a rule by which it goes, or a reason."""

import re

from handlers.retention.forgetting import STEPS
from handlers.retention.rows import _BEFORE
from storage.models import Base
from storage.old_rows import _OLD, OldKind

# A column of one of these names, or one that is sealed, may hold something of a person.
PERSONAL = re.compile(r"_sealed$|^user$|^sender_user$|^person_id$|_digest$|^name$|^browser$")
BY_AGE = {old.model.__tablename__ for old in _OLD.values()}
WITH_A_CASE = {  # emptied when it is anonymised, deleted with it
    "cases",
    "case_events",
    "case_notices",
    "case_warnings",
    "files",
}
BY_OTHER_RULES = {
    "consents": "with its case (storage/erasing.py), else by age",
    "handover_lines": "with its handover, which goes by age",
    "tries": "digests only, of one day (storage/tries.py)",
    "localities": "names places",
    "offices": "names offices",
    "office_aliases": "names offices",
    "answer_templates": "names the office's own templates",
    "leases": "names work, not people",
    "token_pairs": "the account's tokens, replaced when they are renewed",
}
OFFICIAL_RECORDS = {  # of officials at work: who was told and who did what, as long as the plan
    "people": "an officer's name stands under what they have done",
    "addresses": "where an officer is reached, until unlinked",
    "holdings": "who held an office when",
    "absences": "who stood in for whom",
    "overseers": "who oversees an office",
    "due_days": "what was noted when work was done",
    "due_events": "who did what about a due day",
    "postponements": "why an office asked for more time",
    "pauses": "who is not told of a due day for now",
    "nudges": "who was told when",
    "assignments": "work given out",
}


def is_personal(table: str) -> bool:
    return any(PERSONAL.search(column.name) for column in Base.metadata.tables[table].columns)


def test_every_personal_table_has_a_rule_or_a_reason() -> None:
    known = BY_AGE | WITH_A_CASE | BY_OTHER_RULES.keys() | OFFICIAL_RECORDS.keys()
    assert not [name for name in Base.metadata.tables if is_personal(name) and name not in known]


def test_no_reason_is_given_for_what_has_gone() -> None:
    given = WITH_A_CASE | BY_OTHER_RULES.keys() | OFFICIAL_RECORDS.keys()
    assert not [name for name in given if name not in Base.metadata.tables]


def test_every_kind_has_an_age_and_is_a_step() -> None:
    assert set(_BEFORE) == set(OldKind) == set(_OLD)
    assert {kind.value for kind in OldKind} < {step.name for step in STEPS}


def test_what_belongs_to_a_case_goes_with_it() -> None:
    """Rows of a case are deleted by the database itself, whoever adds a table."""
    for table in Base.metadata.tables.values():
        for key in table.foreign_keys:
            if key.column.table.name == "cases":
                assert key.ondelete in ("CASCADE", "SET NULL"), table.name
