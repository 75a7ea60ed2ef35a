"""A demonstration: the program against the doubles, with a page that plays the phones.

Unlike the doubles themselves it knows the program, since it starts it.
"""
