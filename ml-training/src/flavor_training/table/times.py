"""Times in tables: ISO-8601 or a pattern, also days of a month that nobody named."""

import math
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import numpy as np

from flavor_training.boosting import Floats

_FIELDS = {
    "yyyy": r"(?P<year>\d{4})",
    "MM": r"(?P<month>\d{1,2})",
    "dd": r"(?P<day>\d{1,2})",
    "HH": r"(?P<hour>\d{1,2})",
    "hh": r"(?P<hour>\d{1,2})",
    "mm": r"(?P<minute>\d{1,2})",
    "ss": r"(?P<second>\d{1,2}(?:\.\d+)?)",
    "a": r"(?P<half>[AaPp][Mm])",
}
_TOKEN = re.compile("|".join(sorted(_FIELDS, key=len, reverse=True)) + "|'[^']*'|.", re.S)
_DAY = 1440.0
_HALF_MONTH = 15 * _DAY
_NOON = 12


@dataclass(frozen=True)
class Clock:
    """How times are read; they become minutes since 1970 in UTC.

    A pattern without year and month counts in the month of `anchor`: a day above `days_in_month`
    belongs to the month before, and a time more than half a month away from the row's first time
    to the next month or the one before.
    """

    regex: re.Pattern[str] | None
    zone: str
    local_zone: str
    anchor: date | None
    days_in_month: int
    days_in_previous_month: int

    @staticmethod
    def of(
        pattern: str | None,
        zone: str,
        local_zone: str | None,
        anchor: str | None,
        days_in_month: int,
        days_in_previous_month: int,
    ) -> "Clock":
        """Make a clock of a mapping's keys.

        Raises:
            ValueError: names the key that is wrong
        """
        for name in filter(None, (zone, local_zone)):
            try:
                ZoneInfo(name)
            except (ZoneInfoNotFoundError, ValueError):
                raise ValueError(f"time.zone '{name}' is no time zone") from None
        try:
            day = date.fromisoformat(anchor) if anchor else None
        except ValueError:
            raise ValueError(f"time.anchor '{anchor}' is no date like 2026-04-01") from None
        regex = _regex(pattern) if pattern else None
        return Clock(regex, zone, local_zone or zone, day, days_in_month, days_in_previous_month)

    @property
    def unwraps(self) -> bool:
        """Whether times are days of a month without a name."""
        return (
            self.regex is not None and "(?P<month>" not in self.regex.pattern and bool(self.anchor)
        )

    def minutes(self, text: str, near: float | None = None) -> float:
        """Read a time.

        Args:
            near: minutes of the row's first time, for unwrapping; None where this is the first

        Raises:
            ValueError: when it is no time
        """
        if self.regex is None:
            return _minutes(_aware(datetime.fromisoformat(text.strip()), self.zone))
        match = self.regex.fullmatch(text.strip())
        if not match:
            raise ValueError("does not fit the pattern")
        found = match.groupdict()
        hour = int(found.get("hour") or 0)
        if found.get("half"):
            hour = hour % _NOON + (_NOON if found["half"].lower() == "pm" else 0)
        anchor = self.anchor or date(1970, 1, 1)
        day = int(found.get("day") or anchor.day)
        first = date(
            int(found.get("year") or anchor.year), int(found.get("month") or anchor.month), 1
        )
        if self.unwraps and day > self.days_in_month:
            day -= self.days_in_previous_month
        at = datetime(first.year, first.month, 1) + timedelta(
            days=day - 1,
            hours=hour,
            minutes=int(found.get("minute") or 0),
            seconds=float(found.get("second") or 0),
        )
        value = _minutes(_aware(at, self.zone))
        if near is None:
            return value
        if "day" not in found:
            return value + _DAY if value < near else value
        return self._unwrap(value, near) if self.unwraps else value

    def _unwrap(self, value: float, near: float) -> float:
        if value - near < -_HALF_MONTH:
            return value + self.days_in_month * _DAY
        if value - near > _HALF_MONTH:
            return value - self.days_in_previous_month * _DAY
        return value

    def local(self, minutes: Floats) -> Floats:
        """Give local minutes since 1970, of which hour and weekday are made; NaN stays."""
        known = np.isfinite(minutes)
        hours, place = np.unique(np.floor(minutes[known] / 60), return_inverse=True)
        zone = ZoneInfo(self.local_zone)
        offsets = np.array([_offset(zone, float(hour)) for hour in hours])
        out = minutes.copy()
        if len(hours):
            out[known] += offsets[place]
        return out


def _regex(pattern: str) -> re.Pattern[str]:
    parts = []
    for token in _TOKEN.findall(pattern):
        if token not in _FIELDS and re.match("[A-Za-z]", token):
            raise ValueError(f"time.pattern has '{token}'; known are {', '.join(_FIELDS)}")
        parts.append(_FIELDS.get(token) or re.escape(token.strip("'")))
    return re.compile("".join(parts))


def _aware(at: datetime, zone: str) -> datetime:
    return at if at.tzinfo else at.replace(tzinfo=_zone(zone))


@cache
def _zone(name: str) -> ZoneInfo | timezone:
    return UTC if name == "UTC" else ZoneInfo(name)


def _minutes(at: datetime) -> float:
    return at.timestamp() / 60


def _offset(zone: ZoneInfo, hour: float) -> float:
    offset = datetime.fromtimestamp(hour * 3600, zone).utcoffset()
    return offset.total_seconds() / 60 if offset else math.nan
