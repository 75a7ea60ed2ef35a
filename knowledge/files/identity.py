"""Whether words say that a picture is somebody's identity paper, so that it must not be kept.

What counts is that the picture *is* the paper. Naming papers in a complaint (the queue where they
are made, days of waiting for one) says nothing about the picture. Three signs, clause by clause:
the clause is only the paper's name in polite words; the paper is shown ("đây là", "mặt trước");
the paper is somebody's own and nobody is said to make, keep or lose it.
"""

import re

from knowledge.text import clean, fold

_SOMEONE = (
    r"(?:chung )?(?:toi|t|tui|tao|em|e|minh|m|chau|con|cua|vo|chong|me|ma|bo|ba|cha|ong|anh|chi|co|"
    r"chu|bac|di|cau|nha|gia dinh|ca nha)"
)
_PAPER = (
    r"(?:(?:the |giay |so )?(?:c ?c ?c ?d|cdcc|ccccd|cccdd)"
    r"|(?:the |giay |so )?(?:c?can ?cu[ocfts]{1,2}[kc]?(?: cong dan)?)"
    r"|(?:giay |the |so )?(?:cmnd|cmtnd|cmndd|ch?ung m[ij]nh (?:nhan dan|thu|nd|tu))"
    r"|(?:giay|the|so) (?:chung m[ij]nh|cmt)"
    r"|(?:cuon |quyen |so )?(?:ho chieu|ho chiu|passports?|pasport)"
    r"|(?:ban |to |giay )?(?:giay )?khai sinh|trich luc khai sinh"
    r"|(?:so |cuon )?ho khau|(?:the )?vneid|bang lai(?: xe)?|giay phep lai xe|gplx"
    r"|(?:the )?bhyt|the bao hiem(?: y te)?|giay to tuy than|giay tuy than|giay ket hon"
    r"|id cards?|identity cards?|citizen id|(?:birth|marriage) certificates?"
    r"|driver'?s? licen[cs]e|driving licen[cs]e)"
)
_NAMED = re.compile(rf"\b{_PAPER}(?!\w)")
_AROUND = (  # words around a paper's name that say no more than "here it is"
    "a ah ad admin ak alo va voi cung cac nhung cai chiec tam to ban be bac anh hinh pic photo",
    "image img scan copy sao chup truoc sau hai ca 1 2 3 mot gui goi nop dua cho ne nha nhe",
    "nhen nhak day do nay kia la cua toi tui t em e minh m chau con vo chong me ma bo ba cha ong",
    "co chu di cau da vang roi moi xin phep thua chi cong dan nguoi thong tin so the giay cu ok",
    "oke dc duoc sung kem dinh theo file tep pdf jpg jpeg png doc docx goc photocopy ca nhan can",
    "danh x xem check kiem tra giup ho nhin gd gia rieng luon them nua lai ben duoi tren zalo",
    "front back side this is my his her our of the here and it picture attached please see",
    "screenshot final new camera",
)
_FRAME = frozenset(word for line in _AROUND for word in line.split())
_SIDE = re.compile(r"\bmat(?= (?:truoc|sau))|(?<=\b2 )mat\b|(?<=\bhai )mat\b")
_SHOWN = re.compile(
    rf"(?:day la|do la|nay la|gui ad|gui anh chi|mat truoc|mat sau|(?:hai|2|ca 2|ca hai) mat|"
    rf"this is (?:my|his|her|the)|here is (?:my|his|her|the)) "
    rf"(?:(?:anh|hinh|ban|tam|cai|chiec|chup|sao|scan|cua) )*{_PAPER}(?!\w)"
    rf"|\b{_PAPER} (?:cua {_SOMEONE} )?(?:(?:day|do|ne)(?: a| nhe| nha| ad)?$|mat (?:truoc|sau)\b)"
)
_OWNED = re.compile(
    rf"\b{_PAPER} (?:cua {_SOMEONE}|(?:con )?(?:toi|tui|em|minh|chau))(?!\w)|\bmy {_PAPER}(?!\w)"
)
_SPOKEN_OF = re.compile(  # before its name: it is made, kept or lost, so hardly in the picture
    r"(?:lam|cap|doi|xin|tra|giu|thu|mat|dang ky|diem|noi|cho|lay|nhan|quay|phong|bo phan|thu tuc|"
    r"ve|viec|can|doi hoi|yeu cau|bat|phai|khong co|chua co|chua|hoi|dung|vut|nhat duoc|photo|"
    r"lost|renew|get|apply for|without|han|het han|to khai|don|loi|quet|ho so|ho|"
    r"tich hop|nop|trinh|mang|dem|cam)"
    r"(?: (?:lai|moi|doi|cac|nhung|duoc|cho|the|so|giay|anh|ban|ca|ho so))*$"
)
_OWN_DETAILS = re.compile(  # "thông tin của tôi đây ạ"
    r"^(?:(?:da|vang|gui|day la|ad|a|cho|anh|hinh) )*thong tin(?: ca nhan)?(?: cua)? "
    r"(?:toi|tui|em|e|minh|chau|con|vo|chong|me|bo)(?: (?:day|do|ne|a|ah|nhe|nha|ad|roi))*$"
)
_CLAUSES = re.compile(r"[,;:!?\n()/|]+|\.(?!\w)|\bcòn\b|\bnhưng\b| - ")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")


def names_identity_paper(text: str) -> bool:
    """Tell whether words sent with a picture, or its name, say that it is an identity paper."""
    return any(_is_told(clause) for clause in _CLAUSES.split(text))


def _is_told(clause: str) -> bool:
    words = _WORD.findall(clean(clause.replace("_", " ")))
    said = fold(" ".join(words))
    if _OWN_DETAILS.search(said):
        return True
    named = _NAMED.search(said)
    if not named:
        return False
    return _is_bare(words, said) or bool(_SHOWN.search(said)) or _is_owned(said)


def _is_bare(words: list[str], said: str) -> bool:
    """Tell whether nothing stands beside the paper's name but polite words, numbers and names."""
    said = _SIDE.sub("ben", said)  # "mặt trước", but not "mất", which folds alike
    marked = _NAMED.sub(lambda found: " ".join("#" * len(found[0].split())), said).split()
    others = [
        place
        for place, word in enumerate(marked)
        if word not in _FRAME and not word.startswith("#")
    ]
    return all(_is_label(words, place, marked) for place in others)


def _is_label(words: list[str], place: int, marked: list[str]) -> bool:
    """Tell whether a word may be a number or of a person's name: "Nguyễn Văn An", not "Làm"."""
    word, after = words[place], marked[place + 1 : place + 2]
    if any(letter.isdigit() for letter in word):
        return True
    is_lone = place == 0 and after in ([], ["#"])  # a sentence begins with a capital, too
    return word.istitle() and not is_lone


def _is_owned(said: str) -> bool:
    owned = _OWNED.search(said)
    return owned is not None and not _SPOKEN_OF.search(said[: owned.start()].strip())
