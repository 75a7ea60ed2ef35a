"""PDF files to read: the sample plan as Chromium or LibreOffice prints it, and small ones."""

import io
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

_TURNS = {  # how to draw on a page that its reader turns clockwise
    0: (1, 0, 0, 1, 0, 0),
    90: (0, 1, -1, 0, A4[0], A4[0] - A4[1] + 100),
    180: (-1, 0, 0, -1, *A4),
    270: (0, -1, 1, 0, A4[0] - A4[1], A4[1] - 100),
}
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
SOFFICE = shutil.which("soffice")
_FONTS = ("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
          "/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf")  # fmt: skip


@lru_cache
def print_html(page: str) -> bytes:
    """Print a page with Chromium."""
    with tempfile.TemporaryDirectory(prefix="motcua-test-", ignore_cleanup_errors=True) as name:
        given, made = Path(name) / "given.html", Path(name) / "made.pdf"
        given.write_text(page, "utf-8")
        _run(CHROMIUM or "", "--headless", "--no-sandbox", "--disable-gpu",
             f"--user-data-dir={name}/profile", "--no-pdf-header-footer",
             f"--print-to-pdf={made}", given.as_uri())  # fmt: skip
        return made.read_bytes()


@lru_cache
def convert(data: bytes, suffix: str, wanted: str) -> bytes:
    """Convert a file with LibreOffice, from one suffix to another."""
    with tempfile.TemporaryDirectory(prefix="motcua-test-", ignore_cleanup_errors=True) as name:
        given = Path(name) / f"given{suffix}"
        given.write_bytes(data)
        _run(SOFFICE or "", f"-env:UserInstallation={Path(name, 'profile').as_uri()}",
             "--headless", "--convert-to", wanted, "--outdir", f"{name}/made", str(given))  # fmt: skip
        return (Path(name) / "made" / f"given.{wanted.split(':')[0]}").read_bytes()


def _run(*command: str) -> None:
    subprocess.run(command, check=True, timeout=100, capture_output=True)


@contextmanager
def _canvas(packed: io.BytesIO, password: str | None) -> Iterator[Canvas]:
    canvas = Canvas(packed, pagesize=A4, encrypt=password, invariant=True)
    yield canvas
    canvas.save()


def build_pdf(
    *pages: str, password: str | None = None, turned: int = 0, picture: bool = False
) -> bytes:
    """Build a PDF, each page the lines of a text; `picture` fills the page as a scan does."""
    packed = io.BytesIO()
    font = _font()
    with _canvas(packed, password) as canvas:
        for page in pages:
            canvas.setPageRotation(turned)
            canvas.transform(*_TURNS[turned])
            if picture:
                _draw_picture(canvas)
            canvas.setFont(font, 12)
            for number, line in enumerate(page.split("\n")):
                canvas.drawString(60, A4[1] - 30 - 16 * number, line)
            canvas.showPage()
    return packed.getvalue()


def _draw_picture(canvas: Canvas) -> None:
    canvas.drawInlineImage(_grey(), 0, 0, *A4)


def _grey() -> object:
    from PIL import Image

    return Image.new("L", (8, 8), 200)


def _font() -> str:
    """Return the name of a font with Vietnamese letters."""
    for path in filter(lambda path: Path(path).exists(), _FONTS):
        if "Vietnamese" not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont("Vietnamese", path))
        return "Vietnamese"
    return "Helvetica"
