"""What is said and done because of the channel a message came on."""
