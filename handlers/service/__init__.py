"""The promise of each day: how fast messages are answered, and that none is lost."""
