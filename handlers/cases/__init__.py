"""A PAKN's life after it was sent: who may do what, what becomes of it, who is told."""
