"""What is said of backups, restoring and moving, in English."""

SENTENCES: dict[str, str] = {
    "backup_done": (
        "Backed up into {path} ({size} MB): {cases} cases, {rows} rows, {files} files; taken at "
        "{taken}, version {program}, tables {revision}."
    ),
    "backup_keys_apart": (
        "The backup holds no keys: keep a copy of MOTCUA_KEYS elsewhere; nothing is restored "
        "without them."
    ),
    "backup_checked": (
        "{path}: read to its end ({size} MB). Taken at {taken}, version {program}, tables "
        "{revision}: {cases} cases, {rows} rows, {files} files."
    ),
    "backup_files_missing": "{count} files are named in the data, but gone from the folder of files.",
    "backup_files_odd": "{count} files have another size than when they came: damaged on the disk?",
    "backup_removed": "Removed {count} older backups.",
    "backup_not_noted": "The backup is good, but its time could not be noted in the database.",
    "restore_done": (
        "Restored {path} ({size} MB): {cases} cases, {rows} rows, {files} files; taken at {taken}, "
        "version {program}, tables {revision}."
    ),
    "restore_parked": (
        "{count} replies waited at that time and may have gone out since, so they are held back. "
        "See them: motcua outbox show; send them: motcua outbox retry"
    ),
    "restore_waiting": (
        "{count} replies wait and go out when the program runs; who was sent one after the backup "
        "gets it twice."
    ),
    "restore_accounts": (
        "The Zalo OA tokens in the backup may have been replaced since: if `motcua zalo status` "
        "shows a failure, run `motcua zalo login`."
    ),
    "restore_lost": (
        "What was received after that time is not here; everybody logs in to the desk again."
    ),
    "restore_next": "Next: run `motcua check`, do what it says, then start the program.",
    "copy_begins": "Copying from {source} to {target}…",
    "copy_done": "Copied and compared table by table: {tables} tables, {rows} rows, {cases} cases.",
    "copy_next": (
        "Next: set MOTCUA_DATABASE_URL={target} in the settings (PostgreSQL: with the password), keep "
        "MOTCUA_KEYS and the folder of files {folder}, run `motcua check`, start. The old database "
        "is still there: remove it only when all is well."
    ),
    # failures
    "error_backup_missing": "There is no file {path}.",
    "error_backup_unreadable": "{path} cannot be read: {reason}.",
    "error_backup_exists": "{path} is there already: backups are not overwritten, choose another name.",
    "error_backup_under_way": "Another backup is being written to {path}: wait for it to end.",
    "error_backup_unwritable": "The backup {path} cannot be written: {reason}.",
    "error_backup_disk_full": (
        "The disk is full, so there is no backup in {path} ({reason}): make room or take another disk."
    ),
    "error_backup_no_room": (
        "The disk has {free} MB left, the backup needs {needed} MB at least: make room or take "
        "another disk."
    ),
    "error_keep_needs_folder": "--keep goes with a folder that is there; {path} is none.",
    "error_archive_unknown": "This file is no backup of motcua.",
    "error_archive_newer": "A newer version wrote this backup: install that version, then restore.",
    "error_archive_key_wrong": (
        "The backup needs the key {key}, which is not in MOTCUA_KEYS: add the key of that time."
    ),
    "error_archive_needs_keys": "MOTCUA_KEYS is not set: set the key that the backup was made with.",
    "error_archive_cut_off": "The backup was cut off and cannot be used: take another.",
    "error_archive_damaged": "The backup is damaged or was changed, and cannot be used: take another.",
    "error_place_has_nothing": (
        "There is no data here: check the current folder, MOTCUA_DATA_DIR and MOTCUA_DATABASE_URL."
    ),
    "error_place_not_empty": (
        "The database has data already, so nothing is written into it: take an empty one."
    ),
    "error_place_in_use": (
        "Another program has the database open: stop every motcua process (and psql), then run this "
        "again."
    ),
    "error_files_not_empty": (
        "The folder of files {path} has files already, so nothing is written into it: move them "
        "away or change MOTCUA_FILES_DIR."
    ),
    "error_rows_refused": (
        "The database did not take a row, so nothing was written: send the log to the developers."
    ),
    "error_copy_differs": (
        "Table {table} differs from the original after copying, so the copy was dropped: send the "
        "log to the developers."
    ),
}
