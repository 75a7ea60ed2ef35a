"""Files damaged in the ways that files are: flipped, cut, spliced."""

import io
import zipfile
from collections.abc import Sequence

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from tests.knowledge.files.word import zip_bytes

_TOKENS = [b'"', b"<", b">", b"99999999", b"-1", b"&x;", b"\x00", b"\xff", b"\r", b"\t", b"|", b"]]>",
           b"0 obj", b"/Kids", b"val=\"", b"\xc3", b"\xe1\xba", b"</table>", b"<td rowspan=900>"]  # fmt: skip
_NEW = st.one_of(st.binary(max_size=12), st.sampled_from(_TOKENS))
_PLACE = st.floats(0, 1, exclude_max=True)  # share of the file's length


@st.composite
def damaged(draw: DrawFn, data: bytes, others: Sequence[bytes] = ()) -> bytes:
    """Return the bytes with parts overwritten, cut out, doubled or taken from another file."""
    changed = bytearray(data)
    for _ in range(draw(st.integers(1, 6))):
        start = int(draw(_PLACE) * len(changed))
        length = draw(st.sampled_from([0, 1, 1, 4, 60, 4000]))
        match draw(st.sampled_from(["put", "put", "put", "cut", "double", "splice"])):
            case "put":
                new = draw(_NEW)
                changed[start : start + min(length, len(new))] = new
            case "cut":
                del changed[start : start + length]
            case "double":
                changed[start:start] = changed[start : start + length]
            case _:
                other = draw(st.sampled_from([data, *others]))
                at = int(draw(_PLACE) * len(other))
                changed[start : start + length] = other[at : at + length]
    end = draw(st.sampled_from([1.0, 1.0, 1.0, draw(_PLACE)]))
    return bytes(changed[: int(end * len(changed))])


@st.composite
def damaged_inside(draw: DrawFn, data: bytes) -> bytes:
    """Return a zip that opens, one of its parts damaged and perhaps one gone."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = draw(st.sampled_from(sorted(parts)))
    parts[name] = draw(damaged(parts[name]))
    if draw(st.integers(0, 4)) == 0:
        del parts[draw(st.sampled_from(sorted(parts)))]
    return zip_bytes(parts)
