"""A column that is sealed, or a digest under the key, cannot be forgotten by a rotation."""

import ast
from pathlib import Path

from sqlalchemy import LargeBinary

import storage
from storage.columns import Embedding
from storage.models import Base
from storage.rotation.tables import DIGESTS, list_sealed_tables

# Why bytes that are not sealed are not: the reason is for whoever adds a column.
PLAIN = {
    ("faq", "vector"): "of answers that are public",
    ("passages", "vector"): "of plans, which are stored as they are",
    ("postings", "holders"): "numbers of passages",
}
# Digests that cannot be made anew, for their text is kept nowhere; they go before an old key does.
AGEING = {
    ("login_requests", "code_digest"): "codes of minutes, deleted after an hour",
    ("tries", "key"): "counts of an hour, deleted after a day",
}
# Digests without the key: of random secrets, and of whole files.
KEYLESS = {
    ("invitations", "digest"),
    ("login_links", "digest"),
    ("login_requests", "browser_digest"),
    ("plans", "digest"),
    ("web_sessions", "digest"),
}
# Who asks the cipher for a digest that is stored; a new one belongs into DIGESTS or AGEING.
DIGESTING = {"case_rows.py", "login_requests.py", "tries.py", "rotation/rows.py"}


def test_every_column_of_bytes_is_sealed_or_has_a_reason() -> None:
    known = {(of.name, name) for of in list_sealed_tables() for name in of.sealed}
    assert not known & PLAIN.keys()
    columns = {
        (table.name, column.name)
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, LargeBinary | Embedding)
    }
    assert columns == known | PLAIN.keys()


def test_every_column_named_a_digest_is_known() -> None:
    keyed = {(table, digest.column) for table, found in DIGESTS.items() for digest in found}
    columns = {
        (table.name, column.name)
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if "digest" in column.name
    }
    assert columns <= keyed | AGEING.keys() | KEYLESS
    assert columns >= KEYLESS


def test_nobody_else_stores_a_digest_under_the_key() -> None:
    root = Path(storage.__path__[0])
    found = set()
    for path in root.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr == "digest":
                holder = ast.unparse(node.value)
                if holder.endswith("cipher"):
                    found.add(str(path.relative_to(root)))
    assert found == DIGESTING


def test_every_digest_reads_a_sealed_column() -> None:
    for of in list_sealed_tables():
        for digest in of.digests:
            assert digest.source in of.sealed
            assert digest.column in of.table.c
    assert DIGESTS.keys() <= {of.name for of in list_sealed_tables()}
