"""The citizen's side of a PAKN: from the first word or photo to the code."""
