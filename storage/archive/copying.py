"""An installation's rows into another database, compared before it counts."""

from collections.abc import Mapping

from storage.archive.engines import Use
from storage.archive.filling import Target, open_target
from storage.archive.schema import KeptTable
from storage.archive.snapshot import Digest, Snapshot, open_snapshot
from storage.errors import BadPlace


def copy_database(source_url: str, target_url: str) -> Mapping[str, int]:
    """Copy every row into an empty database of either kind; give the numbers of rows by table.

    Nobody else may have either open. Raise `BadPlace` or `CannotOpen`; then the target is as empty
    as before.
    """
    with (
        open_snapshot(source_url, Use.SNAPSHOT_ALONE) as source,
        open_target(target_url, source.revision) as target,
    ):
        digests = {name: _copy_table(source, target, kept) for name, kept in source.tables.items()}
        written = target.look_back()
        for name, digest in digests.items():
            if _digest(written, target.tables[name]) != digest:
                raise BadPlace("copy_differs", table=name)
        target.finish()
    return {name: digest.rows for name, digest in digests.items()}


def _copy_table(source: Snapshot, target: Target, kept: KeptTable) -> Digest:
    digest, columns = Digest(), list(kept.columns)
    for rows in source.read(kept):
        target.insert(kept.name, columns, rows)
        digest.add(rows)
    return digest


def _digest(snapshot: Snapshot, kept: KeptTable) -> Digest:
    digest = Digest()
    for rows in snapshot.read(kept):
        digest.add(rows)
    return digest
