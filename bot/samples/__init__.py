"""The sample plan and office of an invented commune."""
