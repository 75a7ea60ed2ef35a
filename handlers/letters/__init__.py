"""Letters about a case as Word files: receipt slip, answer, apology (form of NĐ 30/2020/NĐ-CP)."""
