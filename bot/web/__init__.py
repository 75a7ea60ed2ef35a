"""The web pages: the citizens' chat and the operator's page."""
