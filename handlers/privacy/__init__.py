"""A person's own data: what is kept, put right, taken back, erased, and until when."""
