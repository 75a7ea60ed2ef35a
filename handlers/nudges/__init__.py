"""Nudges, reminders that were asked for, and an officer's own tasks."""
