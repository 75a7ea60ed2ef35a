"""Work given out in chat, how it stands, and who is late with it."""
