"""Photos, documents, voices and films that come with messages: what is kept, what is said of it."""
