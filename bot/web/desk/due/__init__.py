"""What the pages of due days are made of."""
