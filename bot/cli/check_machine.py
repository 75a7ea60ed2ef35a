"""What `motcua check` finds on this machine, without opening the database."""

import platform
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.cli.check_findings import Finding, Todo, choose
from bot.cli.frame import find_version, say_here
from bot.health.checks import MEGABYTE
from bot.health.looking import measure_fuller
from bot.keys import ENV_FILE
from bot.settings import Settings
from knowledge.errors import UnreadableFile
from knowledge.files.ocr.tesseract import require_tesseract
from storage.migrate import current_revision, head_revision

OTHERS = 0o077  # what others than the owner may do
ENTERED = 0o011
_NO_TABLES = "–"


def check_version() -> Finding:
    """Say which program this is."""
    facts = {"version": find_version(), "python": platform.python_version()}
    return Finding("version", "check_version", facts)


def check_tables(settings: Settings) -> Finding:
    """Say what kind of database there is, and whether its tables are the program's.

    Raise `CannotOpen`.
    """
    is_made = bool(settings.database_url) or (settings.data_dir / "motcua.sqlite").exists()
    revision, head = current_revision(settings.url) if is_made else None, head_revision()
    is_current = revision == head
    facts = {
        "kind": _name_kind(settings),
        "revision": revision or _NO_TABLES,
        "head": head,
        "state": say_here("check_current" if is_current else "check_outdated"),
    }
    is_old = revision is not None and not is_current
    todos = choose(todo_migrate=is_old, todo_first_migrate=revision is None)
    return Finding("database", "check_tables", facts, todos)


def _name_kind(settings: Settings) -> str:
    if not settings.database_url:
        return f"SQLite {settings.data_dir}"
    kind, _, file = settings.url.partition(":///")
    return f"SQLite {file}" if kind.startswith("sqlite") else "PostgreSQL"


def is_new(tables: Finding) -> bool:
    """Tell whether nothing was ever stored."""
    return tables.facts["revision"] == _NO_TABLES


def check_keys(settings: Settings, *, is_new: bool) -> Finding:
    """Say how many keys are set; several are one rotation that is not done yet."""
    count = len(settings.keys)
    todos = choose(todo_key=not count and not is_new, todo_rotate=count > 1)
    return Finding("keys", "check_keys", {"count": count}, todos)


def check_old_names() -> Finding:
    """Say that a setting is written by the name that it had before."""
    return Finding("old_names", "forget_old_name", {}, choose(todo_old_name=True))


def check_rights(settings: Settings) -> Finding:
    """Say what others than the program's user may read or enter."""
    wanted = [ENV_FILE, settings.files_folder, settings.data_dir / "motcua.sqlite"]
    paths = [each for each in (*wanted, settings.data_dir) if _is_open(each)]
    names = " ".join(str(each) for each in paths)
    if not paths:
        return Finding("rights", "check_rights_closed", {"open": names})
    todo = Todo("todo_rights", {"paths": names})
    return Finding("rights", "check_rights_open", {"open": names}, (todo,))


def _is_open(path: Path) -> bool:
    """Tell whether others may do something with it; what lies in a closed folder is closed."""
    try:
        whole = path.absolute()
        own = whole.stat().st_mode & OTHERS
        return bool(own) and bool(whole.parent.stat().st_mode & ENTERED)
    except OSError:
        return False


def check_disk(settings: Settings) -> Finding:
    """Say how much room is left where data and files are."""
    free = measure_fuller(settings) // MEGABYTE
    facts = {"free": free, "least": settings.disk_min_mb}
    todos = (Todo("todo_disk", facts),) if free < settings.disk_min_mb else ()
    return Finding("disk", "check_disk", facts, todos)


def check_log(settings: Settings) -> Finding:
    """Say where the log goes."""
    where = settings.log_file or say_here("check_log_standard")
    facts = {"where": where, "format": settings.log_format, "level": settings.log_level}
    return Finding("log", "check_log", facts)


def check_programs() -> Finding:
    """Say which other programs are there for what clerks upload."""
    has_office = bool(shutil.which("soffice") or shutil.which("libreoffice"))
    reading, has_reader = _find_reader()
    facts = {
        "tesseract": reading,
        "libreoffice": say_here("check_installed" if has_office else "check_absent"),
    }
    todos = choose(todo_tesseract=not has_reader, todo_libreoffice=not has_office)
    return Finding("programs", "check_programs", facts, todos)


def _find_reader() -> tuple[str, bool]:
    try:
        require_tesseract()
    except UnreadableFile as error:
        has_program = error.code == "tesseract_language_missing"
        return say_here("check_no_vietnamese" if has_program else "check_absent"), False
    return say_here("check_installed"), True


def check_time_zone() -> Finding:
    """Say whether this machine knows Viet Nam's time."""
    try:
        off = datetime(2026, 7, 1, tzinfo=UTC).astimezone(ZoneInfo("Asia/Ho_Chi_Minh")).utcoffset()
        is_known = off == timedelta(hours=7)
    except ZoneInfoNotFoundError:
        is_known = False
    state = say_here("check_installed" if is_known else "check_absent")
    return Finding(
        "time_zone", "check_time_zone", {"state": state}, choose(todo_time_zone=not is_known)
    )


def list_machine(settings: Settings) -> Iterator[Finding]:
    """List what this machine is looked at for."""
    if settings.cases_kept_years:
        yield check_old_names()
    yield check_rights(settings)
    yield check_disk(settings)
    yield check_log(settings)
    yield check_time_zone()
    yield check_programs()


def check_address(settings: Settings) -> Finding:
    """Say where people reach the web pages, and services their webhooks."""
    url = settings.public_url
    is_wanted = not url or not url.startswith("https://")
    needs_https = bool(settings.zalo_app_id) or not settings.is_polling
    facts = {"url": url or say_here("check_unset"), "receive_by": settings.receive_by}
    return Finding(
        "address", "check_address", facts, choose(todo_public_url=is_wanted and needs_https)
    )
