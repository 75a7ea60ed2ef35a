"""Which words can be Vietnamese: an onset, a rime of the language, one tone at most."""

import re
import unicodedata

_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
_ONSET = re.compile(r"(?:ch|gh|gi|kh|ngh|ng|nh|ph|qu|th|tr|[bcdđghklmnprstvx])?")
_LISTED = """
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in
inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen
oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât
uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt uynh
uyt uyu ư ưa ưc ươc ươi ươm ươn ương ươp ươt ươu ưi ưm ưn ưng ưt ưu y yêm yên yêng yêt yêu ynh
yt yu
"""
_RIMES = frozenset(_LISTED.split())


def is_syllable(word: str) -> bool:
    """Say whether a word can be a Vietnamese syllable; the name of a place may end in k."""
    if not (word.islower() or word.isupper() or word.istitle()):
        return False
    letters = unicodedata.normalize("NFD", word.lower())
    bare = letters.translate(_TONES)
    if len(letters) - len(bare) > 1:
        return False
    plain = re.sub("k$", "c", unicodedata.normalize("NFC", bare))
    onset = _ONSET.match(plain)
    end = onset.end() if onset else 0
    starts = {end, end - 1} if plain.startswith("gi") else {end}  # gì, giếng
    return any(plain[start:] in _RIMES for start in starts)
