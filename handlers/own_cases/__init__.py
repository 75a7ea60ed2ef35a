"""What a sender does with their own PAKN: follow it, add to it, rate it, reopen it, withdraw it."""
