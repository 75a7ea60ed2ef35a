"""What pages of the desk are made of: each is accessible by itself and knows no page."""
