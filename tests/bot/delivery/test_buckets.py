"""The token bucket, with moments that the test gives."""

import datetime as dt

from bot.delivery.buckets import TokenBucket

NOON = dt.datetime(2026, 11, 23, 5, 0, tzinfo=dt.UTC)


def after(seconds: float) -> dt.datetime:
    return NOON + dt.timedelta(seconds=seconds)


def test_a_burst_then_the_rate() -> None:
    bucket = TokenBucket(rate=2, burst=3)
    assert [bucket.take(now=NOON) for _ in range(4)] == [True, True, True, False]
    assert not bucket.take(now=after(0.4))
    assert bucket.take(now=after(0.5))
    assert bucket.room(9, now=after(60)) == 3
    assert bucket.room(2, now=after(60)) == 2


def test_no_more_than_the_rate_over_a_minute() -> None:
    bucket = TokenBucket(rate=5, burst=5)
    sent = sum(bucket.take(now=after(tick / 100)) for tick in range(6000))
    assert 300 <= sent <= 305


def test_closed_it_lets_nothing_through_and_starts_empty() -> None:
    bucket = TokenBucket(rate=1, burst=10)
    bucket.close(after(30))
    bucket.close(after(20))  # a shorter pause does not end a longer one
    assert not bucket.room(5, now=after(29))
    assert not bucket.room(5, now=after(30))
    assert bucket.room(5, now=after(32)) == 2


def test_without_a_rate_all_pass_unless_closed() -> None:
    bucket = TokenBucket()
    assert bucket.room(1000, now=NOON) == 1000
    bucket.close(after(5))
    assert not bucket.take(now=after(4))
    assert bucket.take(now=after(5))


def test_a_clock_set_back_gives_no_tokens() -> None:
    bucket = TokenBucket(rate=1, burst=1)
    assert bucket.take(now=after(10))
    assert not bucket.take(now=NOON)
    assert not bucket.take(now=after(10.5))
    assert bucket.take(now=after(11))


def test_a_clock_set_back_by_hours_stops_nothing_for_hours() -> None:
    bucket, back = TokenBucket(rate=1, burst=1), -7 * 3600
    assert bucket.take(now=NOON)
    assert not bucket.take(now=after(back))
    assert bucket.take(now=after(back + 1))
    bucket.close(after(back + 30))
    assert not bucket.take(now=after(back + 29))
    assert not bucket.take(now=after(2 * back + 29))  # set back once more
    assert bucket.take(now=after(2 * back + 32))
