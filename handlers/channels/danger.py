"""Danger to life, which is answered whatever else a channel keeps silent about."""

from handlers.channels.commands import wants_look_up
from handlers.turn import Turn
from knowledge.case_codes import cut_code
from knowledge.signals import Signal, find_alarm


def tells_danger(turn: Turn) -> bool:
    """Tell whether a message tells of danger to life."""
    if wants_look_up(turn):  # its second word alone is a cry for help
        return False
    alarm = find_alarm(cut_code(turn.text))
    return alarm is not None and alarm.signal is Signal.DANGER
