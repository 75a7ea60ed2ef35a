"""The encryption keys in `.env`: made at the first start, never replaced by themselves."""

import io
import os
import stat
from pathlib import Path

from dotenv.parser import Binding, parse_stream

from storage.cipher import new_key
from storage.disk import sync_folder
from storage.errors import CannotOpen

ENV_FILE = Path(".env")
KEYS = "MOTCUA_KEYS"
_NEW = ".new"
_OWNER_ONLY, _GROUP_READS = 0o600, 0o640


def write_key(path: Path = ENV_FILE) -> str:
    """Append a new key to `.env`, readable by its owner only; return the key."""
    key = new_key()
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(handle, "a", encoding="utf-8") as file:
            os.fchmod(file.fileno(), 0o600)
            is_cut = not path.read_bytes().endswith((b"\n", b"")[path.stat().st_size == 0])
            file.write(("\n" if is_cut else "") + f"{KEYS}={key}\n")
    except OSError as error:
        raise CannotOpen("env_unwritable", path=str(path)) from error
    return key


def put_key_first(path: Path = ENV_FILE) -> str:
    """Put a new key before the others in `.env`, in one step; return the key.

    Other lines, the file's owner and a group that was let in (0640) stay.
    """
    key = new_key()
    try:
        whole = path.resolve()  # a link stays one
        old = whole.read_bytes().decode("utf-8") if whole.exists() else ""
        _replace(whole, _put_first(old, key))
    except OSError as error:
        raise CannotOpen("env_unwritable", path=str(path)) from error
    return key


def is_read_by_others(path: Path = ENV_FILE) -> bool:
    """Tell whether everybody on this machine may read or change `.env`."""
    return path.exists() and bool(path.stat().st_mode & (stat.S_IROTH | stat.S_IWOTH))


def _put_first(text: str, key: str) -> str:
    """Write the text with a key more; of several lines the last one counts, as for `Settings`."""
    lines = list(parse_stream(io.StringIO(text, newline="")))
    found = [number for number, line in enumerate(lines) if (line.key or "").upper() == KEYS]
    if not found:
        return text + ("" if text.endswith("\n") or not text else "\n") + f"{KEYS}={key}\n"
    before, line, after = lines[: found[-1]], lines[found[-1]], lines[found[-1] + 1 :]
    old = [each.strip() for each in (line.value or "").split(",") if each.strip()]
    written = line.original.string
    lead = written[: len(written) - len(written.lstrip())]  # empty lines above
    end = written[len(written.rstrip("\r\n")) :] or "\n"
    return f"{_join(before)}{lead}{KEYS}={','.join([key, *old])}{end}{_join(after)}"


def _join(lines: list[Binding]) -> str:
    return "".join(line.original.string for line in lines)


def _replace(path: Path, text: str) -> None:
    part = path.with_name(path.name + _NEW)
    part.unlink(missing_ok=True)
    try:
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY)
        with os.fdopen(handle, "wb") as file:
            if path.exists():
                _take_over(file.fileno(), path.stat())
            file.write(text.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        part.rename(path)
    finally:
        part.unlink(missing_ok=True)
    sync_folder(path.parent)


def _take_over(handle: int, old: os.stat_result) -> None:
    """Leave the file to whom it belongs: root adds the key, the service's user reads it."""
    if (old.st_uid, old.st_gid) != (os.geteuid(), os.getegid()):
        os.fchown(handle, old.st_uid, old.st_gid)
    is_shared = stat.S_IMODE(old.st_mode) == _GROUP_READS
    os.fchmod(handle, _GROUP_READS if is_shared else _OWNER_ONLY)
