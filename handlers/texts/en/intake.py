"""Feedback (PAKN), from a citizen's first word to the code, in English."""

SENTENCES: dict[str, str] = {
    # What is asked, step by step
    "intake_ask_place": "Which place is your report for?",
    "intake_no_place": (
        "This system is not set up for any place yet, so it takes no reports. "
        "Please contact the office directly."
    ),
    "intake_ask_content": (
        "Please say what is wrong, where, and since when, and send a photo if you have one. To stop, "
        "write “cancel”. A formal PAKN about a rule or an official's conduct must be written in "
        "Vietnamese (Decree 20/2008/NĐ-CP, Article 7)."
    ),
    "intake_ask_content_anew": (
        "So far: {content}\nPlease write it again, or write “continue” to leave it as it is."
    ),
    "intake_ask_content_files": (
        "{count} received. Please say where this is and what is wrong; one short sentence is enough."
    ),
    "intake_voice": (
        "{count} received. The assistant cannot listen to it; an official will, in office hours, once "
        "the report is sent. To be quicker, please add a few words: what, and where. "
        "If you cannot write, write “send” to send the recording alone."
    ),
    "intake_spoken": "As said in the attached recording.",
    "intake_files": "{count} received.",
    "intake_too_short": "Please say a little more: what, and where. One short sentence is enough.",
    "intake_noted": "Noted: {content}",
    "intake_ask_where": (
        "Where is this? Please name the village, the street or something near it; "
        "if you do not know, write “skip”."
    ),
    "intake_ask_phone": (
        "Please send a photo if you have one, and a phone number for officials to call; it is used for "
        "this report only. If you would rather not, write “skip”."
    ),
    "intake_ask_phone_only": (
        "Please give a phone number for officials to call; it is used for this report only. "
        "If you would rather not, write “skip”."
    ),
    "intake_ask_contact_conduct": (
        "We are sorry about what happened. This is a report about an official's conduct: please give "
        "the day it happened, your name, address and phone number. They are not passed to those you "
        "report."
    ),
    "intake_ask_contact_rule": (
        "This is a report about a rule: please give your name, address and phone number."
    ),
    "intake_ask_contact_petition": (
        "Only the clerk reads this, to see what it is. "
        "Please give your name, address and phone number."
    ),
    "intake_basis": (
        "Basis: Decree 20/2008/NĐ-CP, Article 7. The details are used for this report only "
        "(Law 91/2025/QH15). If you would rather not give them, write “skip”."
    ),
    "intake_ask_missing": (
        "Still missing: {missing}. Please add it, or write “skip” if you would rather not."
    ),
    "intake_contact_unread": (
        "No name, address or phone number was found in your message. Please write, for example: "
        "Nguyễn Văn A, thôn 3, 0912 345 678; or write “skip”."
    ),
    "intake_phone_invalid": (
        "This phone number is not right: mobile numbers have 10 digits and begin with 0. "
        "Please check it."
    ),
    "intake_phone_old": (
        "This number has one of the 11-digit prefixes replaced in 2018. "
        "Please give the 10-digit number in use now."
    ),
    "intake_why": (
        "With a phone number officials can ask where exactly it is and tell you the result; it is not "
        "required. If you would rather not, write “skip”."
    ),
    "intake_why_formal": (
        "Decree 20/2008/NĐ-CP, Article 7 asks for name, address and phone number in reports about "
        "rules and conduct; your name can be hidden from the unit and from publication. "
        "If you would rather not give them, write “skip”."
    ),
    "intake_hidden": (
        "Your name can be hidden from the unit that handles it and from publication; only the clerk "
        "knows it. Without name, address and phone number a report about a rule or an official's "
        "conduct is not formally accepted (Decree 20/2008/NĐ-CP, Article 7)."
    ),
    "intake_hidden_next": (
        "Your name will be hidden. Please give your name, address and phone number, "
        "or write “skip” to give none."
    ),
    "contact_name": "name",
    "contact_address": "address",
    "contact_phone": "phone number",
    "contact_none": "none given",
    # Review
    "intake_review": "Please check before it is sent to UBND {place}:",
    "review_content": "Report: {content}",
    "review_where": "Place: {where}",
    "review_files": "Attached: {files}",
    "review_contact": "Contact: {contact}",
    "review_contact_hidden": "Contact: {contact} (hidden from the unit and from publication)",
    "intake_review_incomplete": (
        "Still missing: {missing}, so it cannot be formally accepted yet; it is kept for 7 days for "
        "you to complete."
    ),
    "intake_leader": (
        "The report names a leader of UBND {place}; sent to {superior} it is looked at by others. "
        "If you still want to send it to UBND {place}, just go on."
    ),
    "superior_unnamed": "the provincial UBND",
    "button_send_to": "Send to UBND {place}",
    "says_send_to": "send to {place}",
    "intake_review_foot": "Write “send” to send it, “edit” to change it, “cancel” to stop.",
    "intake_review_again": (
        "Please write “send” to send it, “edit” to change it, “cancel” to stop. "
        "To add something, write “add: …”."
    ),
    "intake_ask_edit": (
        "What would you like to change: the text, the place or the contact? You can also write the "
        "new text at once, or “continue” to leave it as it is."
    ),
    "button_edit_content": "Edit text",
    "button_edit_where": "Edit place",
    "button_edit_contact": "Edit contact",
    "button_edit": "Edit",
    "button_back": "Back",
    "button_resume": "Continue",
    "button_anew": "New report",
    "intake_kept": "Your unfinished report is kept; write “continue” to go on with it.",
    "intake_other": (
        "You are in the middle of another report. Write “continue” to go on with that one, or “new "
        "report” to drop it and write the one you just sent."
    ),
    "intake_files_aside": (
        "Photos and documents cannot be passed to the official yet. To send them with a report, "
        "write “feedback” and send them again."
    ),
    "intake_cancelled": "Cancelled; the report was not sent.",
    "intake_idle": (
        "Your unsent report was closed after a day; no official has received it. "
        "To start again, write “feedback”."
    ),
    "intake_twice": (
        "You have just sent the same report, code {code}. Write “cancel” if this is a double, "
        "“send” to send one more."
    ),
    "button_send_twice": "Send it anyway",
    "says_send_twice": "send",
    "button_not_twice": "Do not send",
    "says_not_twice": "cancel",
    # The receipt
    "receipt_code": "Your report to UBND {place} has been recorded. Its code: {code}.",
    "receipt_accept_by": "An official will say by {due} whether it is accepted.",
    "receipt_commitment": (
        "Once it is accepted, UBND {place} answers within {days} working days ({basis})."
    ),
    "receipt_petition": (
        "Only the clerk reads it, to see what it is, and will tell you by {due}; "
        "this does not open a formal complaint (khiếu nại)."
    ),
    "receipt_incomplete": (
        "Still missing: {missing}, so it cannot be formally accepted yet (Decree 20/2008/NĐ-CP, "
        "Article 7). It is kept until {day}; please write what is missing here."
    ),
    "receipt_anonymous": (
        "As you left no contact, it is an anonymous report: it is acted on, but nobody writes back; "
        "please follow it by its code."
    ),
    "receipt_follow": "To see how it stands, write “my reports” here, or write the code.",
    "receipt_window": (
        "Zalo lets the office write to you only within {days} days of your last message. After that, please "
        "write “result” to see it, or an official will call the number you gave."
    ),
    "receipt_window_no_phone": (
        "Zalo lets the office write to you only within {days} days of your last message. "
        "After that, please write “result” to see it."
    ),
    "receipt_announced": "This channel was announced by {document}.",
    "receipt_not_announced": (
        "This channel helps to send reports; it does not replace those of Decree 20/2008/NĐ-CP, and an "
        "official confirms formal acceptance."
    ),
    # Consents, after the code
    "button_consent_name": "Name me when published",
    "says_consent_name": "I agree to be named {code}",
    "button_consent_template": "Template messages on Zalo",
    "says_consent_template": "I agree to template messages {code}",
    "consent_name": ("I agree that UBND {place} names me when it publishes the result of {code}."),
    "consent_template": (
        "I agree to receive Zalo template messages about {code} from UBND {place}."
    ),
    "own_publication": (
        "The office decides on publishing results; you are named only if you send “I agree to be named”."
    ),
    "consent_given": "Recorded: “{wording}” To take it back, write “withdraw consent”.",
    "consent_given_before": "You agreed to this before. To take it back, write “withdraw consent”.",
    "consent_hidden": "{code}: you asked to hide your name, so it is not published.",
    "consent_not_needed": "{code}: you gave no name, so there is none to publish.",
    # States
    "state_received": "Sent, waiting to be accepted",
    "state_needs_info": "Waiting for more information",
    "state_accepted": "Accepted",
    "state_assigned": "Assigned",
    "state_in_progress": "In progress",
    "state_drafted": "In progress",
    "state_approved": "In progress",
    "state_answered": "Answered",
    "state_reopened": "In progress again",
    "state_refused": "Not accepted",
    "state_transferred": "Passed to the competent office",
    "state_merged": "Merged with another report",
    "state_withdrawn": "Withdrawn by the sender",
    "state_closed": "Closed",
    "status_waiting": "{code}: {state}; you will be told by {due} whether it is accepted.",
    "status_due": "{code}: {state}, answer due {due}.",
    "status_overdue": "{code}: {state}; the answer was due {due}.",
    "status_kept": "{code}: {state}, kept until {due}.",
    "status_since": "{code}: {state} since {changed_on}.",
    "status_at": "{code}: {state} on {changed_on}.",
    "status_sent": "Sent {received_at}.",
    "status_details": "Details are shown only in the conversation that sent the report.",
    # Looking up by code
    "case_unknown": "No report with the code {code} was found. Please check the code.",
    "case_code_wrong": (
        "This code is not right, please check each symbol. Codes look like PA261123-XXXXXX."
    ),
    "case_lookup_limited": (
        "Many wrong codes were tried, so looking up codes has been paused. Please try again in an "
        "hour; reports sent from this conversation are still shown by “my reports”."
    ),
    # Own PAKN
    "cases_own": "Your reports:\n{lines}",
    "cases_none": "You have sent no report from this conversation.",
    "case_card": "{status}\nReport: {gist}",
    "case_card_told": "Last message ({day}): {text}",
    "case_card_answer": "Answer (document {number} of {day}, signed by {signer}):\n{answer}",
    "case_card_merged": "You will be told the result together with the report it was merged into.",
    "button_case": "Show {code}",
    "says_case": "{code}",
    "rate_which": "Which report do you mean?",
    "rate_none": "No answered report of yours waits for your opinion.",
    "rate_yes": "Thank you for telling us. {code} is recorded as solved.",
    "rate_not": (
        "{code} is recorded as not solved. You can reopen it once, by {day}, and the office will go on "
        "with it."
    ),
    "rate_not_again": (
        "{code} is recorded as not solved. It cannot be reopened any more; "
        "you can send a new report."
    ),
    "button_reopen": "Reopen",
    "says_reopen": "reopen {code}",
    "reopen_ask": "Please say what is still wrong; one short sentence is enough.",
    "case_reopened": "{code} has been reopened; the answer is due {due}.",
    "withdraw_ask": "Do you really want to withdraw {code}? It will not be handled any further.",
    "button_withdraw_sure": "Withdraw",
    "says_withdraw_sure": "yes, withdraw {code}",
    "button_keep_case": "Keep it",
    "says_keep_case": "do not withdraw",
    "case_withdrawn": "{code} has been withdrawn and is not handled any further.",
    "case_kept": "{code} is kept and handled as before.",
    "add_ask": "Please write or send photos of what is to be added to {code}.",
    "case_added": "Added to {code}; those who handle it will see it.",
    "case_added_info": "Added. {status}",
    "complete_missing": "Noted for {code}. Still missing: {missing}; please add it.",
    "belongs_ask": "Does this belong to {code}?",
    "button_belongs": "Yes, add it",
    "says_belongs": "add it to {code}",
    "button_not_belongs": "New report",
    "says_not_belongs": "this is a new report",
    "button_just_asking": "No",
    "says_just_asking": "do not add",
    "case_not_added": "Nothing was added. If you have another question, please write it again.",
    "remark_open": "{status}\nShall what you just wrote be added to this report?",
    "remark_answered": "{status}\nIf it is not solved, you can reopen this report.",
    "remark_over": "{status}\nThis report is closed; you can send a new one about what remains.",
    "button_report_again": "Send a new report",
    "says_report_again": "new report",
    "case_addition": "Added {day}: {text}",
    "case_not_now": "This cannot be done with the report now.",
    "cases_none_open": "No report of yours is being handled now.",
    "nothing_kept": "What was written before is no longer kept. Please write it again.",
}
