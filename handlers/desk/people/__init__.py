"""Offices and people at the desk, and what is changed of them."""
