"""Kinds of personal data and how each is found."""
