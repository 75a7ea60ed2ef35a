"""The office's own answers at the desk, and the questions that wait for one."""
