from knowledge.memo import keep_latest


def test_what_was_made_of_the_same_tuple_is_kept_and_of_a_list_is_not() -> None:
    made: list[object] = []

    @keep_latest
    def count(given: tuple[int, ...] | list[int]) -> int:
        made.append(given)
        return sum(given)

    some, same = (1, 2), [1, 2]
    assert [count(some), count(some), len(made)] == [3, 3, 1]
    assert [count((4, 5)), count(some), len(made)] == [9, 3, 3]
    assert count(same) == 3
    same.append(3)
    assert count(same) == 6
