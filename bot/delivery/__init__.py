"""Delivery: replies handed to channels, in order, at their pace, each recorded."""
