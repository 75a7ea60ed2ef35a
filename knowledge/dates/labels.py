"""Labels before a time expression: "Thời gian thực hiện:", "Hạn hoàn thành:"."""

from knowledge.dates.words import Word

LABELS = (["thoi", "gian"], ["thoi", "han"], ["han"], ["tien", "do"])
LONGEST_LABEL = 7  # words, the colon among them


def drop_label(words: list[Word]) -> list[Word]:
    """Leave out "Thời gian thực hiện:" and the like."""
    plain = [word.plain for word in words]
    is_label = any(plain[: len(label)] == label for label in LABELS)
    if is_label and ":" in plain[:LONGEST_LABEL]:
        return words[plain.index(":") + 1 :]
    return words
