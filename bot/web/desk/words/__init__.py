"""What the pages of the desk say beside what chat says, one module a page."""
