"""The parts of the inbox's page."""
