"""A sheet to print and cut: one slip for each officer, with the code and how to join."""

import datetime as dt
from collections.abc import Sequence
from html import escape

from handlers.people.bots import find_link, list_ways
from handlers.people.bulk import Invited
from handlers.people.inviting import VALID_FOR
from handlers.people.qr import draw_qr
from handlers.texts import say
from handlers.texts.forms import write_time

_PAGE = """<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ font: 12pt/1.4 "Times New Roman", Tinos, serif; margin: 1cm; color: #000; }}
.slips {{ display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); }}
.slip {{ border: 1px dashed #555; padding: 4mm; break-inside: avoid; display: flex; gap: 4mm; }}
.slip svg {{ flex: none; width: 30mm; height: 30mm; }}
.slip p {{ margin: 0 0 1.5mm; }}
.name {{ font-weight: bold; font-size: 14pt; }}
.code {{ font: bold 11pt "Courier New", Cousine, monospace; white-space: nowrap; }}
@media print {{ body {{ margin: 0; }} .note {{ display: none; }} }}
@media (max-width: 40em) {{ .slips {{ grid-template-columns: 1fr; }} }}
@page {{ size: A4; margin: 1cm; }}
</style>
</head>
<body>
<p class="note">{note}</p>
<div class="slips">
{slips}
</div>
</body>
</html>
"""
_SLIP = """<section class="slip">{qr}<div>
<p class="name">{name}</p>
<p>{office}</p>
<p class="code">{code}</p>
{how}<p>{until}</p>
</div></section>"""
_HOW = "<p>{}</p>\n"


def build_sheet(
    invited: Sequence[Invited], *, place: str, public_url: str, now: dt.datetime
) -> str:
    """Build the sheet as one HTML file that needs nothing beside it."""
    until = say("slip_until", until=write_time(now + VALID_FOR))
    slips = [_slip(each, place, public_url, until) for each in invited]
    title = say("slip_title", place=place)
    return _PAGE.format(title=escape(title), note=escape(say("slip_note")), slips="\n".join(slips))


def _slip(each: Invited, place: str, public_url: str, until: str) -> str:
    link = find_link(each.code, each.bots, public_url)
    return _SLIP.format(
        qr=draw_qr(link or each.code),
        name=escape(each.invitee.name),
        office=escape(each.invitee.office),
        code=escape(each.code),
        how="".join(_HOW.format(escape(line)) for line in _say_how(each, place, public_url)),
        until=escape(until),
    )


def _say_how(each: Invited, place: str, public_url: str) -> list[str]:
    """Say how the code is used; the page is opened by the QR code, where there is one."""
    bots = list_ways(each.code, each.bots, "")
    if public_url:
        return [say("slip_how_link", place=place), *bots]
    return [*(bots or [say("slip_how", place=place)]), say("slip_once")]
