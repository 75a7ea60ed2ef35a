"""What an office says of itself."""
