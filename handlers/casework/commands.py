"""What officials write about cases: "việc PAKN", "tiếp nhận PA…", "giao 1 cho Công an xã"."""

import re
from dataclasses import dataclass
from enum import StrEnum

from knowledge.case_codes import find_code
from knowledge.text import fold, squeeze, tidy


class Verb(StrEnum):
    """What an official wants done."""

    INBOX = "inbox"
    CALLS = "calls"
    FIND = "find"
    SHOW = "show"
    COPY = "copy"
    ACCEPT = "accept"
    ASSIGN = "assign"
    START = "start"
    RESUME = "resume"
    ASK_INFO = "ask_info"
    TRANSFER = "transfer"
    SEND_ON = "send_on"
    REFUSE = "refuse"
    DRAFT = "draft"
    RETURN_DRAFT = "return_draft"
    APPROVE = "approve"
    ANSWER = "answer"
    ASK_EXTENSION = "ask_extension"
    EXTEND = "extend"
    DECLINE_EXTENSION = "decline_extension"
    NOTE = "note"
    MERGE = "merge"
    CLASSIFY = "classify"
    PUBLISH = "publish"
    UNPUBLISH = "unpublish"
    INCOMING = "incoming"
    OUTGOING = "outgoing"
    PORTAL = "portal"
    CALLED = "called"
    SEND = "send"
    AGREE = "agree"
    AGREE_PUBLISH = "agree_publish"
    EDIT = "edit"
    CANCEL = "cancel"


ON_DRAFT = frozenset({Verb.SEND, Verb.AGREE, Verb.AGREE_PUBLISH, Verb.EDIT, Verb.CANCEL})
LISTS = frozenset({Verb.INBOX, Verb.CALLS, Verb.FIND})
WITHOUT_CASE = LISTS | ON_DRAFT
_WITHOUT_WORDS = frozenset({Verb.SHOW, Verb.COPY, Verb.START, Verb.PUBLISH, Verb.UNPUBLISH})


@dataclass(frozen=True, slots=True)
class Ref:
    """A case by its code, or by its number in the last list; an empty code was mistyped."""

    code: str | None = None
    number: int = 0


@dataclass(frozen=True, slots=True)
class Command:
    """A verb, the case it is about and the words that go with it.

    `page` is of a list, from 1; `is_bare` where there was a code and no verb.
    """

    verb: Verb
    language: str = "vi"
    ref: Ref = Ref()
    rest: str = ""
    page: int = 1
    is_bare: bool = False


_CODE = r"pa[\s.]*[0-9oil]{6}[\s\-–.]*[0-9a-z]{6}(?![a-z0-9])"
# "hỏi 2 việc" is a question; a number of the list stands alone.
_UNITS = r"(?!\s*(?:ngay|thang|nam|tuan|gio|nguoi|viec|lan|ho so|%|/|\d))"
_REF = rf"(?:(?:phan anh|pakn|ma|so|viec|muc|case)\s+)*#?({_CODE}|\d{{1,2}}\b{_UNITS})"
_POLITE = r"(?:\s*\b(?:nhe|nha|nhen|a|di|luon|giup|voi|cho toi|roi|please|nua)\b)*"
_BEFORE = re.compile(
    r"^(?:(?:cho (?:toi|em|minh)|toi muon|toi|em|nho|hay|vui long|ok|vang|da|please|i)[\s,]+)+"
)
_VERBS: tuple[tuple[Verb, str, str], ...] = (
    (Verb.SHOW, "vi", r"xem(?: chi tiet| lai| noi dung)?|mo xem"),
    (Verb.SHOW, "en", r"(?:show|view|open)"),
    (Verb.COPY, "vi", r"sao chep(?: toan bo)?"),
    (Verb.COPY, "en", r"copy"),
    (Verb.ACCEPT, "vi", r"(?:tiep nhan|tn)"),
    (Verb.ACCEPT, "en", r"accept"),
    (Verb.ASSIGN, "vi", r"(?:giao|phan cong)(?: xu ly)?"),
    (Verb.ASSIGN, "en", r"assign"),
    (Verb.RESUME, "vi", r"(?:xu ly tiep|tiep tuc(?: xu ly)?)"),
    (Verb.RESUME, "en", r"resume"),
    (Verb.START, "vi", r"(?:bat dau(?: xu ly)?|dang xu ly|xu ly|nhan xu ly)"),
    (Verb.START, "en", r"start"),
    (Verb.ASK_INFO, "vi", r"(?:yeu cau|de nghi) bo sung|hoi(?: them)?(?: nguoi dan| nguoi gui)?"),
    (Verb.ASK_INFO, "en", r"ask(?: about)?"),
    (
        Verb.DECLINE_EXTENSION,
        "vi",
        r"(?:khong(?: dong y| duyet| cho)?|tu choi) (?:gia|lui) han",
    ),
    (Verb.DECLINE_EXTENSION, "en", r"decline extension(?: of| for)?"),
    (Verb.RETURN_DRAFT, "vi", r"(?:sua|tra(?: lai)?|chua duyet) du thao|sua lai|khong duyet"),
    (Verb.RETURN_DRAFT, "en", r"return draft(?: of)?"),
    (Verb.SEND_ON, "vi", r"(?:tra lai|tra|khong thuoc(?: don vi)?)"),
    (Verb.SEND_ON, "en", r"send back"),
    (Verb.TRANSFER, "vi", r"chuyen(?: co quan khac| cap tren| di)?"),
    (Verb.TRANSFER, "en", r"transfer"),
    (Verb.REFUSE, "vi", r"tu choi(?: tiep nhan)?|khong tiep nhan"),
    (Verb.REFUSE, "en", r"refuse"),
    (Verb.DRAFT, "vi", r"(?:trinh )?du thao(?: tra loi)?(?: cho)?|trinh|soan(?: tra loi)?"),
    (Verb.DRAFT, "en", r"draft(?: for)?"),
    (Verb.APPROVE, "vi", r"(?:phe )?duyet(?: du thao)?"),
    (Verb.APPROVE, "en", r"approve"),
    (Verb.ANSWER, "vi", r"(?:gui )?tra loi(?: nguoi dan)?|tl|phat hanh"),
    (Verb.ANSWER, "en", r"answer"),
    (Verb.ASK_EXTENSION, "vi", r"(?:xin|de nghi|xin phep) (?:gia|lui) han|xin lui"),
    (Verb.ASK_EXTENSION, "en", r"request extension(?: of| for)?"),
    (Verb.EXTEND, "vi", r"(?:dong y |duyet |cho )?gia han"),
    (Verb.EXTEND, "en", r"extend"),
    (Verb.NOTE, "vi", r"ghi chu(?: noi bo)?"),
    (Verb.NOTE, "en", r"note(?: on)?"),
    (Verb.MERGE, "vi", r"gop"),
    (Verb.MERGE, "en", r"merge"),
    (Verb.CLASSIFY, "vi", r"phan loai(?: lai)?"),
    (Verb.CLASSIFY, "en", r"classify"),
    (Verb.UNPUBLISH, "vi", r"(?:go|bo|thoi|ngung|huy|khong) cong khai(?: ket qua)?"),
    (Verb.UNPUBLISH, "en", r"unpublish"),
    (Verb.PUBLISH, "vi", r"cong khai(?: ket qua)?"),
    (Verb.PUBLISH, "en", r"publish"),
    (Verb.INCOMING, "vi", r"(?:ghi )?so (?:cong van )?den"),
    (Verb.INCOMING, "en", r"incoming(?: number)?"),
    (Verb.OUTGOING, "vi", r"(?:ghi )?so (?:cong van )?di"),
    (Verb.OUTGOING, "en", r"outgoing(?: number)?"),
    (Verb.PORTAL, "vi", r"ma cong(?: pakn| quoc gia)?"),
    (Verb.PORTAL, "en", r"portal code"),
    (Verb.CALLED, "vi", r"(?:da|vua) (?:goi|bao)(?: dien)?(?: xong)?|goi xong"),
    (Verb.CALLED, "en", r"called"),
)
_WITH_CASE = tuple(
    (verb, language, re.compile(rf"^(?:{pattern})(?: cho)?\s+{_REF}"))
    for verb, language, pattern in _VERBS
)
# "giao cho Địa chính xử lý PA…", "giao Công an xã PA…"
_OFFICE_FIRST = re.compile(rf"^(?:giao|phan cong)(?: cho)?\s+([^:]+?)(?:\s+xu ly)?\s+({_CODE})")
_ACCEPT_ASSIGN = re.compile(rf"^tiep nhan (?:va|roi|,) (?:giao|phan cong)\s+{_REF}")
_BARE = re.compile(rf"^(?:(?:phan anh|pakn|ma)\s+)*({_CODE}){_POLITE}$")
_CODE_FIRST = re.compile(rf"^({_CODE})[\s:,;.–-]*(\S.*)$", re.DOTALL)
# "tìm 0912 345 678", "tra phản ánh của số 0912345678": somebody calls and has no code
_FIND = re.compile(
    r"^(?:tim|tra cuu|tra|(?P<en>find))(?: (?:lai|phan anh|pakn|reports?))*"
    r"(?: (?:cua|theo|nguoi gui|nguoi|so dien thoai|dien thoai|sdt|so|of|by))*"
    rf" (?P<phone>[+(]?\d[\d .()-]{{7,16}}\d){_POLITE}$"
)
_PAGE = r"(?:\s+(?:trang|page) (\d{1,2}))?"
_LINES: tuple[tuple[Verb, str, re.Pattern[str]], ...] = tuple(
    (verb, language, re.compile(rf"^(?:{pattern}){_POLITE}$"))
    for verb, language, pattern in (
        (
            Verb.INBOX,
            "vi",
            r"(?:xem |danh sach |cac )*(?:viec (?:pakn|phan anh)(?: can xu ly)?|hop thu(?: pakn)?"
            r"|(?:phan anh|pakn)(?: kien nghi)? (?:can xu ly|dang cho|cho xu ly|den han|qua han))"
            + _PAGE,
        ),
        (Verb.INBOX, "en", rf"(?:show )?(?:inbox|open cases|cases to handle){_PAGE}"),
        (
            Verb.CALLS,
            "vi",
            r"(?:xem )?(?:danh sach )?(?:nguoi dan )?can goi(?: dien)?|goi dien bao ket qua",
        ),
        (Verb.CALLS, "en", r"(?:show )?calls(?: to make)?"),
        (Verb.SEND, "vi", r"(?:ok )?gui(?: cho nguoi dan| nguoi dan| tra loi)?|xac nhan gui"),
        (Verb.SEND, "en", r"send"),
        (Verb.AGREE, "vi", r"(?:dong y|xac nhan)(?: gop| trinh)?|trinh(?: duyet)?|ok"),
        (Verb.AGREE, "en", r"(?:confirm|agree|submit)"),
        (Verb.AGREE_PUBLISH, "vi", r"(?:dong y|xac nhan) cong khai(?: ket qua)?"),
        (Verb.AGREE_PUBLISH, "en", r"agree to publish"),
        (Verb.EDIT, "vi", r"sua(?: lai)?|viet lai|soan lai"),
        (Verb.EDIT, "en", r"edit"),
        (Verb.CANCEL, "vi", r"huy(?: bo)?|thoi|bo qua|khong gui(?: nua)?"),
        (Verb.CANCEL, "en", r"cancel"),
    )
)


def read_command(text: str) -> Command | None:
    """Read what an official wants done with a case, if anything."""
    text = tidy(text)
    folded = fold(text)
    if len(folded) != len(text):
        text = folded
    return _read_line(folded) or _read_with_case(text, folded) or _read_after_code(text, folded)


def _read_line(folded: str) -> Command | None:
    line = squeeze(folded).strip(" .,?")
    for verb, language, pattern in _LINES:
        found = pattern.match(line)
        if found:
            page = int(found[1]) if found.groups() and found[1] else 1
            return Command(verb, language, page=page)
    sought = _FIND.match(line)
    if sought:
        return Command(Verb.FIND, "en" if sought["en"] else "vi", rest=sought["phone"])
    bare = _BARE.match(line)
    return Command(Verb.SHOW, ref=_read_ref(bare[1]), is_bare=True) if bare else None


def _read_with_case(text: str, folded: str) -> Command | None:
    start = _BEFORE.match(folded)
    for at in (0, start.end()) if start else (0,):
        found = _match(text[at:], folded[at:])
        if found:
            return found
    return None


def _match(text: str, folded: str) -> Command | None:
    both = _ACCEPT_ASSIGN.match(folded)
    if both:
        return Command(Verb.ACCEPT, ref=_read_ref(both[1]), rest=f"giao{text[both.end() :]}")
    for verb, language, pattern in _WITH_CASE:
        found = pattern.match(folded)
        if found and (rest := _read_rest(verb, text[found.end() :])) is not None:
            return Command(verb, language, _read_ref(found[1]), rest)
    office_first = _OFFICE_FIRST.match(folded)
    if office_first:
        office = text[office_first.start(1) : office_first.end(1)]
        return Command(Verb.ASSIGN, ref=_read_ref(office_first[2]), rest=f"cho {office}")
    return None


def _read_after_code(text: str, folded: str) -> Command | None:
    """Read "PA261123-7K3QXC tiếp nhận nhé": the code goes behind the verb."""
    found = _CODE_FIRST.match(folded)
    if not found:
        return None
    code, words = found[1], text[found.start(2) :].split(" ")
    for count in (4, 3, 2, 1):
        turned = " ".join([*words[:count], code, *words[count:]])
        command = _match(turned, fold(turned))
        if command:
            return command
    return None


def _read_ref(written: str) -> Ref:
    if written.isdecimal():
        return Ref(number=int(written))
    return Ref(find_code(written) or "")


def _read_rest(verb: Verb, rest: str) -> str | None:
    """Give the words after the case; None where a verb that takes none has some."""
    folded = fold(rest)
    polite = re.match(rf"[\s:;,.–-]*{_POLITE}[\s:;,.–!-]*", folded)
    assert polite
    is_over = polite.end() == len(folded)
    if is_over or verb not in _WITHOUT_WORDS:
        return "" if is_over else rest[polite.end() :].strip()
    return None
