"""What officials type about their work: acts, work given in chat, lists, who has done what.

All is read by form alone; whether it fits what was last said is for the handlers to decide.
"""
