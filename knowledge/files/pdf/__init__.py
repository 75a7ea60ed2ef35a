"""PDF files: pages → lines and grids → paragraphs and tables."""

from knowledge.files.pdf.pages import render_page
from knowledge.files.pdf.reading import lay_out, read_pdf
from knowledge.files.pdf.shapes import Page

__all__ = ["Page", "lay_out", "read_pdf", "render_page"]
