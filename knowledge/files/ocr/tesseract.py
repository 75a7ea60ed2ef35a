"""Run Tesseract: words with their boxes and its confidence. Only this file knows the program."""

import csv
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from knowledge.errors import UnreadableFile
from knowledge.files.ocr.pictures import Grey, save

_LANGUAGE = "vie"
_TURN = re.compile(rb"Rotate: (\d+)\s+Orientation confidence: ([\d.]+)")
_WORD = "5"  # the level of a word in Tesseract's table; "4" is a line
_SURE_OF_TURN = 2.0  # its confidence in an orientation; upright pages give 5 to 20


@dataclass(frozen=True, slots=True)
class Word:
    """A word that was read, with its box and its line's in dots; confidence 0 to 1."""

    text: str
    left: int
    right: int
    top: int
    bottom: int
    line_top: int
    line_bottom: int
    confidence: float


def require_tesseract() -> None:
    """Raise `UnreadableFile` where the program or its Vietnamese data is not installed."""
    if shutil.which("tesseract") is None:
        raise UnreadableFile("tesseract_missing")
    listed = _run(["--list-langs"], 20.0).decode(errors="replace").split()
    if _LANGUAGE not in listed:
        raise UnreadableFile("tesseract_language_missing", language=_LANGUAGE)


def read_words(pictures: Sequence[Grey], mode: int, seconds: float) -> list[list[Word]]:
    """Return the words of each picture; `mode` is Tesseract's page segmentation mode.

    Raises `UnreadableFile` (too_slow, damaged).
    """
    if not pictures:
        return []
    with tempfile.TemporaryDirectory(prefix="motcua-") as folder:
        paths = [Path(folder, f"{number}.pgm") for number in range(len(pictures))]
        for path, picture in zip(paths, pictures, strict=True):
            save(picture, path)
        listed = Path(folder, "pictures.txt")
        listed.write_text("\n".join(map(str, paths)), "utf-8")
        options = ["-l", _LANGUAGE, "--psm", str(mode), "--dpi", "300", "tsv"]
        table = _run([str(listed), "stdout", *options], seconds).decode(errors="replace")
    words: list[list[Word]] = [[] for _ in pictures]
    for number, word in _words(table.splitlines()):
        words[number].append(word)
    return words


def find_turn(picture: Grey, seconds: float) -> int:
    """Return by how many degrees clockwise a page must be turned to stand upright."""
    with tempfile.TemporaryDirectory(prefix="motcua-") as folder:
        path = Path(folder, "page.pgm")
        save(picture, path)
        try:
            told = _run([str(path), "stdout", "--psm", "0", "--dpi", "300"], seconds)
        except UnreadableFile:  # too few letters to tell, or its data "osd" is not installed
            return 0
    found = _TURN.search(told)
    return int(found[1]) if found and float(found[2]) >= _SURE_OF_TURN else 0


def _run(arguments: list[str], seconds: float) -> bytes:
    """Run on one core: Tesseract's own threads make a page five times slower (measured)."""
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    try:
        done = subprocess.run(
            ["tesseract", *arguments],
            env=environment,
            capture_output=True,
            timeout=seconds,
            check=True,
            stdin=subprocess.DEVNULL,
        )
    except subprocess.TimeoutExpired as error:
        raise UnreadableFile("too_slow", seconds=int(seconds)) from error
    except (subprocess.CalledProcessError, OSError) as error:
        raise UnreadableFile("damaged") from error
    return done.stdout


def _words(lines: Sequence[str]) -> Iterator[tuple[int, Word]]:
    """Yield the words of Tesseract's table with the number of their picture, from 0."""
    line = (0, 0)
    for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        left, top = int(row["left"]), int(row["top"])
        right, bottom = left + int(row["width"]), top + int(row["height"])
        text = row["text"].strip()
        if row["level"] != _WORD:
            line = top, bottom
        elif text:
            sure = max(float(row["conf"]), 0.0) / 100
            yield int(row["page_num"]) - 1, Word(text, left, right, top, bottom, *line, sure)
