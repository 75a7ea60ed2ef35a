"""The guides' pictures: taken from the running program by `make docs`, never by hand."""
