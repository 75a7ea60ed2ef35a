"""Photos, films and papers as phones and offices make them, tiny, each with what it tells."""

import io
import struct
import zipfile
import zlib

from PIL import Image, PngImagePlugin

PLACE = "10.7626 N 106.6602 E"
XMP = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><gps>{PLACE}</gps></x:xmpmeta>'.encode()
CAMERA = "Sample Phone 12"
SECRETS = (b"Exif", b"GPS", b"xmpmeta", CAMERA.encode(), PLACE.encode(), b"ICC", b"8BIM", b"note")
GPS_IFD = 0x8825
ORIENTATION, MAKE = 0x0112, 0x010F


def draw(width: int = 64, height: int = 48) -> Image.Image:
    """A picture whose upper left corner is red."""
    picture = Image.new("RGB", (width, height), "white")
    picture.paste((220, 20, 20), (0, 0, width // 4, height // 4))
    return picture


def write_jpeg(*, width: int = 64, height: int = 48, orientation: int = 1) -> bytes:
    """A phone's photo, with its place, its maker, XMP, a comment and IPTC."""
    exif = Image.Exif()
    exif[ORIENTATION], exif[MAKE] = orientation, CAMERA
    exif[GPS_IFD] = {1: "N", 2: (10.0, 45.0, 45.4), 3: "E", 4: (106.0, 39.0, 36.7)}
    written = io.BytesIO()
    draw(width, height).save(written, "JPEG", exif=exif, xmp=XMP, comment=b"note " + PLACE.encode())
    iptc = b"Photoshop 3.0\x008BIM\x04\x04" + PLACE.encode()
    data = written.getvalue()
    return data[:2] + b"\xff\xed" + struct.pack(">H", len(iptc) + 2) + iptc + data[2:]


def write_png() -> bytes:
    """A screenshot with texts beside it, and with nothing drawn in its middle."""
    info = PngImagePlugin.PngInfo()
    info.add_text("note", PLACE)
    info.add_itxt("XML:com.adobe.xmp", XMP.decode())
    exif = Image.Exif()
    exif[MAKE] = CAMERA
    written = io.BytesIO()
    picture = draw().convert("RGBA")
    picture.putalpha(200)
    picture.save(written, "PNG", pnginfo=info, exif=exif)
    return written.getvalue()


def write_bomb(side: int) -> bytes:
    """A PNG that says it is as large as a hall."""
    written = io.BytesIO()
    draw().save(written, "PNG")
    data = bytearray(written.getvalue())
    data[16:24] = struct.pack(">II", side, side)
    data[29:33] = struct.pack(">I", zlib.crc32(data[12:29]))
    return bytes(data)


def write_webp() -> bytes:
    exif = Image.Exif()
    exif[MAKE] = CAMERA
    written = io.BytesIO()
    draw().save(written, "WEBP", exif=exif.tobytes(), xmp=XMP)
    return written.getvalue()


def write_docx(*, main: str = "wordprocessingml.document.main") -> bytes:
    written = io.BytesIO()
    kind = f"application/vnd.openxmlformats-officedocument.{main}+xml"
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("[Content_Types].xml", f'<Types><Override ContentType="{kind}"/></Types>')
        archive.writestr("word/document.xml", "<w:document/>")
    return written.getvalue()


def write_xlsx(*, main: str = "spreadsheetml.sheet.main") -> bytes:
    written = io.BytesIO()
    kind = f"application/vnd.openxmlformats-officedocument.{main}+xml"
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("[Content_Types].xml", f'<Types><Override ContentType="{kind}"/></Types>')
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return written.getvalue()


def box(kind: bytes, content: bytes = b"") -> bytes:
    """A box of ISO 14496-12."""
    return struct.pack(">I", len(content) + 8) + kind + content


def write_film(brand: bytes = b"mp42", *, handler: bytes = b"vide", size: int = 0) -> bytes:
    """A film, or with the handler `soun` a voice, whose maker wrote down the place twice."""
    media = box(b"mdia", box(b"hdlr", bytes(8) + handler + bytes(12)))
    track = box(b"trak", media + box(b"udta", box(b"loci", PLACE.encode())))
    user = box(b"udta", box(b"\xa9xyz", PLACE.encode()))
    film = box(b"ftyp", brand + bytes(4) + b"isommp42") + box(b"moov", track + user)
    film += box(b"uuid", bytes(16) + XMP) + box(b"mdat", b"pictures")
    return film + bytes(max(0, size - len(film)))


PDF = b"%PDF-1.7\n1 0 obj<</Author(An)>>endobj\ntrailer<<>>\n%%EOF\n"
OGG = b"OggS\x00\x02" + bytes(22) + b"OpusHead" + bytes(40)
MP3 = b"ID3\x04" + bytes(60)
AMR = b"#!AMR\n" + bytes(40)
AAC = b"\xff\xf1\x50\x80\x02\x1f\xfc" + bytes(40)
HEIC = box(b"ftyp", b"heic" + bytes(4) + b"mif1heic") + bytes(40)
