"""How the program stands: a look at everything, checks for people, figures for Prometheus."""
