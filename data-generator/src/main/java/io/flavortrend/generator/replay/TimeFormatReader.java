package io.flavortrend.generator.replay;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the {@code time} part of a mapping file. */
final class TimeFormatReader {
  private static final Set<String> KEYS =
      Set.of("pattern", "zone", "anchor", "days_in_month", "days_in_previous_month", "anchor_week");

  private final String file;
  private final Map<Role, TimeSource> times;

  TimeFormatReader(String file, Map<Role, TimeSource> times) {
    this.file = file;
    this.times = times;
  }

  TimeFormat read(JsonNode node) throws MappingException {
    for (String key : node.propertyNames()) {
      if (!KEYS.contains(key)) {
        throw wrong("time.%s is unknown: allowed is one of %s".formatted(key, new TreeSet<>(KEYS)));
      }
    }
    boolean weekdays =
        times.values().stream().anyMatch(time -> time instanceof TimeSource.WeekdayAndHour);
    LocalDate week = date(node, "anchor_week");
    if (weekdays && week == null) {
      throw wrong("time.anchor_week is missing: the first day of the week that weekdays fall into");
    }
    return new TimeFormat(
        formatter(node.path("pattern").asString("yyyy-MM-dd HH:mm:ss")),
        zone(file, "time.zone", node.path("zone").asString("UTC")),
        month(node),
        week);
  }

  private TimeFormat.@Nullable AnchorMonth month(JsonNode node) throws MappingException {
    LocalDate anchor = date(node, "anchor");
    if (anchor == null) {
      return null;
    }
    return new TimeFormat.AnchorMonth(
        anchor,
        days(node, "days_in_month", anchor.lengthOfMonth()),
        days(node, "days_in_previous_month", anchor.minusDays(1).lengthOfMonth()));
  }

  private int days(JsonNode node, String key, int otherwise) throws MappingException {
    int days = node.path(key).asInt(otherwise);
    if (days < 28 || days > 31) {
      throw wrong("time.%s is %d: allowed is 28 to 31".formatted(key, days));
    }
    return days;
  }

  private @Nullable LocalDate date(JsonNode node, String key) throws MappingException {
    if (!node.has(key)) {
      return null;
    }
    String text = node.path(key).asString();
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw wrong("time.%s is '%s': allowed is a date like 2026-04-01".formatted(key, text));
    }
  }

  private DateTimeFormatter formatter(String pattern) throws MappingException {
    try {
      return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    } catch (IllegalArgumentException e) {
      throw wrong(
          "time.pattern is '%s': allowed is a pattern like yyyy-MM-dd HH:mm:ss".formatted(pattern));
    }
  }

  static ZoneId zone(String file, String key, String name) throws MappingException {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new MappingException(
          "Mapping %s: %s is '%s': allowed is a zone like Africa/Tunis".formatted(file, key, name));
    }
  }

  private MappingException wrong(String problem) {
    return new MappingException("Mapping %s: %s".formatted(file, problem));
  }
}
