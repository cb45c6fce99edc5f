package io.flavortrend.webapi.time;

import io.flavortrend.webapi.problems.Problems;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A half-open period: {@code from} belongs to it, {@code to} does not. Bounded, because an answer
 * reads or holds every minute of it.
 */
public record Period(Instant from, Instant to) {
  private static final int DEFAULT_MINUTES = 60;
  private static final int MAX_MINUTES = 24 * 60;
  private static final Duration MAX_ALL_CITIES = Duration.ofHours(48);
  private static final Duration MAX_ONE_CITY = Duration.ofDays(31);

  /**
   * The period of a request: from and to, or the last minutes including the running one.
   *
   * @throws org.springframework.web.ErrorResponseException 400 naming the parameter
   */
  public static Period of(
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable Integer minutes,
      Instant now,
      boolean oneCity) {
    if (from == null && to == null) {
      int length = minutes == null ? DEFAULT_MINUTES : minutes;
      if (length < 1 || length > MAX_MINUTES) {
        throw Problems.badParameter(
            "minutes", length, "a whole number from 1 to %d".formatted(MAX_MINUTES));
      }
      Instant end = now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
      return new Period(end.minus(length, ChronoUnit.MINUTES), end);
    }
    if (minutes != null) {
      throw Problems.badParameter("minutes", minutes, "nothing beside from and to");
    }
    if (from == null) {
      throw Problems.badParameter("from", "", "an ISO-8601 instant where 'to' is given");
    }
    Instant end = to == null ? now.plus(1, ChronoUnit.MINUTES) : to;
    if (!from.isBefore(end)) {
      throw Problems.badParameter("from", from, "an instant before %s".formatted(end));
    }
    Duration longest = oneCity ? MAX_ONE_CITY : MAX_ALL_CITIES;
    if (Duration.between(from, end).compareTo(longest) > 0) {
      throw Problems.badParameter(
          "from",
          from,
          "at most %d h before 'to'%s"
              .formatted(longest.toHours(), oneCity ? "" : ", or 744 h with one city"));
    }
    return new Period(from, end);
  }
}
