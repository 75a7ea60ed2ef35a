"""What clerks are told on a morning, and what is passed on to people without chat."""

SENTENCES: dict[str, str] = {
    # Offices with work ahead and nobody linked
    "clerk_unlinked": (
        "{office}: nobody is told of its work here, and {count} task(s) fall due soon:\n{items}\n"
        "Until an official has joined, send “soạn tin nhóm {office}” for a text to paste into the "
        "Zalo group, or “phiếu nhắc việc” for a sheet to print."
    ),
    "clerk_no_office": (
        "{count} task(s) fall due soon and no office has them:\n{items}\n"
        "Send “việc chưa có người nhận” to give them to one."
    ),
    "clerk_group": (
        "“{office}” stands for several offices, none was chosen, and {count} task(s) fall due "
        "soon:\n{items}\nSend “việc chưa có người nhận” to choose offices."
    ),
    "clerk_item": "- {content} – due {last_day}{days_left}",
    "clerk_items_more": "- and {count} more",
    "button_list_unassigned": "Chưa có người nhận",
    "button_invite_to": "Invite an official: {office}",
    "says_invite_to": "mời cán bộ vào {office}",
    "says_group_text": "soạn tin nhóm {office}",
    # Items that offices call not theirs
    "clerk_disputed": (
        "{count} task(s) that an office calls not its own wait for you to decide:\n{items}\n"
        "Send “giao {code} cho” and an office's name, or “giữ nguyên {code}”."
    ),
    "clerk_disputed_item": "- {code}: {content} – {office}, due {last_day}{note}",
    "clerk_disputed_note": "; it says: “{note}”",
    "button_clerk_give": "Another office {code}",
    "button_clerk_keep": "Keep {code}",
    "button_list_disputed": "Danh sách việc không thuộc đơn vị",
    # Data that close soon
    "clerk_closing": (
        "The data of {period} close on {last}{days_left}, by {basis}. {sending}\n"
        "Reports concerned:\n{items}"
    ),
    "clerk_row": "- {content} ({source})",
    # What waits for the clerk, asked once a quarter
    "clerk_separate": (
        "Quarter {quarter} begins: {count} task(s) wait for a plan of their own. Was it issued? "
        "Number, day:\n{items}\n"
        "For example: “việc {row} kế hoạch {plan} đã ban hành kế hoạch số 12/KH-UBND ngày "
        "03/4/2026”."
    ),
    "clerk_unruled": (
        "Quarter {quarter} begins: {count} report(s) have no day, as no rule was chosen:\n{items}\n"
        "For example: “việc {row} kế hoạch {plan} theo quy định 2”."
    ),
    "clerk_waiting_item": "- task {row} of plan {plan}: {content}",
    # People who cannot be reached
    "clerk_unreachable": (
        "What is sent to {name} ({offices}) does not arrive: the assistant was blocked, or the "
        "address is not used any more. From now on the head of the office or you get it to pass "
        "on, until they can be reached again."
    ),
    "clerk_undelivered": (
        "What was sent to {name} ({offices}) did not arrive, as sending failed; what comes next is "
        "sent to them again."
    ),
    "clerk_unreachable_items": "Please tell them of {count} open task(s):\n{items}",
    "clerk_unreachable_none": "They have no open task.",
    # Text for an office's group
    "group_text_lead": "To paste into the Zalo group of {office}:",
    "group_text_lead_parts": "{count} messages to paste into the Zalo group of {office}, in order:",
    "group_text_head": "UBND {place}, tasks of {office} until {until}:",
    "group_text_head_part": "UBND {place}, tasks of {office} until {until} ({part}/{parts}):",
    "group_text_item": "{number}. {content} – due {last_day}{days_left}.\n   Source: {source}.",
    "group_text_foot": "Please tell the clerk what is done, with the document's number if any.",
    "group_text_none": "{office} has nothing open until {until}.",
    "group_text_none_all": "No office has anything open until {until}.",
    "group_text_which": "For which office?",
    "group_text_unknown": "There is no such office. For which office?",
    "group_text_not_allowed": (
        "Texts for groups and sheets are for clerks, leaders and heads of offices. Send “việc của "
        "tôi” to see your own tasks."
    ),
    "says_group_text_period": "soạn tin nhóm {office} {period}",
    # The sheet
    "sheet_how": (
        "The sheet (.docx) is made by the operator with:\n"
        "motcua nudge sheet -o phieu.docx\n"
        "To have the tasks here, send “soạn tin nhóm” and the office's name."
    ),
    "sheet_overdue": "overdue",
    "sheet_written": "{path} written: {offices} office(s), {items} task(s).",
    "error_sheet_empty": "Nothing is open until {until}: there is nothing to print.",
    "error_sheet_days": "The number of days must be from 0 to {most}.",
    # The command line
    "ladder_head": "Nudges of {place}{is_own}:",
    "ladder_usual_mark": " (as usual)",
    "ladder_line_early": "  early: known {days} days ahead or more – {steps}",
    "ladder_line_usual": "  usual: otherwise – {steps}",
    "ladder_line_short": "  short: at most {days} working days left – {steps}",
    "ladder_line_escalate": "  escalate: after the day – {steps}",
    "ladder_line_weekly": "  weekly: told again every week – {answer}",
    "ladder_yes": "yes",
    "ladder_no": "no",
    "ladder_saved": "Saved; the steps of {count} open due days are planned anew.",
    "error_ladder_nothing": "Please name what to change, or --reset alone.",
    "overseers_set": "{names} in charge of {office}.",
    "overseers_none": "No leader is in charge of {office} in particular any more.",
    "error_overseer_not_leader": "{name} is no leader of this place.",
    "nudges_audience_office": "to the office",
    "nudges_audience_head": "to its head",
    "nudges_audience_clerk": "to the clerk",
    "nudges_audience_deputy": "to the leader in charge",
    "nudges_audience_chairman": "to the chairman",
}
