"""Due days at the desk: the month, the list, one item, what waits for a clerk."""
