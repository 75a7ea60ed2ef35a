"""What a Word file's styles give to the paragraphs and runs that use them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from knowledge.files.word.xml import W, find, find_number, find_value

_DEEPEST = 12  # styles based on one another; a circle ends here


@dataclass(frozen=True, slots=True)
class Styles:
    """The fonts and the lists of styles by their id; "" is the style of all that name none."""

    fonts: Mapping[str, str]
    lists: Mapping[str, tuple[str, int]]

    def find_font(self, properties: Any | None, kind: str) -> str:
        """Return the font of a run's (rPr) or a paragraph's (pPr) properties, "" if unsaid."""
        if properties is None:
            return ""
        return _font(properties) or self.fonts.get(find_value(properties, kind), "")


def read_styles(root: Any | None) -> Styles:
    """Read styles.xml, each style with what it takes from those it is based on."""
    if root is None:
        return Styles({}, {})
    styles = {style.get(f"{W}styleId", ""): style for style in root.iter(f"{W}style")}
    defaults = find(root, "docDefaults/rPrDefault")
    base = _font(find(defaults, "rPr")) if defaults is not None else ""
    fonts, lists = {"": base}, {}
    for name, style in styles.items():
        chain = [*_chain(styles, style)]
        fonts[name] = next(filter(None, (_font(find(link, "rPr")) for link in chain)), "")
        for link in reversed(chain):
            if number := find_value(link, "pPr/numPr/numId"):
                lists[name] = (number, find_number(link, "pPr/numPr/ilvl"))
        if style.get(f"{W}default") == "1" and style.get(f"{W}type") == "paragraph":
            fonts[""] = fonts[name] or base
    return Styles(fonts, lists)


def _chain(styles: Mapping[str, Any], style: Any | None) -> Iterator[Any]:
    for _ in range(_DEEPEST):
        if style is None:
            return
        yield style
        style = styles.get(find_value(style, "basedOn"))


def _font(properties: Any | None) -> str:
    """Return the font of letters beyond ASCII, which is where an old encoding shows."""
    fonts = find(properties, "rFonts") if properties is not None else None
    return (fonts.get(f"{W}hAnsi") or fonts.get(f"{W}ascii") or "") if fonts is not None else ""
