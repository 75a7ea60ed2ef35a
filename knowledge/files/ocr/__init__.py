"""Pages that are pictures: light and lean → drawn lines → words of Tesseract → `Page`."""

from knowledge.files.ocr.page import DOTS
from knowledge.files.ocr.pictures import count_frames, load_frame
from knowledge.files.ocr.reading import read_pages

__all__ = ["DOTS", "count_frames", "load_frame", "read_pages"]
