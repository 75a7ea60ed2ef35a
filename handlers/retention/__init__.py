"""What is forgotten by its age: messages, questions, cases in stages, traces."""
