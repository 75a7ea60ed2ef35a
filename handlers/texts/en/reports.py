"""What a clerk reads on the command line: import reports, lists, nudges to come."""

SENTENCES = {
    "key_made": (
        "An encryption key was made in {path}. Keep a copy in a safe place: "
        "without it the data cannot be read."
    ),
    "run_started": "Chat: {url}",
    "run_operator_hint": "A link to the operator's desk: motcua desk link",
    "run_operator_link": "The operator's desk (a one-time link, valid for 1 hour): {url}",
    "run_stopped": "Stopped; everything begun was finished.",
    "chat_head": "Chat on the terminal; Ctrl-D leaves.",
    "migrated": "The database was brought up to date.",
    "migrated_already": "The database is up to date.",
    "invited": (
        "Invitation of {name} ({office}, {place}): {code}\n"
        "To be typed in the officer's own conversation; single use, valid for 7 days."
    ),
    "people_none": "Nobody yet.",
    "person_line": "{id:>3}  {name}  {offices}  {role}  {channels}",
    "role_officer": "officer",
    "role_clerk": "clerk",
    "embedding": "Making vectors",
    "embedded": "Made the vectors of the model {model} for {count} passages.",
    "embedded_already": "All passages have vectors of the model {model}.",
    "embed_off": "MOTCUA_EMBEDDING_MODEL=none: search is by words only, there is nothing to make.",
    "check_database": "Database: {kind}, {state}.",
    "check_current": "up to date",
    "check_outdated": "not made yet, or not up to date",
    "check_key": "Encryption key: {state}.",
    "check_key_present": "present",
    "check_key_missing": "missing",
    "check_embedder": "Search model: {model}.",
    "check_unembedded": (
        "{count} passages have no vectors of this model yet and are found by their words only."
    ),
    "check_plans": "Plans: {confirmed} confirmed, {drafts} drafts.",
    "check_people": "People linked: {count}.",
    "check_queues": "Queues: {waiting} messages to handle, {unsent} replies to send, {parked} parked.",
    "check_year": "Public holidays of {year}: {state}.",
    "check_year_official": "as officially announced",
    "check_year_forecast": "a forecast, not announced yet",
    "check_todo": "To do:",
    "check_todo_line": "  - {what}",
    "check_nothing": "Nothing more to do.",
    "todo_migrate": "run: motcua migrate",
    "todo_embed": "make the vectors of the model in use: motcua embed",
    "todo_plan": "load a plan: motcua plan add --confirm FILE",
    "todo_people": "invite officers: motcua person invite --place … --office … --name …",
    "todo_parked": "read the log, then: motcua outbox retry",
    "todo_key": "set MOTCUA_KEYS (the key that the data was written with)",
    "report_head": "Plan {plan}: {title}",
    "report_facts": (
        "Kind: {kind} · number: {number} · issued on: {day} · issuer: {issuer} · place: {place} "
        "· year: {year} · signed by: {signer} · based on: {references} documents · annexes: "
        "{annexes}"
    ),
    "report_superseded": "Another version has replaced this plan; it neither answers nor reminds any more.",
    "report_tasks": "{count} tasks read ({kinds}).",
    "report_section": "{section}: {count}",
    "report_no_section": "Outside the sections",
    "report_more_sections": "and {count} more sections",
    "report_doubts": "Tasks to look at again ({count}):",
    "report_doubt": "{doubt}: {rows}",
    "report_doubt_row": "task {row} ({spot})",
    "report_treatments": (
        "Tasks without an exact day ({count}); nothing reminds of them yet. To follow them up:"
    ),
    "report_treatment": "task {rows}: {treatment}",
    "report_warnings": "About the document ({count}):",
    "report_skipped": "Not read as tasks ({count}):",
    "report_skipped_piece": "{spot}: {why}, it begins “{quote}”",
    "report_rows_draft": "What each task will do once confirmed (* look at it again):",
    "report_rows": "Each task (* look at it again):",
    "report_replaces": "This replaces plan {plan}: {changes}.",
    "change_same": "{count} tasks stay",
    "change_moved": "{count} have new dates",
    "change_revised": "{count} are reworded",
    "change_added": "{count} are new",
    "change_dropped": "{count} are dropped",
    "changed_moved": "task {row}, time changed from “{old}” to “{new}”: {content}",
    "changed_revised": "task {row}, reworded: {content}",
    "changed_added": "task {row}, new: {content}",
    "changed_dropped": "dropped: {content}",
    "spot_line": "line {number} of the file",
    "spot_page": "page {number}",
    "spot_table": "table {number}",
    "spot_row": "row {number}",
    "mark_doubtful": "*",
    "row_due": "Due {days}; {assigned}.",
    "assigned": "for {names}",
    "row_done": "Due {days}: done.",
    "row_past": "Due {days}: past, no reminders.",
    "row_corrected": "Corrected: {field} (in the file: {old}).",
    "row_raw": "The scan reads: {raw}",
    "assignee_group": "{name} (several offices: choose which)",
    "assignee_for": "{name} (the plan says: {lead})",
    "reason_bare_periods": "No exact day: the plan names the periods, not the day of sending.",
    "report_draft": (
        "A draft: it neither answers nor reminds yet. Confirm it with: motcua plan confirm {plan}"
    ),
    "report_unchanged": "This file is loaded already (plan {plan}); nothing has changed.",
    "report_read_again": "This file is loaded already (plan {plan}) and was read again.",
    "report_confirmed": (
        "Confirmed plan {plan}: {open_days} open due days, {past_days} past ones (no reminders)."
    ),
    "report_confirmed_replaced": (
        "Plan {replaced} is replaced; {cancelled} due days no longer hold."
    ),
    "report_confirmed_answers": "From now on this plan answers anybody who asks, citizens too.",
    "fixed": "Corrected task {row} of plan {plan}:",
    "fixed_field": "{field}: from “{old}” to “{new}”",
    "fixed_nothing": "Task {row} of plan {plan} says so already; nothing to correct.",
    "fixed_cancelled": "{count} due days no longer hold.",
    "report_removed": "Removed plan {plan}: {title}.",
    "report_blank": "(blank)",
    "fixed_due": "Due after the change: {days}.",
    "report_sections": "Tasks by section ({count}):",
    "report_none": "unknown",
    "report_sample": (
        "Loaded the sample plan of {place} (an invented place). "
        "Take it away with: motcua plan remove {plan}"
    ),
    "sample_invitations": (
        "To try the officials' sides, send a code in the chat (a browser or private window each):\n"
        "  officer of Phòng Kinh tế: {officer}\n  clerk: {clerk}\n  leader: {leader}"
    ),
    "note_cells_missing": "the row lacks cells, perhaps through a page break",
    "note_day_blank": "the day of issue is blank",
    "note_number_blank": "the number is blank",
    "note_ocr_mended": "read from a scan without marks and mended, to be compared with it",
    "note_ocr_uncertain": "read from a scan, unsure; lowest confidence {confidence}%",
    "note_row_joined": "the row was broken over a page and joined again",
    "note_section_repeated": "section number {section} is used {times} times",
    "note_timeframe_in_content": "the time was taken from a sentence of the content",
    "note_two_numbers": "the document gives two numbers: {number} and {other}",
    "note_year_misfit": "the time “{timeframe}” does not fit the plan's year {year}",
    "note_reference_later": (
        "a document in the preamble is dated after this one's day of issue ({day}): {reference}"
    ),
    "note_reference_year": "the year in the number does not fit the day of issue: {reference}",
    "note_two_days": "the document gives two days of issue: {day} and {other}",
    "note_two_names": "two names, perhaps of one unit: {name} and {other}",
    "skipped_empty_table": "empty table",
    "skipped_legal_list": "list of documents",
    "skipped_letterhead": "letterhead, recipients or signatures",
    "skipped_money_table": "table of money",
    "skipped_number_table": "table of figures",
    "skipped_other_table": "table without columns for content, unit and time",
    "skipped_score_table": "table of scores",
    "note_merged_cell": "the {field} cell is merged (row above: {inferred})",
    "note_empty_cell": "the {field} cell is empty (row above: {inferred})",
    "note_merged_cell_alone": "the cell {field} is merged",
    "note_empty_cell_alone": "the cell {field} is empty",
    "field_lead": "lead",
    "field_supporting": "supporting",
    "field_timeframe": "time",
    "field_deliverable": "deliverable",
    "field_content": "content",
    "field_number": "number",
    "field_doubts": "doubts",
    "kind_by": "by a day",
    "kind_within": "within a period",
    "kind_range": "from day to day",
    "kind_recurring": "recurring",
    "kind_continuous": "continuous",
    "kind_event": "on an event",
    "kind_separate_plan": "by a separate plan",
    "kind_unspecified": "no time stated",
    "plans_none": "No plan is loaded. Load one with: motcua plan add FILE",
    "plan_line": "{plan:>3}  {state:<10}  {audience:<8}  {tasks:>9}  {place}  {title}",
    "tasks": "{count} tasks",
    "plan_state_draft": "draft",
    "plan_state_confirmed": "confirmed",
    "plan_state_superseded": "superseded",
    "task_line": "{number}{mark}. [{place}] {content}",
    "nudges_none": "Nobody is to be told anything on {day}.",
    "nudges_head": "To be told on {day}:",
    "nudges_person": "{office}, {locality} – {people}:",
    "nudges_item": "  - {content}",
    "nudges_item_when": "    due {last_day}, {step}, {audience}; as written “{timeframe}”",
    "nudges_item_source": "    {source}",
    "step_before": "{days} working days before",
    "step_today": "the day itself",
    "step_weekly": "weekly repeat",
    "step_after": "{days} working days after",
    "cases_list_none": "There are no cases.",
    "plan_file_seen": (
        "Read {document}: {tasks} tasks, {doubtful} to look at again. Add it as a plan of {place}? "
        "It answers and reminds only after it is confirmed."
    ),
    "plan_file_seen_guide": (
        "Read {document}: it gives no work and only answers questions. Add it as a document of {place}?"
    ),
    "plan_file_added": (
        "Plan {plan} was added: {document}, {tasks} tasks, {doubtful} to look at again. "
        "Please read and confirm it."
    ),
    "plan_file_added_guide": "Document {plan} was added: {document}. Please read and confirm it.",
    "plan_file_known": "{document} is here already, as plan {plan}.",
    "plan_file_known_guide": "{document} is here already, as document {plan}.",
    "plan_file_gone": "No document waits to be added. Please send the file again.",
    "plan_file_elsewhere": (
        "This document is of {place} and cannot be added here. The file was deleted. "
        "A superior's plan is loaded by the administrator."
    ),
    "plan_files_many": "Please send one document at a time to have it read and added.",
    "button_add_plan": "Add the plan",
    "says_add_plan": "add the plan",
    "error_scan_in_chat": (
        "{name} is a photo or a scan, which takes minutes to read and is not read in chat. Please "
        "send a Word file (.docx), or ask the administrator to load it."
    ),
}
