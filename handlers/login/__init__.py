"""Logging in to the desk without a password: a code told in chat, or a one-time link."""

from handlers.login.skill import LoginSkill

__all__ = ["LoginSkill"]
