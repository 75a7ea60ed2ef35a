"""The public pages, in English."""

SENTENCES: dict[str, str] = {
    # All pages
    "public_skip": "To the main content",
    "public_nav": "Pages",
    "public_to_chat": "Chat",
    "public_to_results": "Results",
    "public_to_lookup": "Look up",
    "public_to_privacy": "Privacy",
    "public_other_language": "Tiếng Việt",
    "public_foot": "Automatic assistant of {office}. In an emergency call 113, 114 or 115.",
    "public_place": "Place",
    "public_all_places": "All places",
    "public_choose": "Show",
    # Results
    "public_results_title": "Results of reports (PAKN)",
    "public_results_about": (
        "An official checks each result and takes personal details out before it is published. "
        "Reports and answers are in Vietnamese."
    ),
    "public_quarter": (
        "{period} (data from {first} to {last}): reports received {received}, answered on time "
        "{on_time}, late {late} (those overdue and not yet answered, too)."
    ),
    "public_search": "Find results",
    "public_words": "Words",
    "public_words_hint": "With or without Vietnamese marks; a report's code works, too.",
    "public_unit": "Unit",
    "public_all_units": "All units",
    "public_month": "Month sent",
    "public_all_months": "All months",
    "public_month_name": "{month}/{year}",
    "public_find": "Find",
    "public_show_all": "Show all",
    "public_count": "Results published: {count}.",
    "public_found": "Results found: {count}.",
    "public_empty": (
        "Nothing has been published yet. Answered reports appear here once an official has checked "
        "them."
    ),
    "public_none_found": "Nothing matches. Please try fewer words or fewer conditions.",
    "public_pages": "Other pages",
    "public_page_of": "Page {page} of {pages}",
    "public_previous": "Previous page",
    "public_next": "Next page",
    "public_content": "Report",
    "public_answer": "Answer",
    "public_more": "Read {code} in full",
    "public_result_title": "Result of {code}",
    "public_back": "Back to the results",
    "public_result_unknown": "No published result has this code",
    "public_result_unknown_body": (
        "It may not have been published yet, or was taken down. "
        "You can look up how a report stands by its code."
    ),
    "public_fact_code": "Code",
    "public_fact_kind": "Kind",
    "public_fact_sent": "Sent",
    "public_fact_due": "Answer due",
    "public_fact_answered": "Answered",
    "public_fact_state": "State",
    "public_fact_unit": "Unit",
    "public_fact_document": "Document",
    "public_fact_solved": "The sender says",
    "public_fact_sender": "Sender",
    "public_on_time": "{day}, on time",
    "public_late": "{day}, days late: {count}",
    "public_document": "no. {number} of {day}",
    "public_document_signed": "no. {number} of {day}, signed by {signer}",
    "public_solved_yes": "Solved",
    "public_solved_partly": "Partly solved",
    "public_solved_no": "Not solved",
    # Looking up
    "public_lookup_title": "Look up a report (PAKN)",
    "public_lookup_about": (
        "Enter the code you were given to see how the report stands, and its dates. "
        "This page shows neither what was written nor who sent it."
    ),
    "public_code": "Code of the report",
    "public_code_hint": "For example PA261123-XXXXXX, in capitals or not, with spaces or not.",
    "public_look": "Look up",
    "public_looked_up": "How it stands",
    "public_not_looked_up": "Not found",
    "public_no_code": "Please enter the report's code, which begins with PA.",
    "public_limited": (
        "Many wrong codes were tried, so looking up codes has been paused. Please try again in "
        "{minutes} minutes. Your own report is still shown in the conversation that sent it."
    ),
    "public_see_result": "See the published result",
    "public_lost_code": (
        "If you no longer have the code, write “my reports” in the conversation that sent it."
    ),
    # What is kept, why, how long
    "notice_title": "Privacy",
    "notice_about": (
        "What the automatic assistant of {office} keeps of you, what for, for how long, and how to "
        "see, correct or erase it."
    ),
    "notice_channel": "What this channel is",
    "notice_automatic": (
        "This is an automatic system that answers from documents loaded into it. "
        "Officials decide on accepting, handling and answering reports."
    ),
    "notice_kept": "What is kept, and what for",
    "notice_kept_case": "What you report, where it is, photos and files: to handle and answer it.",
    "notice_kept_contact": (
        "Name, address, phone: to accept reports about rules and officials' conduct formally "
        "(Decree 20/2008/NĐ-CP, Article 7) and to reach you. "
        "For something seen on the spot you need not give them."
    ),
    "notice_kept_account": (
        "The number of your chat account, or a cookie in your browser: to answer the right person. "
        "The cookie is not for tracking or advertising."
    ),
    "notice_kept_messages": (
        "Messages: to understand your next question, and for you to read again."
    ),
    "notice_kept_questions": (
        "Questions that found no answer, and conversations with officials: for them to answer."
    ),
    "notice_kept_tries": (
        "Where a wrong code is looked up: an encrypted trace of the network address, against guessing."
    ),
    "notice_identity": "Photos of identity papers are neither taken nor kept.",
    "notice_basis": (
        "The data is used for the duties of a state agency under Decree 20/2008/NĐ-CP and Law "
        "91/2025/QH15 on personal data. Naming you when a result is published, and template "
        "messages, need your consent to each."
    ),
    "notice_terms": "For how long",
    "notice_term_cases": (
        "Reports: {years} years after the answer or the end, by the office's own rule. Then what was "
        "written and personal details are erased; code, dates and state stay for the figures, "
        "published results stay without the sender's name."
    ),
    "notice_term_incomplete": (
        "Reports that lack what the law asks for: closed after {days} days of waiting, "
        "erased {lapsed} days later."
    ),
    "notice_term_messages": "Messages: {days} days.",
    "notice_term_questions": (
        "Questions that found no answer, and conversations with officials: {days} days."
    ),
    "notice_term_files": (
        "Photos and files that belong to no report, in days: {days}; {last} while one is being written."
    ),
    "notice_term_cookie": "The chat page's cookie: {days} days after it was last used.",
    "notice_term_tries": "Traces of wrong codes, in days: {days}.",
    "notice_seen": "Who sees it",
    "notice_seen_handlers": (
        "Only those who handle a report see it and its contact details; each reading is recorded. "
        "The unit complained of does not see it."
    ),
    "notice_seen_code": "Who has the code sees the state and the dates only.",
    "notice_seen_public": (
        "A result is published only after an official has checked it and taken personal details out."
    ),
    "notice_seen_sealed": "What was written and personal details are encrypted where they are kept.",
    "notice_seen_carriers": (
        "Messages on Zalo and Telegram pass through those companies' servers; "
        "the office passes data to nobody but those competent to handle it."
    ),
    "notice_rights": "See, correct, erase",
    "notice_rights_how": "In the conversation that sent it, write:",
    "notice_right_show": "“my data” to see at once what is kept;",
    "notice_right_copy": "“copy of my data” to be given a copy, within {days} days;",
    "notice_right_correct": (
        "“change my phone number to …” (or name, address) to correct it, within {days} days;"
    ),
    "notice_right_withdraw": "“withdraw consent” to take a consent back, within {days} days;",
    "notice_right_erase": "“delete my data” to have it erased, within {days} days.",
    "notice_rights_answer": (
        "A request that an official must see to is answered within {days} working days. Reports being "
        "handled or within their time are kept; the assistant says why, and for how long."
    ),
    "notice_rights_else": (
        "If you cannot write, please turn to the office at the address or phone below."
    ),
    "notice_owner": "Who is responsible",
    "notice_owner_missing": (
        "The office has not entered its address and phone; please ask at the one-stop desk."
    ),
    "notice_owner_choose": "Please choose a place to see which office is responsible.",
}
