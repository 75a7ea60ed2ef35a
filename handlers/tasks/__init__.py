"""What officials do about their work: lists, acts, decisions, reminders they ask for."""
