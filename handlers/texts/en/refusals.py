"""What is said where the plans hold no answer."""

SENTENCES: dict[str, str] = {
    "refused_nothing_held": "There is no plan to answer from yet.",
    "refused_unknown_place": "There is no plan of {place} here; there are plans of {held}.",
    "refused_unnamed_place": "There is no plan of that place here; there are plans of {held}.",
    "refused_other_year": "There is only a plan of {held} for {years}, none for {year}.",
    "refused_other_year_anywhere": "There is no plan for {year}; there are plans for {years}.",
    "refused_no_amount": "The plans state no amount of money.",
    "refused_nothing_close": "The public documents held here do not say this, so it cannot be answered yet.",
    "refused_officer": "The documents held do not say this. You may ask again in other words.",
    "held_more": "{names} and {count} other places",
    "near": "A plan has a part near to what {you} asked: “{title}”.",
    "you_citizen": "you",
    "you_official": "you",
    # What is not the plans' to tell
    "dossier_not_here": (
        "The progress of a dossier cannot be looked up here; {you} can look it up by its code on "
        "the National Public Service Portal (Cổng Dịch vụ công quốc gia){portal}{call}."
    ),
    "dossier_late": "If the day of return has passed, write “report a problem”.",
    "procedure_no_guide": (
        "There is no guide to the procedure “{name}” here yet; please see the National Public "
        "Service Portal (Cổng Dịch vụ công quốc gia){portal}{call}."
    ),
    "procedure_no_guide_unnamed": (
        "There is no guide to this procedure here yet; please see the National Public Service "
        "Portal (Cổng Dịch vụ công quốc gia){portal}{call}."
    ),
    "merger_not_held": (
        "There is nothing here about the reorganisation of administrative units, and it is not "
        "guessed at."
    ),
    # Whom to call
    "or_call": " or call {name} at {phone}{hours}",
    "one_stop_desk": "the one-stop desk (Bộ phận Một cửa)",
    "call_office_hours": "To ask more, please call {phone}{hours}.",
    "in_hours": " ({days}, {morning} and {afternoon})",
    # What may be asked instead
    "offers": "Write {listed}.",
    "offer_item": "{number} to {phrase}",
    "offer_near": "see that part",
    "offer_human": "pass the question on to an official",
    "offer_feedback": "report a problem",
    "offer_place": "see it in the plan of {place}",
    "offer_year": "see the plan for {year}",
    "offer_year_deadline": "see the day for {year}",
    "button_near": "See that part",
    "button_human": "Ask an official",
    "says_human": "I want to talk to an official",
    "says_feedback": "report a problem",
    "button_late_dossier": "My dossier is late",
    "says_late_dossier": "report a problem",
    "button_other_year": "See {year}",
    "says_other_year": "what about {year}",
    "in_year": "in {year}",
    "button_other_place": "See the place held",
    "says_other_place": "what about {place}",
}
