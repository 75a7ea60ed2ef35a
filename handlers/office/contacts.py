"""Where to turn to, as far as the office has entered it: the portal, the desk, the phone."""

from handlers.texts import say
from storage.values import Locality

_HOURS = ("hours.days", "hours.morning", "hours.afternoon")


def say_portal(place: Locality | None, language: str) -> str:
    """Say the national portal's address in brackets; nothing where it was not entered."""
    address = place.profile.get("office.national_portal") if place else None
    return f" ({address})" if address else ""


def say_desk(place: Locality | None, language: str) -> str:
    """Say how to call the one-stop desk, else the office, as the end of a sentence."""
    if place is None:
        return ""
    phone = place.profile.get("one_stop_desk.phone")
    name = place.profile.get("one_stop_desk.name") or say("one_stop_desk", language)
    if not phone:
        phone, name = place.profile.get("office.phone"), f"UBND {place.name}"
    if not phone:
        return ""
    return say("or_call", language, name=name, phone=phone, hours=_say_hours(place, language))


def say_call(place: Locality | None, language: str) -> str:
    """Say how to call the office in a sentence; nothing where no phone was entered."""
    phone = place.profile.get("office.phone") if place else None
    if place is None or not phone:
        return ""
    return say("call_office_hours", language, phone=phone, hours=_say_hours(place, language))


def _say_hours(place: Locality, language: str) -> str:
    if not all(place.profile.get(key) for key in _HOURS):
        return ""
    days, morning, afternoon = (place.profile[key] for key in _HOURS)
    return say("in_hours", language, days=days, morning=morning, afternoon=afternoon)
