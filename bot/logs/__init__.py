"""The program's log: what a record says, in which form, and where it goes."""
