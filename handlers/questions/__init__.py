"""Questions: understood, searched or computed, answered with their source or refused."""
