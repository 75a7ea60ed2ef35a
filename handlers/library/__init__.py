"""What can be asked about, loaded by scope and searched."""
