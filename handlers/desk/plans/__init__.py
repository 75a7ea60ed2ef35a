"""Plans at the desk: what was read, what is corrected, decided and confirmed."""
