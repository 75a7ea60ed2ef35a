"""What is said of upgrades, logs and what an operator has to do, in English."""

SENTENCES: dict[str, str] = {
    "migrate_revisions": "The database is at revision {revision}, the program at {head}.",
    "migrate_empty": "There is no database yet; the first start will make it.",
    "migrate_current": "There is no step to run.",
    "migrate_steps": "Steps to run, {count} in all:",
    "migrate_step": "  {revision}  {title}",
    "migrate_step_0001": "First tables: messages, plans, feedback, officers",
    "migrate_step_0002": "The office's answers, questions that wait, talks with officials, reminders",
    "migrate_step_0003": "Search inside PostgreSQL",
    "migrate_step_0004": "Feedback: terms, notices, photos and documents, other names of offices",
    "migrate_step_0005": "Nudges: steps, absences, more time, work given out",
    "migrate_step_0006": "Channels: bots' accounts, tokens, which process receives",
    "migrate_step_0007": "The desk: logging in, trail of changes, answer templates",
    "migrate_step_0008": "What a plan's file says",
    "migrate_step_0009": "How well each day was served",
    "migrate_step_0010": "Until when things are kept",
    "migrate_room": "Free on the disk: {free} MB; the upgrade takes about {needed} MB at most.",
    "migrate_next": (
        "Nothing was changed. Stop the program, make a backup (motcua backup FILE), then: motcua migrate"
    ),
    "error_migrate_room": (
        "The disk has no room for the upgrade: {free} MB are free, about {needed} MB are needed; "
        "please make room first."
    ),
    "log_clock_forward": (
        "The machine's clock went ahead by {minutes} minutes (it was set, or the machine slept); what is due goes on, nothing is sent twice."
    ),
    "log_clock_back": (
        "The machine's clock went back by {minutes} minutes (it was set); what is due goes on, nothing is sent twice."
    ),
    "log_clock_before_build": (
        "The machine's clock is wrong: it is before the program's release; nudges and what is due wait until it is right (turn on NTP)."
    ),
    "log_clock_behind": (
        "The machine's clock is {minutes} minutes behind the messages stored; nudges and what is due wait until it is right (turn on NTP)."
    ),
    "log_clock_differs": (
        "The machine's clock is {minutes} minutes off the database server's; nudges and what is due wait until both are right (turn on NTP)."
    ),
    "log_clock_off": (
        "The machine's clock is {minutes} minutes off that of the messaging service; nudges and what is due wait until it is right (turn on NTP)."
    ),
    "check_version": "Một cửa {version}, Python {python}.",
    "check_tables": "Database: {kind}, revision {revision} ({state}).",
    "check_failure": "Cannot be opened: {sentence}",
    "check_keys": "Encryption keys: {count}.",
    "check_rights_closed": "Files: readable by the program's account alone.",
    "check_rights_open": "Files: other accounts can read {open}.",
    "check_disk": "Disk: {free} MB free (at least {least} MB).",
    "check_log": "Log: {where}, as {format}, from level {level}.",
    "check_log_standard": "standard error",
    "check_installed": "present",
    "check_absent": "absent",
    "check_no_vietnamese": "without Vietnamese",
    "check_programs": "Reading files: Tesseract (scans) {tesseract}, LibreOffice (.doc, .xls) {libreoffice}.",
    "check_time_zone": "Viet Nam's time zone: {state}.",
    "check_unset": "not set",
    "check_address": "Public address: {url}; bots get messages by {receive_by}.",
    "check_certificate": "Certificate of the public address: good until {day}.",
    "check_certificate_bad": "Certificate of the public address (until {day}): {why}.",
    "check_certificate_unreachable": "Certificate: {url} cannot be reached from this machine, so it was not checked.",
    "check_certificate_expired": "it has expired",
    "check_certificate_not_yet": "it is not valid yet; look at the machine's clock",
    "check_certificate_wrong_name": "it is for another name",
    "check_certificate_untrusted": "nobody trusted has issued it",
    "check_clock": "Clock: {time}, {seconds} s off {where}.",
    "check_clock_unknown": "Clock: {time}; there is nothing to compare it with, please look at another one.",
    "check_clock_services": "the messaging service",
    "check_clock_database": "the database server",
    "check_clock_address": "the public address",
    "check_backup": "Last backup: {time}.",
    "check_backup_none": "Last backup: none.",
    "check_token": "Channel {channel}: tokens last renewed at {changed}.",
    "check_conflict": "Channel {channel}: another program asked for messages with the same token at {at}.",
    "check_vacant": "Offices with work and nobody who holds them: {count}.",
    "check_promise": "Yesterday: {replies} replies, {percent} % within {seconds} s, {lost} never answered.",
    "check_promise_none": "Yesterday: no replies.",
    "check_now": "NOW: ",
    "todo_failure": "{sentence}",
    "todo_clock": "set the machine's clock and turn on NTP (timedatectl set-ntp true): {seconds} s off",
    "todo_time_zone": "install the time zones: apt-get install tzdata",
    "todo_disk": "make room on the disk: {free} MB free, at least {least} MB needed",
    "todo_certificate": "renew the certificate of {url}: {why}",
    "todo_certificate_soon": "renew the certificate before {day}",
    "todo_conflict": "stop the other program or change the token of {channel}: two programs ask for messages with one",
    "todo_rights": "let the program's account alone read them: chmod go= {paths}",
    "todo_backup": "make a backup, and have one made every night: motcua backup FOLDER",
    "todo_public_url": "set MOTCUA_PUBLIC_URL=https://…: webhooks cannot arrive without it",
    "todo_rotate": "finish changing keys: motcua key rotate, then motcua key check",
    "todo_promise": "see why replies were late or lost yesterday: docs/operations/giam-sat.md",
    "todo_old_name": "rename MOTCUA_CASES_KEPT_YEARS to MOTCUA_RETENTION_CASES_ANONYMISE in .env",
    "todo_first_migrate": "make the database: motcua migrate",
    "todo_vacant": "invite people for offices that have work: {names}",
    "todo_embedder": "look at MOTCUA_EMBEDDING_MODEL: the model cannot be opened, search goes by words alone",
    "todo_year": "update the program once the days off of {year} are announced",
    "todo_tesseract": "to read scans: apt-get install tesseract-ocr tesseract-ocr-vie",
    "todo_libreoffice": "to read .doc and .xls: apt-get install libreoffice-writer libreoffice-calc",
}
