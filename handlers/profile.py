"""What an office says of itself: hours, address, phones."""

from handlers.texts import say
from storage.values import Locality

_LINES = (
    ("profile_hours", ("hours.days", "hours.morning", "hours.afternoon")),
    ("profile_saturday", ("hours.saturday",)),
    ("profile_address", ("office.address",)),
    ("profile_phone", ("office.phone",)),
    ("profile_desk", ("one_stop_desk.name", "one_stop_desk.address", "one_stop_desk.phone")),
    ("profile_reception", ("reception.address", "reception.schedule", "reception.phone")),
)


def describe_profile(place: Locality, language: str) -> str | None:
    """Say what the office has entered; None when it has entered nothing."""
    profile = place.profile
    lines = [
        say(key, language, **{name.replace(".", "_"): profile[name] for name in names})
        for key, names in _LINES
        if all(profile.get(name) for name in names)
    ]
    if not lines:
        return None
    return "\n".join([f"UBND {place.name}", *lines])
