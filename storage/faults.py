"""What a database's or a disk's own errors mean to us, as one code each."""

import errno
import sqlite3
from types import MappingProxyType
from typing import Protocol

from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection

from storage.errors import Unavailable

READS, WRITES, FILES = "reads", "writes", "files"
_SQLITE = MappingProxyType(
    {
        sqlite3.SQLITE_BUSY: "database_locked",
        sqlite3.SQLITE_CANTOPEN: "database_unopened",
        sqlite3.SQLITE_CORRUPT: "database_damaged",
        sqlite3.SQLITE_FULL: "disk_full",
        sqlite3.SQLITE_IOERR: "disk_failing",
        sqlite3.SQLITE_LOCKED: "database_locked",
        sqlite3.SQLITE_NOTADB: "database_damaged",
        sqlite3.SQLITE_READONLY: "database_readonly",
    }
)
_PRIMARY = 0xFF  # of SQLite's extended codes
_POSTGRESQL = MappingProxyType(  # the first letters of an SQLSTATE
    {
        "08": "database_unreachable",
        "25006": "database_readonly",
        "53100": "disk_full",
        "53": "database_busy",
        "55P03": "database_locked",
        "57P": "database_unreachable",  # it is being stopped or started
        "58030": "disk_failing",
        "XX001": "database_damaged",
        "XX002": "database_damaged",
    }
)
_DISK = MappingProxyType(
    {
        errno.EACCES: "files_unwritable",
        errno.EDQUOT: "disk_full",
        errno.EFBIG: "disk_full",
        errno.EIO: "disk_failing",
        errno.ENOSPC: "disk_full",
        errno.EPERM: "files_unwritable",
        errno.ENOENT: "files_unwritable",
        errno.ENOTDIR: "files_unwritable",
        errno.EROFS: "files_unwritable",
    }
)


class Watching(Protocol):
    """Who wants to know what works; `where` is READS, WRITES or FILES."""

    def failed(self, fault: Unavailable, where: str) -> None:
        """Hear that something could not be done for now."""

    def worked(self, *where: str) -> None:
        """Hear what works."""


def name_fault(error: DBAPIError | NoConnection) -> str | None:
    """Name what keeps a database from working for now; None for a statement that is wrong."""
    if isinstance(error, NoConnection):
        return "database_busy"
    if (code := getattr(error.orig, "sqlite_errorcode", None)) is not None:
        return _SQLITE.get(code & _PRIMARY)
    if state := getattr(error.orig, "sqlstate", None):
        return next((_POSTGRESQL[state[:n]] for n in (5, 3, 2) if state[:n] in _POSTGRESQL), None)
    is_lost = error.connection_invalidated or isinstance(error, OperationalError)
    return "database_unreachable" if is_lost else None


def map_disk(error: OSError) -> Unavailable | OSError:
    """Give what to raise for a disk that takes nothing; any other error as it is."""
    code = _DISK.get(error.errno or 0)
    return Unavailable(code) if code else error
