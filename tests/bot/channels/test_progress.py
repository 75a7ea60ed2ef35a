"""Of a reply in parts, what has gone out does not go out again."""

from bot.channels.progress import KEPT, Progress


def test_it_goes_on_after_what_went_out() -> None:
    progress, out = Progress(), []
    for part in progress.go_on("1", "abc"):
        if part == "b":
            break  # as an error would
        out.append(part)
    out += progress.go_on("1", "abc")
    assert out == ["a", "b", "c"]
    assert list(progress.go_on("1", "abc")) == []
    assert list(progress.go_on("2", "abc")) == ["a", "b", "c"]


def test_it_is_bounded() -> None:
    progress = Progress()
    for number in range(KEPT + 5):
        list(progress.go_on(str(number), "a"))
    left = [list(progress.go_on(mark, "a")) for mark in (str(KEPT), "5", "4")]
    assert left == [[], [], ["a"]]
