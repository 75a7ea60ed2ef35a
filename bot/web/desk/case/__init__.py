"""The parts of one case's page."""
