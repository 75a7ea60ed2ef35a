"""What an office sets at the desk: read, changed, taken back, and taken from the place above it."""
