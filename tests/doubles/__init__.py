"""HTTP servers of our own that behave like the services behind our channels, faults included."""
