"""What is said of the program's health and its daily promise, in English."""

SENTENCES: dict[str, str] = {
    "service_week": "Last week: {percent}% of replies were sent within {seconds} seconds, {lost}.",
    "service_month": "Last 30 days: {percent}% of replies were sent within {seconds} seconds, {lost}.",
    "service_none_lost": "no message was lost",
    "service_lost": "{count} messages could not be answered",
    "desk_setting_publicity": "Speed of replies shown",
    "desk_publicity_yes": "Shown on the page of results",
    "desk_publicity_no": "Not shown",
}
