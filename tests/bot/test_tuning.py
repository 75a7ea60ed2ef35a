import gc
import sys

from bot.tuning import SWITCH, keep_pauses_short


def test_what_stands_is_left_out_of_collections_while_it_runs() -> None:
    before, frozen = sys.getswitchinterval(), gc.get_freeze_count()
    with keep_pauses_short():
        assert gc.get_freeze_count() > frozen + 10_000
        assert sys.getswitchinterval() <= SWITCH * 1.01
    assert sys.getswitchinterval() == before
    assert gc.get_freeze_count() == 0
