"""When periodic reports are due: what the plan says, the data by law, the office's own day."""

SENTENCES = {
    # How a report and its period are named
    "report_of": "the report for {period}",
    "report_periodic": "periodic reports",
    "period_each_month": "each month",
    "period_each_quarter": "each quarter",
    "period_month": "{month}",
    "period_quarter": "quarter {roman}",
    "period_half_1": "the first six months",
    "period_half_2": "the last six months",
    "period_nine_months": "the first nine months",
    "period_year": "the year",
    "period_month_dated": "{month} {year}",
    "period_quarter_dated": "quarter {roman} of {year}",
    "period_half_1_dated": "the first six months of {year}",
    "period_half_2_dated": "the last six months of {year}",
    "period_nine_months_dated": "the first nine months of {year}",
    "period_year_dated": "the year {year}",
    "kind_month": "monthly report",
    "kind_quarter": "quarterly report",
    "kind_half": "half-year report",
    "kind_nine_months": "nine-month report",
    "kind_year": "annual report",
    # What the plan says
    "report_no_day": "{document} asks for {report} but states no day to send by{where}.",
    "report_no_day_refers": (
        "{document} asks for {report} but states no day to send by, only refers to "
        "{references}{where}."
    ),
    "report_no_day_quoted": (
        "{document} asks for {report} but states no day to send by, only “{timeframe}”{where}."
    ),
    "report_other": (
        "{document} asks for periodic reports but does not name {report}; the time stated is "
        "“{timeframe}”{where}."
    ),
    "report_other_untimed": (
        "{document} asks for periodic reports but does not name {report}{where}."
    ),
    "no_report_found": "Nothing on {report} was found in the plans held for {place}.",
    # The data
    "data_period": "The data of {period} run from {first} through {last} ({basis})",
    "data_day_before": "{day} of the year before",
    "data_each_month": (
        "The data of each {unit} run from day {first} of the month before through day {last} of "
        "the month reported ({basis})"
    ),
    "data_each": (
        "The data of each {unit} run from day {first} of the month before the {unit} through day "
        "{last} of its last month ({basis})"
    ),
    "unit_quarter": "quarter",
    "unit_month": "month",
    "unit_any": "period",
    "law_unverified": "{basis}; from a secondary source, not checked against the text",
    # The day
    "sending_unknown": "the day for sending is set by a separate rule that the office has not entered.",
    "sending_unknown_alone": (
        "The day for sending is set by a separate rule that the office has not entered."
    ),
    "sending_day": "Due: {days}, by the rule that the office has entered: {basis}.",
    "sending_each": (
        "The {kind} is due on {rule}, next on {day} for {period}, by the rule that the office has "
        "entered: {basis}."
    ),
    "sending_day_off": "{day} (a day off; the working day before is {working})",
    "rule_day": "day {day} of the period's last month",
    "rule_day_month": "day {day} of the month reported",
    "rule_day_next": "day {day} of the month after the period",
    "rule_day_after": "day {day} of month {months} after the period",
    "rule_last_day": "the last day of the period's last month",
    "rule_last_day_month": "the last day of the month reported",
    "rule_last_day_next": "the last day of the month after the period",
    "rule_last_day_after": "the last day of month {months} after the period",
    # The command line
    "rule_added": "Rule {rule} of {place} entered: {kind} due on {day}, basis {basis}.",
    "rule_next": "Next, for {period}: {day}.",
    "rule_ended": "Rule {rule} before it now holds through {last}.",
    "rule_too_soon": (
        "Note: this day is not {working_days} working day after the close of the data ({basis})."
    ),
    "rule_removed": "Rule {rule} of {place} removed.",
    "rules_head": "Rules entered by the office:",
    "rules_none": "The office has entered no rule on when reports are sent.",
    "rule_line": "{rule}. {place} – {kind}: {day}; basis {basis}{validity}",
    "rule_valid_from": "; from {first}",
    "rule_valid_to": "; through {last}",
    "rule_valid_between": "; from {first} through {last}",
    "law_head": "Data periods by law:",
    "law_period": (
        "- {kind}: from day {first} of the month before the period through day {last} of its last "
        "month ({basis}; in force from {since}; {known})"
    ),
    "law_gap": (
        "- Sending: at least {working_days} working day(s) after the data close ({basis}; in force "
        "from {since}; {known})"
    ),
    "law_known_H": "checked against the text",
    "law_known_M": "from a secondary source, not checked against the text",
    # Failures
    "error_rule_period_unknown": "There is no reporting period “{name}”; known: {known}.",
    "error_rule_day_impossible": (
        "No month has day {day}: give 1 to 31 (31 is the last day of the month)."
    ),
    "error_rule_months_impossible": "The months after the period are 0 to {most}, not {months}.",
    "error_rule_basis_empty": "Name the document that sets the day (--basis).",
    "error_rule_basis_long": (
        "The document's name is longer than {most} characters: give its number, day and issuer."
    ),
    "error_rule_backwards": "The first day {first} comes after the last day {last}.",
    "error_rule_overlaps": (
        "Rule {rule} is for this period at the same time: remove it with `motcua rule remove "
        "{rule}`, or give a --from after that rule begins."
    ),
    "error_rule_unknown": "There is no rule {rule}; see `motcua rule list`.",
}
