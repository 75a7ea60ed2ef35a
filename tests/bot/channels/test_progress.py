"""Of a reply in parts, what has gone out does not go out again."""

from bot.channels.progress import KEPT, Progress
from storage.values import Address

LAN, MINH = Address("zalo_bot:12345678", "lan"), Address("zalo_bot:12345678", "minh")


def test_it_goes_on_after_what_went_out() -> None:
    progress, out = Progress(), []
    for part in progress.go_on(LAN, "chào", "1", "abc"):
        if part == "b":
            break  # as an error would
        out.append(part)
    out += progress.go_on(LAN, "chào", "1", "abc")
    assert out == ["a", "b", "c"]
    assert list(progress.go_on(LAN, "chào", "1", "abc")) == []


def test_another_reply_begins_anew() -> None:
    progress, whole = Progress(), ["a", "b"]
    others = [(LAN, "chào", "1"), (LAN, "chào", "2"), (MINH, "chào", "1"), (LAN, "hẹn gặp", "1")]
    assert [list(progress.go_on(*each, "ab")) for each in others] == [whole] * 4


def test_it_is_bounded() -> None:
    progress = Progress()
    for number in range(KEPT + 5):
        list(progress.go_on(LAN, "", str(number), "a"))
    left = [list(progress.go_on(LAN, "", key, "a")) for key in (str(KEPT), "5", "4")]
    assert left == [[], [], ["a"]]
