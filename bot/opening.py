"""Opening an installation: data folder, key, migrations, database."""

import json
import os
from dataclasses import dataclass

from bot.keys import write_key
from bot.settings import Settings
from storage.archive.files_place import forget_restoring
from storage.cipher import Cipher
from storage.database import Database
from storage.errors import CannotOpen
from storage.meta import KEY_CHECK, ROTATION
from storage.migrate import current_revision, has_key_check, head_revision, migrate

SENTINEL = "motcua"


@dataclass(frozen=True, slots=True)
class Opened:
    """An open database; `is_key_new` asks the caller to tell the reader to keep a copy."""

    database: Database
    is_key_new: bool


async def open_database(settings: Settings, *, upgrades: bool = False) -> Opened:
    """Open the database, made where there is none; raise `CannotOpen` with what to do.

    One that an older program left is brought forward only if it `upgrades`: whoever looks or
    asks something must not do so before the backup is made.
    """
    _prepare_folder(settings)
    if not upgrades and current_revision(settings.url) not in (None, head_revision()):
        raise CannotOpen("database_older")
    migrate(settings.url)
    forget_restoring(settings.files_folder)
    is_key_new = not settings.keys and not has_key_check(settings.url)
    cipher = Cipher([write_key()] if is_key_new else settings.keys)
    database = Database(settings.url, cipher)
    try:
        await _check_key(database)
    except BaseException:
        await database.close()
        raise
    return Opened(database, is_key_new)


def _prepare_folder(settings: Settings) -> None:
    if settings.database_url:
        return
    try:
        settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise CannotOpen("data_dir_unwritable", path=str(settings.data_dir)) from error
    if not os.access(settings.data_dir, os.W_OK | os.X_OK):
        raise CannotOpen("data_dir_unwritable", path=str(settings.data_dir))


async def _check_key(database: Database) -> None:
    async with database.write() as work:
        sealed = await work.meta.find(KEY_CHECK)
        if sealed is None:
            await work.meta.save(KEY_CHECK, database.cipher.encrypt(SENTINEL).decode("ascii"))
        elif database.cipher.decrypt(sealed.encode("ascii")) != SENTINEL:
            raise CannotOpen("key_wrong")
        if rotated := await work.meta.find(ROTATION):
            _check_rotated(str(json.loads(rotated)["key"]), database.cipher)


def _check_rotated(key_id: str, cipher: Cipher) -> None:
    """Refuse to go on without the key that something was already sealed anew under."""
    if key_id not in cipher.key_ids:
        raise CannotOpen("key_rotated", key_id=key_id)
