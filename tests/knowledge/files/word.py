"""Make small Word files from their XML, without the library that reads them."""

import io
import zipfile
from collections.abc import Sequence

_NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELS = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)


def docx_bytes(*pieces: str) -> bytes:
    """Pack the body's pieces into a .docx."""
    body = f'<?xml version="1.0"?><w:document {_NS}><w:body>{"".join(pieces)}</w:body></w:document>'
    return zip_bytes(
        {
            "[Content_Types].xml": _TYPES.encode(),
            "_rels/.rels": _RELS.encode(),
            "word/document.xml": body.encode(),
        }
    )


def zip_bytes(entries: dict[str, bytes]) -> bytes:
    """Pack the entries into a zip."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return packed.getvalue()


def run(text: str) -> str:
    """Make a run."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def para(*texts: str) -> str:
    """Make a paragraph of runs; text that is XML already stays as it is."""
    return f"<w:p>{''.join(text if text[:1] == '<' else run(text) for text in texts)}</w:p>"


def cell(text: str = "", *, span: int = 1, merge: str = "") -> str:
    """Make a cell; `merge` is "restart" or "continue" for a vertical merge."""
    wide = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    tall = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    return f"<w:tc><w:tcPr>{wide}{tall}</w:tcPr>{para(text)}</w:tc>"


def table(rows: Sequence[Sequence[str]]) -> str:
    """Make a table; a text is a plain cell, XML a cell of its own."""
    made = ("".join(item if item[:1] == "<" else cell(item) for item in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in made)}</w:tbl>"


def packed_docx(body: str, kind: str = "", **parts: str) -> bytes:
    """Pack a .docx with further parts: header, footer, numbering, styles, footnotes.

    `kind` is the document's content type where it is no plain .docx.
    """
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    kinds = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    types = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{kinds}.{part}+xml"/>'
        for part in parts
    )
    relations = "".join(
        f'<Relationship Id="r{part}" Type="{office}/{part}" Target="{part}.xml"/>' for part in parts
    )
    main = _TYPES.replace("openxmlformats-officedocument.wordprocessingml.document.main", kind)
    root = {"header": "hdr", "footer": "ftr"}
    entries = {
        "[Content_Types].xml": (main if kind else _TYPES).replace("</Types>", f"{types}</Types>"),
        "_rels/.rels": _RELS,
        "word/document.xml": f"<w:document {_NS}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": "<Relationships xmlns="
        f'"http://schemas.openxmlformats.org/package/2006/relationships">{relations}'
        "</Relationships>",
    }
    for part, xml in parts.items():
        tag = root.get(part, part)
        entries[f"word/{part}.xml"] = f"<w:{tag} {_NS}>{xml}</w:{tag}>"
    return zip_bytes({name: text.encode() for name, text in entries.items()})
