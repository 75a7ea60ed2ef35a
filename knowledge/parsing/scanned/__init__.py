"""Read what OCR made of a plan whose marks it lost.

`mending` gives the text its marks back; `noise` drops what is no word; `grids` finds the task
tables and their rows; `columns` tells the cells of a row apart, which OCR interleaves line by line.
"""

from knowledge.parsing.scanned.mending import Scan, keep_raw, mend_scan

__all__ = ["Scan", "keep_raw", "mend_scan"]
