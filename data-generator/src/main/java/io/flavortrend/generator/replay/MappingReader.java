package io.flavortrend.generator.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a mapping file; whatever is wrong is named by its key. */
final class MappingReader {
  private static final double KM_PER_MILE = 1.609344;
  private static final Set<String> VEHICLES = Set.of("bicycle", "scooter", "car");

  private final String file;

  private MappingReader(String file) {
    this.file = file;
  }

  static Mapping read(Path path) throws MappingException {
    MappingReader reader = new MappingReader(String.valueOf(path.getFileName()));
    try {
      return reader.mapping(new YAMLMapper().readTree(Files.readString(path)));
    } catch (JacksonException e) {
      throw reader.wrong("is not YAML: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new MappingException("Mapping %s cannot be read: %s".formatted(path, e.getMessage()));
    }
  }

  private Mapping mapping(JsonNode root) throws MappingException {
    allow(
        root, "", "name", "delimiter", "columns", "time", "constants", "distance_unit", "filters");
    String name = text(root, "name", null);
    if (!name.matches("[a-z0-9][a-z0-9_-]{0,40}")) {
      throw wrong("name is '%s': allowed are lower-case letters, digits, - and _".formatted(name));
    }
    String delimiter = text(root, "delimiter", ",");
    if (delimiter.length() != 1) {
      throw wrong("delimiter is '%s': allowed is one character".formatted(delimiter));
    }
    Map<Role, String> columns = new EnumMap<>(Role.class);
    Map<Role, TimeSource> times = new EnumMap<>(Role.class);
    columns(root.path("columns"), columns, times);
    JsonNode given = root.path("constants");
    Map<Role, String> constants = constants(given);
    require(columns, times, constants);
    return new Mapping(
        name,
        delimiter.charAt(0),
        columns,
        times,
        new TimeFormatReader(file, times).read(root.path("time")),
        constants,
        TimeFormatReader.zone(file, "constants.city_timezone", text(given, "city_timezone", "UTC"))
            .getId(),
        oneOf("constants.vehicle", text(given, "vehicle", "car"), VEHICLES),
        oneOf("distance_unit", text(root, "distance_unit", "km"), Set.of("km", "miles"))
                .equals("km")
            ? 1
            : KM_PER_MILE,
        filters(root.path("filters")));
  }

  private void columns(JsonNode node, Map<Role, String> columns, Map<Role, TimeSource> times)
      throws MappingException {
    List<String> roles = new ArrayList<>();
    for (Role role : Role.values()) {
      roles.add(role.key());
      JsonNode value = node.path(role.key());
      if (value.isMissingNode()) {
        continue;
      }
      String key = "columns." + role.key();
      if (role.isTime()) {
        times.put(role, timeSource(key, role, value));
      } else if (value.isString()) {
        columns.put(role, value.stringValue());
      } else {
        throw wrong(key + " must name a column");
      }
    }
    allow(node, "columns.", roles.toArray(String[]::new));
  }

  private TimeSource timeSource(String key, Role role, JsonNode value) throws MappingException {
    if (value.isString()) {
      return new TimeSource.Written(value.stringValue());
    }
    allow(value, key + ".", "minutes_after_placed", "weekday", "hour");
    if (value.has("minutes_after_placed") && role != Role.PLACED_AT) {
      return new TimeSource.MinutesAfterPlaced(text(value, "minutes_after_placed", null));
    }
    if (value.has("weekday")) {
      return new TimeSource.WeekdayAndHour(text(value, "weekday", null), text(value, "hour", null));
    }
    throw wrong(
        key + " must name a column, or be {minutes_after_placed: …} or {weekday: …, hour: …}");
  }

  private Map<Role, String> constants(JsonNode node) throws MappingException {
    Map<Role, String> constants = new EnumMap<>(Role.class);
    Set<Role> allowed =
        Set.of(Role.CUSTOMER, Role.RESTAURANT, Role.COURIER, Role.CITY, Role.AMOUNT, Role.CURRENCY);
    List<String> keys = new ArrayList<>(List.of("city_timezone", "vehicle"));
    for (Role role : allowed) {
      keys.add(role.key());
      if (node.has(role.key())) {
        constants.put(role, node.path(role.key()).asString());
      }
    }
    allow(node, "constants.", keys.toArray(String[]::new));
    String currency = constants.get(Role.CURRENCY);
    if (currency != null && !currency.matches("[A-Z]{3}")) {
      throw wrong("constants.currency is '%s': allowed is an ISO 4217 code".formatted(currency));
    }
    return constants;
  }

  private void require(
      Map<Role, String> columns, Map<Role, TimeSource> times, Map<Role, String> constants)
      throws MappingException {
    if (!columns.containsKey(Role.ORDER_ID)) {
      throw wrong("columns.order_id is missing: name a column, or \"@line\"");
    }
    if (!times.containsKey(Role.PLACED_AT)) {
      throw wrong("columns.placed_at is missing");
    }
    if (!columns.containsKey(Role.AMOUNT) && !constants.containsKey(Role.AMOUNT)) {
      throw wrong("amount is missing: name columns.amount or set constants.amount");
    }
    if (!constants.containsKey(Role.CURRENCY)) {
      throw wrong("constants.currency is missing: it also stands in where the column has none");
    }
  }

  private List<Mapping.Filter> filters(JsonNode node) throws MappingException {
    List<Mapping.Filter> filters = new ArrayList<>();
    for (JsonNode filter : node) {
      allow(filter, "filters.", "column", "keep", "drop");
      boolean drop = filter.has("drop");
      Set<String> values = new LinkedHashSet<>();
      for (JsonNode value : filter.path(drop ? "drop" : "keep")) {
        values.add(value.asString());
      }
      if (values.isEmpty() || (drop && filter.has("keep"))) {
        throw wrong("each of filters needs a column and a list, either keep or drop");
      }
      filters.add(new Mapping.Filter(text(filter, "column", null), values, drop));
    }
    return filters;
  }

  private String text(JsonNode node, String key, @Nullable String otherwise)
      throws MappingException {
    JsonNode value = node.path(key);
    if (value.isMissingNode() || value.isNull()) {
      if (otherwise != null) {
        return otherwise;
      }
      throw wrong(key + " is missing");
    }
    return value.asString();
  }

  private String oneOf(String key, String value, Set<String> allowed) throws MappingException {
    if (!allowed.contains(value)) {
      throw wrong("%s is '%s': allowed is one of %s".formatted(key, value, new TreeSet<>(allowed)));
    }
    return value;
  }

  private void allow(JsonNode node, String path, String... keys) throws MappingException {
    Set<String> allowed = Set.of(keys);
    for (String key : node.propertyNames()) {
      if (!allowed.contains(key)) {
        throw wrong(
            "%s%s is unknown: allowed is one of %s".formatted(path, key, new TreeSet<>(allowed)));
      }
    }
  }

  private MappingException wrong(String problem) {
    return new MappingException("Mapping %s: %s".formatted(file, problem));
  }
}
