import numpy as np
import pytest

from flavor_training.table.times import Clock

APRIL = 20544 * 1440.0


def clock(pattern=None, zone="UTC", local=None, anchor=None, days=31, before=31):
    return Clock.of(pattern, zone, local, anchor, days, before)


def test_reads_iso_with_and_without_zone():
    assert clock().minutes("1970-01-01T01:00:30Z") == 60.5
    assert clock(zone="Africa/Tunis").minutes("1970-01-01 01:00:00") == 0
    assert clock().minutes("1970-01-02") == 1440


def test_reads_patterns():
    assert clock("dd/MM/yyyy hh:mm a").minutes("02/01/1970 01:30 pm") == 1440 + 13.5 * 60
    with pytest.raises(ValueError, match="does not fit"):
        clock("dd/MM/yyyy").minutes("1970-01-01")
    with pytest.raises(ValueError, match="month must be"):
        clock("dd/MM/yyyy").minutes("01/13/1970")


def test_unwraps_days_of_a_month():
    month = clock("dd HH:mm:ss", anchor="2026-04-01", days=30, before=31)
    first = month.minutes("01 00:00:00")
    assert first == APRIL
    assert month.minutes("31 12:00:00") == APRIL - 720
    last = month.minutes("30 23:00:00")
    assert month.minutes("01 01:00:00", near=last) == last + 120
    assert month.minutes("31 23:00:00", near=first) == first - 60


def test_a_time_of_day_goes_over_midnight():
    evening = clock("HH:mm", anchor="2026-04-01")
    placed = evening.minutes("23:50")
    assert evening.minutes("00:20", near=placed) == placed + 30


def test_local_time_follows_the_zone():
    summer = clock(local="America/Los_Angeles")
    local = summer.local(np.array([APRIL, np.nan]))
    assert local[0] == APRIL - 7 * 60
    assert np.isnan(local[1])
