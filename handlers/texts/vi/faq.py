"""The office's own answers and the questions that wait for one."""

SENTENCES: dict[str, str] = {}
