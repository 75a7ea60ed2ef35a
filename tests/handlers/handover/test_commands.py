"""What officials write about citizens' questions, read as commands."""

import pytest

from handlers.handover.commands import Command, Verb, read_command


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("nhận 5", Command(Verb.TAKE, "vi", 5)),
        ("Nhan so 5 nhe", Command(Verb.TAKE, "vi", 5)),
        ("nhận thay 5", Command(Verb.TAKE_OVER, "vi", 5)),
        ("trả lời 5: được ạ", Command(Verb.ANSWER, "vi", 5, "được ạ")),
        ("tra loi so 5 - mai 8h", Command(Verb.ANSWER, "vi", 5, "mai 8h")),
        ("tl 5 chị qua Văn phòng nhé", Command(Verb.ANSWER, "vi", 5, "chị qua Văn phòng nhé")),
        ("Trả lời người dân 5", Command(Verb.ANSWER, "vi", 5)),
        ("trả lời 5 ngày là ngày làm việc à", None),
        ("trả lời câu 2: được", None),
        ("đóng 5", Command(Verb.CLOSE, "vi", 5)),
        ("lưu câu 5", Command(Verb.SAVE, "vi", 5)),
        ("lưu hỏi đáp 5", Command(Verb.SAVE, "vi", 5)),
        ("trả lời hỏi đáp số 5: Có.", Command(Verb.ANSWER, "vi", 5, "Có.")),
        ("lưu câu 5: Hỏi ở đâu?", Command(Verb.SAVE, "vi", 5, "Hỏi ở đâu?")),
        ("đồng ý", Command(Verb.CONFIRM, "vi")),
        ("hỏi đáp", Command(Verb.LIST, "vi")),
        ("các cuộc trò chuyện đang mở", Command(Verb.LIST, "vi")),
        ("xem hỏi đáp 5", Command(Verb.SHOW, "vi", 5)),
        ("gửi", Command(Verb.SEND, "vi")),
        ("gửi báo cáo trước ngày nào", None),
        ("nhận báo cáo quý 3", None),
        ("đóng góp ý kiến", None),
        ("xem 2", Command(Verb.SHOW_NUMBER, "vi", 2)),
        ("reply to 5: yes", Command(Verb.ANSWER, "en", 5, "yes")),
    ],
)
def test_what_officials_write(text: str, command: Command | None) -> None:
    assert read_command(text) == command
