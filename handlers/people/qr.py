"""QR codes as SVG, which print sharply and need no file beside the page."""

import segno

QUIET = 2  # modules around the code; phones read it against a white slip


def draw_qr(text: str) -> str:
    """Draw a text (a link, a code) as an SVG that is as large as its place."""
    return str(_make(text).svg_inline(border=QUIET, omitsize=True))


def draw_qr_file(text: str) -> str:
    """Draw a text as an SVG file."""
    drawn = str(_make(text).svg_inline(border=QUIET, scale=8))
    return drawn.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)


def _make(text: str) -> segno.QRCode:
    return segno.make(text, error="m", micro=False)
