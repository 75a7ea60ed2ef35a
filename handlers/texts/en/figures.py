"""Figures on cases, and letters, in English."""

SENTENCES: dict[str, str] = {
    # In chat
    "figures_chat_head": "Cases (PAKN), {period}, {whose}, from {first} to {last}:",
    "figures_chat_head_running": "Cases (PAKN), {period}, {whose}, from {first}, as of {last}:",
    "figures_chat_came": "New: {count}{kinds}; carried over: {before}{again}.",
    "figures_chat_reopened": "; reopened: {count}",
    "figures_chat_answered": (
        "Answered: {count}, on time {on_time}, late {late}; {days} working days on average."
    ),
    "figures_chat_answered_none": "No case was answered in this period.",
    "figures_chat_open": "Not answered: {count}, none of them overdue.",
    "figures_chat_open_late": "Not answered: {count}, of which overdue {late}{units}.",
    "figures_chat_share": "Handled on time: {percent}% ({points} points).",
    "figures_chat_share_none": "Handled on time: no case has been due.",
    "figures_chat_ended": "Ended without an answer: {what}.",
    "figures_chat_after": (
        "Senders told {told}, published {published}. Senders say: solved {yes}, in part {partly}, "
        "not solved {no}."
    ),
    # The workbook
    "figures_sheet_totals": "Totals",
    "figures_sheet_units": "By unit",
    "figures_sheet_cases": "Cases",
    "figures_sheet_tasks": "Tasks",
    "figures_no_unit": "Not assigned",
    "figures_total": "Total",
    "figures_reporter": "Reported by: UBND {place}",
    "figures_unit_line": "Unit: {unit}",
    "figures_title": "CASES (PAKN) AND HOW THEY WERE HANDLED",
    "figures_title_units": "CASES (PAKN) BY UNIT",
    "figures_title_cases": "CASES (PAKN) OF THE PERIOD",
    "figures_title_tasks": "TASKS BY OFFICE",
    "figures_period_line": "Period: {period} ({first} to {last})",
    "figures_as_of_line": "The period is not over; figures as of {day}",
    "figures_basis_line": "Period of data by {basis}. Unit: case",
    "figures_basis_line_tasks": ("Period of data by {basis}. Unit: task that is due in the period"),
    "figures_made_by": "Made by",
    "figures_signed_by": "Head of the office",
    "figures_column_number": "No.",
    "figures_column_what": "Item",
    "figures_column_count": "Number",
    "figures_column_note": "Note",
    "figures_came": "To be handled in the period",
    "figures_received": "New in the period",
    "figures_kind_scene": "Something broken, dirty or dangerous",
    "figures_kind_conduct": "Conduct of officials",
    "figures_kind_rule": "Rules",
    "figures_kind_petition": "Petitions to be classified",
    "figures_carried_over": "Carried over from before",
    "figures_reopened": "Reopened by their senders",
    "figures_answered": "Answered",
    "figures_on_time": "On time",
    "figures_answered_late": "Late",
    "figures_open": "Not answered",
    "figures_open_overdue": "Of which overdue",
    "figures_ended": "Ended without an answer",
    "figures_ended_transferred": "Passed to the competent office",
    "figures_ended_refused": "Not accepted",
    "figures_ended_merged": "Merged with another case",
    "figures_ended_withdrawn": "Withdrawn by the sender",
    "figures_ended_closed": "Lapsed without the sender's details",
    "figures_late": "Late in all",
    "figures_share": "Share handled on time",
    "figures_points": "Points for the share on time",
    "figures_mean": "Working days to the answer, on average",
    "figures_published": "Results made public in the period",
    "figures_told": "Senders who have had the answer",
    "figures_rated": "Senders who say how it turned out",
    "figures_solved_yes": "Senders say: solved",
    "figures_solved_partly": "Senders say: solved in part",
    "figures_solved_no": "Senders say: not solved",
    "figures_note_late": "Answered late, or overdue and not answered",
    "figures_note_told": "Delivered, seen by the sender, or told in a call",
    "figures_note_share": "On time / (on time + late in all)",
    "figures_note_mean": "From receipt to the answer",
    "figures_note_ended": "A merged case is counted here only",
    "figures_group_unit": "Unit",
    "figures_group_came": "To be handled",
    "figures_group_answered": "Answered",
    "figures_group_open": "Not answered",
    "figures_group_ended": "Ended without an answer",
    "figures_group_after": "After the answer",
    "figures_group_quality": "Quality",
    "figures_short_received": "New",
    "figures_short_carried_over": "Carried over",
    "figures_short_reopened": "Reopened",
    "figures_short_answered": "All",
    "figures_short_on_time": "On time",
    "figures_short_answered_late": "Late",
    "figures_short_open": "All",
    "figures_short_open_overdue": "Overdue",
    "figures_short_ended_transferred": "Passed on",
    "figures_short_ended_refused": "Not accepted",
    "figures_short_ended_merged": "Merged",
    "figures_short_ended_withdrawn": "Withdrawn",
    "figures_short_ended_closed": "Lapsed",
    "figures_short_published": "Published",
    "figures_short_told": "Senders told",
    "figures_short_mean": "Mean days",
    "figures_short_solved_yes": "Solved",
    "figures_short_solved_partly": "In part",
    "figures_short_solved_no": "Not solved",
    "figures_short_share": "On time",
    "figures_task_due": "Due in the period",
    "figures_task_on_time": "Done on time",
    "figures_task_done_late": "Done late",
    "figures_task_open": "Not done, not yet due",
    "figures_task_overdue": "No result entered, overdue",
    "figures_task_share": "Share on time",
    "figures_case_number": "No.",
    "figures_case_code": "Code",
    "figures_case_kind": "Kind",
    "figures_case_field": "Field (by its words)",
    "figures_case_unit": "Unit",
    "figures_case_channel": "Channel",
    "figures_case_received": "Received",
    "figures_case_due": "Due",
    "figures_case_answered": "Answered",
    "figures_case_ended": "Ended otherwise",
    "figures_case_state": "State",
    "figures_case_late": "Late",
    "figures_case_solved": "The sender says",
    "figures_case_published": "Published",
    "figures_case_told": "Sender told",
    "figures_late_mark": "late",
    "figures_says_yes": "solved",
    "figures_says_partly": "in part",
    "figures_says_no": "not solved",
    "error_period_unread": (
        "“{text}” is no reporting period; write 2026-Q3, 2026-06, 2026-H1, 2026-9M, 2026 "
        "or “quý III/2026”."
    ),
    "error_period_ahead": "This period has not begun; its data start on {first}.",
    "error_report_unit_unknown": (
        "No case of this period is or was with “{unit}”; units with cases: {names}."
    ),
    # Letters
    "letter_files": "{count} files",
    "letter_no_files": "none",
    "letter_to": "{name}",
    "letter_to_sender": "The sender of {code}",
    "letter_clerk": "The clerk in charge",
    "letter_call": "UBND {place}, phone {phone}",
    "letter_visit": "UBND {place} in person",
    "error_letter_sender_hidden": (
        "{case}: the sender asked for the name to be hidden; only the clerk can make this letter."
    ),
    "error_letter_no_answer": "{case} has no answer yet to make a letter of.",
    "error_letter_no_extension": (
        "{case} was not given more time, so there is no reason and no new day for an apology."
    ),
    "error_letter_placeholder_unknown": (
        "The template {name} names what is not known: {unknown}; known are: {known}."
    ),
    "error_letter_template_mark": (
        "The template {name} has {{{{ }}}} written wrongly; correct it in Word and try again."
    ),
    "error_letter_template_broken": "The template {name} is no .docx that can be read.",
    # The command line
    "case_cli_line": "{code}  {state:<26}  {kind:<18}  {due}  {unit}  {place}",
    "case_cli_late": " (overdue)",
    "case_cli_head": "{code} – {kind} – {state}; sent {received}; due: {due}; unit: {unit}.",
    "case_cli_event": "  {at}  {act}{by}",
    "case_cli_private_hidden": (
        "The content and the sender are for who handles the case: add --as NUMBER; it is noted."
    ),
    "case_cli_sender_reads": "The sender is told: {text}",
    "case_cli_in_your_name": (
        "{code}: the operator has done “{act}” in your name. "
        "If you did not ask for it, please tell the clerk at once."
    ),
    "case_cli_publish_shown": (
        "{code} would be public as:\nContent: {content}\nAnswer: {answer}\nSender: {sender}"
    ),
    "case_cli_publish_ask": "Read with care, with nothing personal left; publish?",
    "case_cli_publish_dropped": "{code} was not published.",
    "case_cli_written": "{path} written.",
    "case_cli_request": (
        "{number}. {kind}, asked on {asked}, to be answered by {answer_by}, done by {due}."
    ),
    "casework_done_registered": "The numbers of {code} are recorded.",
    "case_term_line": "{kind} – {term}: {days} working days ({basis})",
    "case_term_set": "{place}: {kind} – {term}: {days} working days by {basis}.",
    "error_case_as_missing": (
        "Cases are handled in an officer's name: add --as NUMBER (see `motcua person list`)."
    ),
    "error_case_as_unknown": "There is no officer {number}; see `motcua person list`.",
    "error_case_as_unlinked": (
        "{name} has not joined, so nobody can act in that name; use `motcua person invite`."
    ),
    "error_case_unit_unknown": "There is no office called “{name}”; near it: {near}.",
    "error_case_nothing_to_register": "Give at least one of --portal, --incoming, --outgoing.",
    "error_case_no_call": "{case} has no notice that waits for a call.",
    "error_case_publish_unseen": (
        "With --yes, give both --content-file and --answer-file, read with care by a person."
    ),
    "error_case_term_days": "A term has 1 to {most} working days, not {days}.",
    "error_case_term_basis": "Name the document that sets the term (--basis).",
    "error_case_term_beyond_law": "This term has at most {most} working days ({basis}).",
    "error_file_unwritable": "{path} cannot be written.",
}
