"""What the office's desk shows and does; pages call it as skills call the other handlers."""
