package io.flavortrend.contracts.codec;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * An instant as ISO-8601 text. The form that everything here writes, {@code
 * 2026-11-22T19:48:30.123456Z} with up to nine decimals or none, is read digit by digit: a change
 * of an order has a dozen of them, and the general parser took a seventh of all that the jobs'
 * processor did. Other forms with an offset are left to that parser.
 */
final class UtcInstant extends StdDeserializer<Instant> {
  private static final int SECONDS_END = 19;
  private static final int MAX_DECIMALS = 9;

  UtcInstant() {
    super(Instant.class);
  }

  @Override
  public Instant deserialize(JsonParser parser, DeserializationContext context) {
    String text = parser.getValueAsString("");
    try {
      Instant plain = plain(text);
      return plain == null ? OffsetDateTime.parse(text).toInstant() : plain;
    } catch (DateTimeException e) {
      return (Instant)
          context.handleWeirdStringValue(
              Instant.class, text, "not an instant such as 2026-11-22T19:48:30.123456Z");
    }
  }

  /** Null for text of any other form; an impossible date or time is an error. */
  static @Nullable Instant plain(String text) {
    int end = text.length() - 1;
    if (end < SECONDS_END
        || text.charAt(end) != 'Z'
        || text.charAt(4) != '-'
        || text.charAt(7) != '-'
        || text.charAt(10) != 'T'
        || text.charAt(13) != ':'
        || text.charAt(16) != ':') {
      return null;
    }
    int year = number(text, 0, 4);
    int month = number(text, 5, 7);
    int day = number(text, 8, 10);
    int hour = number(text, 11, 13);
    int minute = number(text, 14, 16);
    int second = number(text, 17, SECONDS_END);
    int nanos = end == SECONDS_END ? 0 : decimals(text, end);
    if ((year | month | day | hour | minute | second | nanos) < 0
        || hour > 23
        || minute > 59
        || second > 59) {
      return null;
    }
    long days = LocalDate.of(year, month, day).toEpochDay();
    return Instant.ofEpochSecond(days * 86_400 + hour * 3_600 + minute * 60 + second, nanos);
  }

  /** The nanoseconds that stand from the point to {@code end}; negative where there are none. */
  private static int decimals(String text, int end) {
    int count = end - SECONDS_END - 1;
    if (text.charAt(SECONDS_END) != '.' || count < 1 || count > MAX_DECIMALS) {
      return -1;
    }
    int nanos = number(text, SECONDS_END + 1, end);
    for (int i = count; i < MAX_DECIMALS; i++) {
      nanos *= 10;
    }
    return nanos;
  }

  /** The digits from {@code from} to {@code to} as a number; negative where one is no digit. */
  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
