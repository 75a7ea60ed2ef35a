"""What a sender is told of a case, in English."""

SENTENCES: dict[str, str] = {
    "term_own": "the office's own term",
    "case_kind_scene": "something on site",
    "case_kind_conduct": "conduct of an official",
    "case_kind_rule": "an administrative rule",
    "case_kind_petition": "a petition to be sorted",
    # Notices to the sender
    "case_notice_needs_info": (
        "{code}: the office needs to know more: {text}\n"
        "Please answer here; the deadline stands still meanwhile."
    ),
    "case_notice_accepted": (
        "{code} has been accepted by {office}. An answer is due by {due}. "
        "Send “my reports” at any time to see how it stands."
    ),
    "case_notice_transferred": (
        "{code} is not for UBND {place} to decide and has been passed to {recipient}. "
        "Reason: {text}"
    ),
    "case_notice_refused": "{code} was not accepted. Reason: {text}\nCompetent office: {recipient}.",
    "case_notice_merged": (
        "{code} was joined to a report on the same matter that is being handled. "
        "You will get the answer here."
    ),
    "case_notice_extended": (
        "{code} could not be finished in time; we ask for your understanding. "
        "The new due day is {due}. Reason: {text}"
    ),
    "case_notice_answered": (
        "{code} has been answered (document {number} of {day}, signed by {signer}):\n"
        "{answer}\n"
        "Please tell us whether it has been solved."
    ),
    "case_notice_published": (
        "The result of {code} has been published, without your personal data."
    ),
    "case_notice_lapsed": (
        "{code} has ended: name, address and phone were still missing after 7 days "
        "(Decree 20/2008/NĐ-CP, Article 7). You may send it again at any time."
    ),
    "button_solved": "Solved",
    "says_solved": "solved {code}",
    "button_partly_solved": "Partly solved",
    "says_partly_solved": "partly solved {code}",
    "button_unsolved": "Not solved",
    "says_unsolved": "not solved {code}",
    "button_withdraw_case": "Withdraw the report",
    "says_withdraw_case": "withdraw report {code}",
    # Asked, told and shown again by itself
    "case_asked_again": (
        "{code} still waits for you to tell us: {text}\n"
        "Please answer here; if it need not be handled any more, you can withdraw it."
    ),
    "case_progress": (
        "How your reports stand:\n{lines}\n"
        "This app lets us write only within {days} days of your last message. "
        "To go on receiving news here, press the button below or send “keep me informed”."
    ),
    "button_keep_informed": "Keep me informed",
    "says_keep_informed": "keep me informed",
    "case_kept_informed": (
        "Noted. You will get the result here; send “my reports” to see how they stand."
    ),
    "case_arrears": "An earlier message that could not reach you:\n{text}",
    # What officials are told by itself
    "case_terms_head": "{count} reports need attention because of their due days:",
    "case_terms_more": "And {count} more; send “việc PAKN” to see them.",
    "case_term_half": "{code} ({kind}) is past half of its time, {term} {due}: {gist}",
    "case_term_last": "{code} ({kind}) is almost out of time, {term} {due}: {gist}",
    "case_term_over": "{code} ({kind}) is past its day, {term} {due}, with {office}: {gist}",
    "case_term_acceptance": "to be accepted by",
    "case_term_handling": "to be answered by",
    "case_term_transfer": "to be passed on by",
    "case_term_no_office": "the clerk",
    "case_undecided": (
        "{code}: the sender has not answered for {days} days. "
        "Please decide: go on, refuse or pass it on."
    ),
    "case_call_answered": "Please call the sender of {code} with the result.",
    "case_call_needs_info": "Please call the sender of {code} and ask what is missing.",
    "case_call_refused": "Please call the sender of {code}: it was not accepted.",
    "case_call_transferred": "Please call the sender of {code}: it was passed on.",
    "case_call_extended": "Please call the sender of {code}: there is a new due day.",
    "case_call_done": (
        "Messages have not reached the sender. The phone stands in the report; "
        "when done, send “đã gọi {code}”."
    ),
    "case_noted_asked_again": "The sender was asked again.",
    "case_noted_undecided": "The clerk was asked to decide, as the sender has not answered.",
    "case_noted_call": "Messages do not reach the sender; a call was asked for.",
    "case_noted_progress": "The sender was told how it stands.",
    # Whether the sender knows
    "case_told_by_chat": "told to the sender at {at}",
    "case_told_by_phone": "told to the sender by phone at {at}",
    "case_untold": "sent, not seen yet",
    "case_untold_failed": "could not be told, please call",
}
