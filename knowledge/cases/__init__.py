"""The life of a PAKN: kinds, states, steps, terms, figures."""
