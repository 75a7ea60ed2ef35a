"""Numbers and addresses that lead to one person: phones, papers, accounts, mail, vehicles."""

import re
from collections.abc import Iterator

from knowledge.personal.view import Found, PersonalKind, View

# Between digits: spaces, dots, dashes, brackets; no comma, slash, colon or new line.
_SEP = r"(?:[^\S\n]|[.\-–—_·•()*~]){0,5}"
_DIGIT = r"[\dol]"
_LINKS = (
    r"(?:[^\w\n]|\b(?:so|la|cua|toi|em|minh|ma|the|ca|nhan|cong|dan|chong|vo|me|bo|con|cu|moi|nay"
    r"|quyen|su|dung|dat|vao|no|seri|hoc|sinh|giay|dinh|danh)"
    r"\b)"
)
_SPELT = r"(?:khong|mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin|le|linh)"
_PHONE = (
    rf"(?<!\d)(?<!\d[.,/])(?:(?:\(?\+?(?:00)?84\)?{_SEP}(?:\(?0\)?{_SEP})?|(?<![a-z])o{_SEP}|\(?0\)?{_SEP})"
    rf"(?:1{_SEP}[2689](?:{_SEP}{_DIGIT}){{8}}|2(?:{_SEP}{_DIGIT}){{8,9}}"
    rf"|[35789](?:{_SEP}{_DIGIT}){{8}})\d*)"
)
_PHONE_CALLED = (
    r"\b(?:sdt|so dien thoai|dien thoai|dt|zalo|so may|goi|lien he|so|phone|call|alo)"
    rf"{_LINKS}{{0,8}}(?P<data>[35789](?:{_SEP}\d){{8}}(?!\d))"
)
_PHONE_SPELT = rf"\b{_SPELT}(?:[\s,.-]+{_SPELT}){{8,}}\b"
_PAPER = (
    r"\b(?:cccd|cmnd|cmt|cmtnd|can cuoc(?: cong dan)?|chung minh(?: nhan dan| thu)?|dinh danh"
    r"|ho chieu|passport|bhxh|bhyt|bao hiem(?: xa hoi| y te)?|ma so thue|mst|gplx"
    rf"|giay phep lai xe|bang lai|so ho khau){_LINKS}{{0,12}}"
    rf"(?P<data>(?:[a-z]{{1,3}}\s?)?\d(?:{_SEP}{_DIGIT}){{5,17}}(?:-\d{{3}})?)"
)
_PAPER_SPACED = rf"(?<!\d)(?<!\d[.,/])0\d\d{_SEP}\d{{3}}{_SEP}\d{{3}}{_SEP}\d{{3}}(?!\d)"
_LAND = (
    r"\b(?:so do|so hong|bia do|bia hong|so dat|giay dat|trich luc|giay chung nhan|gcn ?(?:qsdd)?"
    r"|so vao so|so phat hanh|seri)"
    rf"{_LINKS}{{0,16}}(?P<data>[a-z]{{1,3}}[\s.-]{{0,2}}\d(?:{_SEP}\d){{3,9}}(?![\w/]))"
)
_BIRTH_PAPER = (
    rf"\b(?:khai sinh|khai tu|ket hon|trich luc){_LINKS}{{0,6}}\bso:? "
    r"(?P<data>\d{1,5}/(?:19|20)\d\d)\b"
)
_ACCOUNT = (
    r"\b(?:stk|momo|ck|chuyen khoan|so tai khoan|tai khoan|so tk|tk|so the|the atm"
    r"|account)\b[^\d\n]{0,40}?"
    rf"(?P<data>\d(?:{_SEP}[a-z]?\d){{5,18}})(?!\s*(?:d|dong|vnd|k|trieu|nghin|ngan|nguoi|%)\b)"
)
_LONG = r"(?<!\d)(?<!\d[.,/])\d{9,}+(?!\s?(?:d|dong|vnd)\b)(?![.,]\d)"
_EMAIL = (
    r"(?<![\w.+-])[\w.+-]++\s?(?:@|\(at\))\s?[\w-]+(?:\s?\.\s?[a-z]{2,})*"
    r"|(?<![\w.+-])[\w.+-]{3,}+ a cong (?:gmail|yahoo|hotmail|outlook|icloud)\b"
    r"(?:(?: cham |\.)(?:com|vn|net))*"
)
_LINK = (
    r"(?:https?://)?(?:www\.|m\.)?\b(?:facebook|fb|zalo|tiktok|instagram|youtube|threads|t)"
    r"\.(?:com|me)/[\w.@/?=&%-]+"
)
_SERIES = r"(?:[a-z]\d?|[a-hk-np-vx-z][a-hk-np-vx-z]|ld|nn|ng|qt|cd|kt|mđ)"
_PLATE = (
    r"(?<!\d)(?<!\d[.,/])(?:1[1-9]|[2-9]\d)"
    rf"(?:-?{_SERIES}(?:[-. ]| - )?(?:\d{{3}}\.\d{{2}}|\d{{5}})"
    rf"|-?{_SERIES}(?:[-. ]| - )\d{{4}}"
    r"| ?-? ?[a-z]\d? ?[-.]? ?\d{3}[ .]\d{2})(?![\w/%]|[.,]\d|-[a-z])"
)
_PLATE_NAMED = (
    r"\b(?:bien so|bien kiem soat|bks|bsx|bien xe)\b(?:\W|\b(?:xe|so|la)\b){0,5}"
    r"(?P<data>\d{2}[\w .-]{3,9}\d)"
)
_BIRTH = (
    r"(?<!hoc )(?<!tuyen )(?<!phat )(?<!ve )\b(?:sinh|ngay sinh|nam sinh|sn|dob|de(?= ngay| nam))\b"
    r"(?:\W|\b(?:ngay|nam|thang|la|vao|sinh)\b){0,8}?"
    r"(?P<data>(?:ngay )?(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}"
    r"|(?:19|20)\d\d|\d{1,2} thang \d{1,2},? nam \d{4}))\b"
)
_RULES = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (PersonalKind.BIRTH, _BIRTH),
        (PersonalKind.EMAIL, _EMAIL),
        (PersonalKind.LINK, _LINK),
        (PersonalKind.PLATE, _PLATE_NAMED),
        (PersonalKind.PLATE, _PLATE),
        (PersonalKind.PAPER, _PAPER),
        (PersonalKind.PAPER, _LAND),
        (PersonalKind.PAPER, _BIRTH_PAPER),
        (PersonalKind.ACCOUNT, _ACCOUNT),
        (PersonalKind.PAPER, _PAPER_SPACED),
        (PersonalKind.PHONE, _PHONE),
        (PersonalKind.PHONE, _PHONE_CALLED),
        (PersonalKind.PHONE, _PHONE_SPELT),
        (PersonalKind.PAPER, _LONG),
    )
)
_DATE = re.compile(r"(?<!\d)\d{1,2}([./-])\d{1,2}\1(?:19|20)\d\d(?!\d|[.-]\d)")
_BEFORE_DATE = re.compile(r"\b(?:ngay|tu|den|truoc|sau|hom|toi|den het)\s*$")
_IN_NUMBER = re.compile(r"\d[^\w\n,/;:]{1,3}$")
_AFTER_DATE = re.compile(rf"{_SEP}\d{{1,2}}(?:\s?(?:h|gio|:)|[./-]\d{{1,2}}[./-])|(?!{_SEP}\d)")


def find_numbers(view: View) -> Iterator[Found]:
    """Yield every number and network address of a person."""
    plain = _without_dates(view.plain)
    for kind, pattern in _RULES:
        text = view.plain if kind is PersonalKind.BIRTH else plain
        for found in pattern.finditer(text):
            start, end = found.span("data" if "data" in pattern.groupindex else 0)
            yield start, end, kind


def _without_dates(plain: str) -> str:
    """Blank out days, so that "03.12.2024 15 giờ" is no phone; in doubt they stay."""
    for found in reversed(list(_DATE.finditer(plain))):
        start, end = found.span()
        is_told = _BEFORE_DATE.search(plain, 0, start)
        is_alone = not _IN_NUMBER.search(plain, max(0, start - 4), start)
        if is_told or (is_alone and _AFTER_DATE.match(plain, end)):
            plain = plain[:start] + "/" * (end - start) + plain[end:]
    return plain
