"""What the pages of offices and people share."""
