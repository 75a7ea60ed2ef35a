"""Words of tasks, kept in memory so that 20,000 due days are searched while somebody types.

What is given out is stored encrypted, so that a database cannot search it. A process keeps the
words of each place that was searched, and reads only what has come since.
"""

from collections.abc import Collection
from dataclasses import dataclass, field

from knowledge.text import fold, has_marks, syllables
from storage.values.due_lists import TextStamp
from storage.work import Work

LONGEST_QUERY = 200


@dataclass(eq=False, slots=True)
class _Known:
    stamp: TextStamp
    marked: dict[int, str] = field(default_factory=dict)
    folded: dict[int, str] = field(default_factory=dict)

    def add(self, task_id: int, text: str) -> None:
        """Keep each syllable after a space, so that what begins with a word is found."""
        self.marked[task_id] = marked = " " + " ".join(syllables(text))
        self.folded[task_id] = fold(marked)


@dataclass(eq=False, slots=True)
class TaskWords:
    """Find tasks by words, with or without marks."""

    _places: dict[int, _Known] = field(default_factory=dict, init=False)

    async def find(self, work: Work, locality_id: int, query: str) -> Collection[int] | None:
        """Find the tasks (ids) of a place that hold all words, the last may be begun only.

        None where nothing is asked for. Marks count where any are typed.
        """
        query = query[:LONGEST_QUERY]
        words = syllables(query)
        if not words:
            return None
        known = await self._read(work, locality_id)
        texts = known.marked if has_marks(query) else known.folded
        wanted = [f" {word} " for word in words[:-1]]
        begun = f" {words[-1]}"
        return [
            id_
            for id_, text in texts.items()
            if begun in text and all(word in f"{text} " for word in wanted)
        ]

    async def _read(self, work: Work, locality_id: int) -> _Known:
        stamp = await work.due_lists.read_text_stamp(locality_id)
        known = self._places.get(locality_id)
        if known is None or known.stamp.plans != stamp.plans:
            known = _Known(stamp)
            texts = await work.due_lists.texts(locality_id)
        elif known.stamp == stamp:
            return known
        else:
            texts = await work.due_lists.texts(
                locality_id,
                after=known.stamp.last_due_day,
                corrected_after=known.stamp.last_correction,
            )
        for task_id, text in texts.items():
            known.add(task_id, text)
        known.stamp = stamp
        self._places[locality_id] = known
        return known
