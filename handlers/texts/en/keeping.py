"""What is said of keys and what is kept how long, in English."""

SENTENCES = {
    # keys
    "key_written": (
        "The new key {key_id} stands first in MOTCUA_KEYS of {path}; the older ones are still there.\n"
        "Next:\n"
        "1. Keep a copy of {path} in a safe place.\n"
        "2. Stop all processes of motcua, then start them again.\n"
        "3. Run `motcua key rotate`."
    ),
    "key_head": "The keys, newest first:",
    "key_line": "{number}. {key_id}: {rows} rows and {files} files need it; {processes} processes write under it.",
    "key_digests": "{count} digests of phones are under an older key: run `motcua key rotate`.",
    "key_processes_unknown": (
        "{count} running processes write under a key that MOTCUA_KEYS does not hold here: restart them."
    ),
    "key_removable": (
        "No data needs these keys: {keys}. Take them out of MOTCUA_KEYS and restart; keep a copy "
        "as long as there are older backups."
    ),
    "key_needed": "An older key is still needed: restart every process, then run `motcua key rotate`.",
    "key_file_open": "Others on this machine can read or change {path}: run `chmod 600 {path}`.",
    "key_lost": "No key opens: {name}, {count}.",
    "key_files": "photos and documents",
    "key_counting": "Looking at the data",
    "rotate_running": "Encrypting anew",
    "rotate_done": (
        "{rows} rows and {files} files were encrypted anew under the key {key_id}; {looked} were looked at in "
        "{seconds} s ({speed} a second)."
    ),
    "rotate_left": "{count} rows were changed meanwhile and are left: run this command again.",
    "rotate_next": "Run `motcua key check` to see which key can be taken away.",
    "error_key_elsewhere": (
        "MOTCUA_KEYS is set in the environment, not in .env: run `motcua key new` and put the new key "
        "first there."
    ),
    "error_key_rotated": (
        "Some data is encrypted under the key {key_id}, which MOTCUA_KEYS does not hold: put it back."
    ),
    "error_rotate_already": "Another `motcua key rotate` is running: wait until it has ended.",
    "error_rotate_outdated": (
        "{count} running processes do not write under the key {key_id} yet: stop all processes, start them "
        "again, then try again. A process that was killed counts for another minute."
    ),
    # what is kept how long, and what goes
    "retention_noted_anonymised": "Anonymised, having been kept long enough.",
    "retention_noted_files": "Photos and files erased, having been kept long enough.",
    "retention_noted_asked": "Personal data erased at the sender's request.",
    "retention_terms": (
        "How long data is kept here:\n{lines}\nSend “my data” to see what is kept of you."
    ),
    "retention_until_files": "photos and files kept until {day}",
    "retention_until_deleted": "dates and state kept until {day}",
    "retention_dialogues": (
        "- Conversations in the middle of something: {count}, each erased {age} days after its last "
        "message at the latest"
    ),
    "retention_reminders": "- Reminders asked for: {count}, each erased {age} days after its day",
    "retention_requests": "- Requests about data: {count}, kept for {age} years after they are done",
    "retention_term_attachments": (
        "Photos and files of a report: {days} days after the answer or the end."
    ),
    "retention_term_deleted": (
        "Code, dates and state of a report, and the published result: {years} years after the answer or "
        "the end."
    ),
    "retention_term_requests": "Requests about personal data: {years} years after they are done.",
    "retention_term_changes": "The trail of what officials changed: {years} years.",
    "forget_would": "Of age today, and more until {until} (nothing has been erased):",
    "forget_line": "- {kind}: {now}, then {later} more",
    "forget_files": "  Photos and files: {now}, then {later} more",
    "forget_codes_now": "  Today: {codes}",
    "forget_codes_later": "  Later: {codes}",
    "forget_codes_more": "{codes} and {count} more",
    "forget_would_nothing": "Until {until} nothing comes of age.",
    "forget_done": "What had come of age is erased:",
    "forget_done_line": "- {kind}: {count}",
    "forget_done_nothing": "Nothing had come of age.",
    "forget_old_name": (
        "MOTCUA_CASES_KEPT_YEARS is an old name: write MOTCUA_RETENTION_CASES_ANONYMISE in .env."
    ),
    "forget_kind_case_files": "Reports that lose their photos and files",
    "forget_kind_cases_anonymised": "Reports to anonymise",
    "forget_kind_cases_deleted": "Reports to delete",
    "forget_kind_inbox": "Messages received",
    "forget_kind_outbox": "Messages sent",
    "forget_kind_dialogues": "Conversations in the middle of something",
    "forget_kind_invitations": "Expired invitations",
    "forget_kind_reminders": "Past reminders",
    "forget_kind_told_once": "Marks of what was told once",
    "forget_kind_questions": "Unanswered questions",
    "forget_kind_handovers": "Talks with officials",
    "forget_kind_data_requests": "Requests about data, done",
    "forget_kind_consents": "Consents that belong to no report",
    "forget_kind_changes": "Lines of the desk's trail",
    "forget_kind_sessions": "Ended sessions",
    "forget_kind_login_links": "Expired login links",
    "forget_kind_login_requests": "Expired login codes",
}
