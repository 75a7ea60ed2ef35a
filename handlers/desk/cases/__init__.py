"""Feedback at the desk: the inbox, one case, what is done with it."""
