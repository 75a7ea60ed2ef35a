"""Parts of the pages of settings."""
