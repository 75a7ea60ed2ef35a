"""The encryption key: made at the first start, never replaced by itself."""

import os
from pathlib import Path

from storage.cipher import new_key
from storage.errors import CannotOpen

ENV_FILE = Path(".env")


def write_key(path: Path = ENV_FILE) -> str:
    """Append a new key to `.env`, readable by its owner only; return the key."""
    key = new_key()
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(handle, "a", encoding="utf-8") as file:
            os.fchmod(file.fileno(), 0o600)
            is_cut = not path.read_bytes().endswith((b"\n", b"")[path.stat().st_size == 0])
            file.write(("\n" if is_cut else "") + f"MOTCUA_KEYS={key}\n")
    except OSError as error:
        raise CannotOpen("env_unwritable", path=str(path)) from error
    return key
