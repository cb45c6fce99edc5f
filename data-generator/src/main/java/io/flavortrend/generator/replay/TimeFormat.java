package io.flavortrend.generator.replay;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How times are written in a file. Immutable and thread-safe.
 *
 * @param formatter parses a time
 * @param zone of times that carry no offset
 * @param month the month that bare days of the month belong to; null where times carry their date
 * @param week first day of the week into which weekdays are set; null where there are none
 */
record TimeFormat(
    DateTimeFormatter formatter,
    ZoneId zone,
    @Nullable AnchorMonth month,
    @Nullable LocalDate week) {

  /**
   * The month of which a file gives the days only.
   *
   * @param first its first day
   * @param days how many it has: a higher day belongs to the month before
   * @param daysBefore how many the month before has
   */
  record AnchorMonth(LocalDate first, int days, int daysBefore) {}

  /**
   * Parses a time.
   *
   * @throws DateTimeException when the text is none
   */
  Instant parse(String text) {
    TemporalAccessor parsed = formatter.parse(text);
    if (month == null) {
      TemporalAccessor best =
          formatter.parseBest(text, ZonedDateTime::from, LocalDateTime::from, LocalDate::from);
      if (best instanceof ZonedDateTime zoned) {
        return zoned.toInstant();
      }
      if (best instanceof LocalDateTime local) {
        return local.atZone(zone).toInstant();
      }
      return LocalDate.from(best).atStartOfDay(zone).toInstant();
    }
    int day = parsed.get(ChronoField.DAY_OF_MONTH);
    int offset = day > month.days() ? day - month.daysBefore() : day;
    LocalDate date = month.first().plusDays(offset - 1L);
    return date.atTime(LocalTime.from(parsed)).atZone(zone).toInstant();
  }

  /**
   * The same time of the month in the month in which it is nearest to when the order was placed:
   * what is delivered on the 2nd was ordered on the 30th of the month before, not 28 days later.
   */
  Instant unwrap(Instant time, Instant placed) {
    if (month == null) {
      return time;
    }
    long monthSeconds = month.days() * 86_400L;
    return placed.getEpochSecond() - time.getEpochSecond() > monthSeconds / 2
        ? time.plusSeconds(monthSeconds)
        : time;
  }

  /**
   * A weekday and a decimal hour in the anchor week.
   *
   * @throws DateTimeException when either is none
   */
  Instant weekday(String weekday, String hour) {
    if (week == null) {
      throw new DateTimeException("no anchor week");
    }
    double hours;
    try {
      hours = Double.parseDouble(hour);
    } catch (NumberFormatException e) {
      throw new DateTimeException("'%s' is no hour".formatted(hour), e);
    }
    if (!(hours >= 0 && hours < 24)) {
      throw new DateTimeException("'%s' is no hour of a day".formatted(hour));
    }
    LocalDate date = week;
    DayOfWeek wanted = dayOfWeek(weekday);
    while (date.getDayOfWeek() != wanted) {
      date = date.plusDays(1);
    }
    return date.atStartOfDay(zone).toInstant().plusMillis(Math.round(hours * 3_600_000));
  }

  private static DayOfWeek dayOfWeek(String text) {
    String wanted = text.toUpperCase(Locale.ROOT);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (wanted.length() >= 3 && day.name().startsWith(wanted)) {
        return day;
      }
    }
    throw new DateTimeException("'%s' is no day of the week".formatted(text));
  }
}
