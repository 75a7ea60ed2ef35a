"""PDF files with a text layer: pages → lines and grids → paragraphs and tables."""

from knowledge.files.pdf.reading import read_pdf

__all__ = ["read_pdf"]
