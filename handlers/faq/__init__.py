"""The office's own answers: kept questions, the clerk's words, ratings."""
