"""Scans and photos to read: pages of a PDF as a scanner or a telephone sees them."""

import io
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from knowledge.files.pdf.pages import list_pages, render_page

FONT = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf")
Picture = Image.Image
_LEANS = (1.3, -0.8, 2.0, -2.0, 0.4, -1.5, 0.9)  # degrees: no two pages lie alike


def render(pdf: bytes, dots: int = 200) -> list[Picture]:
    """Return the pages as clean pictures, `dots` an inch."""
    numbers = [page.number for page in list_pages(pdf, 60)]
    return [Image.fromarray(render_page(pdf, number, dots)[0]) for number in numbers]


def scan(page: Image.Image, *, lean: float = 1.3, noise: float = 12, seed: int = 0) -> Image.Image:
    """Return a page as a scanner gives it: leaning, blurred, greyish, speckled, as a JPEG."""
    rng = np.random.default_rng(seed)
    leaning = page.rotate(lean, Image.Resampling.BICUBIC, fillcolor="white")
    dots = np.asarray(leaning.filter(ImageFilter.GaussianBlur(0.6)), np.float32) * 0.85 + 25
    dots += rng.normal(0, noise, dots.shape[:2])[:, :, None]
    speckles = rng.random(dots.shape[:2])
    dots[speckles < 0.0005], dots[speckles > 0.9995] = 40, 250
    return _packed(Image.fromarray(dots.clip(0, 255).astype(np.uint8)), 60)


def photograph(page: Image.Image, *, tilt: float = 0.03) -> Image.Image:
    """Return a page as a telephone sees it: from an angle, in the light of one lamp."""
    width, height = page.size
    dx, dy = tilt * width, tilt * height
    corners = (-dx, -dy, -0.3 * dx, height + dy, width + dx, height + 0.5 * dy, width, -0.4 * dy)
    bent = page.transform(
        page.size, Image.Transform.QUAD, corners, Image.Resampling.BICUBIC, fillcolor="white"
    )
    fall = np.linspace(1.0, 0.55, width)[None, :] * np.linspace(0.95, 0.7, height)[:, None]
    return _packed(Image.fromarray((np.asarray(bent) * fall[:, :, None]).astype(np.uint8)), 70)


def stamp(
    page: Image.Image,
    text: str,
    *,
    lean: float = 5,
    ink: str = "#d21f2b",
    at: tuple[int, int] = (240, 330),
) -> Image.Image:
    """Return the page with a framed stamp, by default below the number of the document."""
    slip = Image.new("RGBA", (330, 90), (0, 0, 0, 0))
    draw = ImageDraw.Draw(slip)
    draw.rectangle((10, 8, 320, 82), outline=ink, width=4)
    draw.text((165, 45), text, fill=ink, anchor="mm", font=ImageFont.truetype(FONT, 40))
    turned = slip.rotate(lean, Image.Resampling.BICUBIC, expand=True)
    marked = page.convert("RGB")
    marked.paste(turned, at, turned)
    return marked


def scan_all(pdf: bytes, dots: int = 200) -> list[Image.Image]:
    """Return every page scanned, each leaning its own way."""
    leans = _LEANS * 10
    return [scan(page, lean=leans[i], seed=i) for i, page in enumerate(render(pdf, dots))]


def as_pdf(pages: list[Image.Image], dots: int = 200) -> bytes:
    """Bind pictures as a PDF without text."""
    return _bound(pages, "PDF", resolution=dots)


def with_layer(page: Image.Image, text: str) -> bytes:
    """Bind a picture as a PDF with the text that a scanner's own OCR wrote below it."""
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=A4, invariant=True)
    layer = canvas.beginText(60, 800)
    layer.setTextRenderMode(3)  # not shown
    layer.textLines(text)
    canvas.drawText(layer)
    canvas.drawInlineImage(page, 0, 0, *A4)
    canvas.save()
    return made.getvalue()


def as_tiff(pages: list[Image.Image], dots: int = 200) -> bytes:
    """Bind pictures as a TIFF of several pages."""
    return _bound(pages, "TIFF", dpi=(dots, dots), compression="tiff_lzw")


def as_picture(page: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    """Save one picture."""
    made = io.BytesIO()
    page.save(made, kind, **options)
    return made.getvalue()


def _bound(pages: list[Image.Image], kind: str, **options: object) -> bytes:
    made = io.BytesIO()
    pages[0].save(made, kind, save_all=True, append_images=pages[1:], **options)
    return made.getvalue()


def _packed(page: Image.Image, quality: int) -> Image.Image:
    return Image.open(io.BytesIO(as_picture(page, "JPEG", quality=quality)))
