"""Which scopes are kept."""

from handlers.library.cache import ScopeCache


def build(most: int) -> ScopeCache[str]:
    return ScopeCache[str](most, size_of=len)


def test_a_scope_is_given_at_its_revision_only() -> None:
    cache = build(10)
    cache.put("a", 1, "xx")
    assert cache.get("a", 1) == "xx"
    assert cache.get("a", 2) is None
    assert cache.get("b", 1) is None


def test_a_newer_revision_takes_the_place_and_the_room_of_the_older() -> None:
    cache = build(10)
    for revision in range(20):
        cache.put("a", revision, "xxxxx")
    cache.put("b", 1, "yyyyy")
    assert cache.get("a", 19) == "xxxxx"
    assert cache.get("a", 18) is None
    assert cache.get("b", 1) == "yyyyy"


def test_the_longest_unused_go_when_there_is_too_much() -> None:
    cache = build(10)
    for name in "abc":
        cache.put(name, 1, "xxx")
    assert cache.get("a", 1)
    cache.put("d", 1, "xxxx")
    assert [cache.get(name, 1) for name in "abcd"] == ["xxx", None, "xxx", "xxxx"]


def test_one_that_is_too_large_stays_alone() -> None:
    cache = build(10)
    cache.put("a", 1, "xxx")
    cache.put("b", 1, "x" * 50)
    assert (cache.get("a", 1), cache.get("b", 1)) == (None, "x" * 50)
    cache.put("c", 1, "xxx")
    assert (cache.get("b", 1), cache.get("c", 1)) == (None, "xxx")


def test_many_small_ones_are_kept() -> None:
    cache = build(200)
    for number in range(200):
        cache.put(number, 1, "x")
    assert all(cache.get(number, 1) for number in range(200))
