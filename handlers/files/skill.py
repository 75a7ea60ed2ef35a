"""Files without a word that no other skill has a use for: what became of them is said."""

from handlers.files.wording import STICKER, count_words, say_refusals
from handlers.messages import Reply
from handlers.texts import say
from handlers.turn import Effect, Turn, only_say


class FilesSkill:
    """Answer files that came alone; to be asked last."""

    async def take(self, turn: Turn) -> Effect | None:
        """Say what was received and what was not kept."""
        files = [each for each in turn.message.attachments if each.kind != STICKER]
        if not files or any(letter.isalnum() for letter in turn.text):
            return None
        kept = [each for each in files if each.file_id is not None]
        told = [
            say_refusals(files, turn.language),
            _tell_kept(turn, count_words(kept, turn.language)),
        ]
        return only_say(Reply("\n".join(filter(None, told))))


def _tell_kept(turn: Turn, count: str) -> str | None:
    if not count:
        return None
    key = "files_unused_officer" if turn.person else "files_unused"
    return say(key, turn.language, count=count)
