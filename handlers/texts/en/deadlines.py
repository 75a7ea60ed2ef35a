"""Why a task has no day, and what is done about it."""

SENTENCES = {
    "reason_empty": "No exact day: the plan states no time.",
    "reason_not_understood": "No exact day: the time stated could not be understood.",
    "reason_no_year": "No exact day: the year is not known.",
    "reason_no_month": "No exact day: the plan states a day without its month.",
    "reason_no_day": "No exact day: periodic, but too little is stated to work out a day.",
    "reason_frequent": "No exact day: daily or weekly work.",
    "reason_impossible_date": "No exact day: the day stated does not exist.",
    "reason_backwards": "No exact day: the plan states an end before the beginning.",
    "reason_lunar": "No exact day: stated by the lunar calendar.",
    "reason_rule_elsewhere": "No exact day: another document sets the time.",
    "reason_continuous": "No exact day: ongoing work.",
    "reason_open_end": "No exact day: a beginning is stated, no end.",
    "reason_ends_with_event": "No exact day: it ends when the work named in the plan ends.",
    "reason_on_event": "No exact day: done only when the need arises.",
    "reason_on_request": "No exact day: done on request.",
    "reason_counted_term": "No exact day: the term runs from a day that is not known.",
    "reason_separate_plan": "No exact day: a separate plan says.",
    "treatment_report_line": (
        "Each reporting period, 5 working days before its data close, the lead office is asked "
        "for its result."
    ),
    "treatment_reporting_rule": (
        "The clerk is asked to choose a reporting rule; without one, once each quarter."
    ),
    "treatment_separate_plan": (
        "If the separate plan has been issued, the clerk is asked for its number and day; if "
        "not, once each quarter."
    ),
    "treatment_cases": "Reminders only when a case arises.",
    "treatment_ad_hoc": "Followed as ad-hoc work when a request comes.",
    "treatment_ask_clerk": "The clerk is asked to fill in the time.",
    "note_holidays_forecast": (
        "the public holidays of {year} are a forecast, not yet announced; reminder days may move"
    ),
}
