package io.flavortrend.generator.replay;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a file of deliveries mean. Immutable.
 *
 * @param name names the source; what it brings in is known as {@code name:key}
 * @param delimiter between the columns
 * @param columns column by role; {@link #LINE_NUMBER} as the order's id stands for the row's line
 * @param times where times come from
 * @param timeFormat how they are written
 * @param constants value by role, for roles that have no column
 * @param cityTimezone IANA name given to cities that are not known yet
 * @param vehicle given to couriers
 * @param kilometresPerUnit of the distance column
 * @param filters rows that fail one are left out
 */
record Mapping(
    String name,
    char delimiter,
    Map<Role, String> columns,
    Map<Role, TimeSource> times,
    TimeFormat timeFormat,
    Map<Role, String> constants,
    String cityTimezone,
    String vehicle,
    double kilometresPerUnit,
    List<Filter> filters) {
  /** Instead of a column: the number of the row's line in the file. */
  static final String LINE_NUMBER = "@line";

  /** Defensive copies. */
  Mapping {
    columns = Map.copyOf(columns);
    times = Map.copyOf(times);
    constants = Map.copyOf(constants);
    filters = List.copyOf(filters);
  }

  /** Keeps rows whose column has (or, where {@code drop}, has not) one of the values. */
  record Filter(String column, Set<String> values, boolean drop) {
    boolean keeps(@Nullable String value) {
      return values.contains(value == null ? "" : value) != drop;
    }
  }

  /** True where the order's id is the row's line. */
  boolean idIsLine() {
    return LINE_NUMBER.equals(columns.get(Role.ORDER_ID));
  }

  /**
   * Checks that the file has every column that is named.
   *
   * @param header the file's columns
   * @throws MappingException naming the missing column and those the file has
   */
  void check(List<String> header) throws MappingException {
    for (Map.Entry<Role, String> column : columns.entrySet()) {
      if (!column.getValue().equals(LINE_NUMBER)) {
        check("columns." + column.getKey().key(), column.getValue(), header);
      }
    }
    for (Map.Entry<Role, TimeSource> time : times.entrySet()) {
      for (String column : time.getValue().columns()) {
        check("columns." + time.getKey().key(), column, header);
      }
    }
    for (Filter filter : filters) {
      check("filters", filter.column(), header);
    }
  }

  private void check(String key, String column, List<String> header) throws MappingException {
    if (!header.contains(column)) {
      throw new MappingException(
          "Mapping %s: %s names the column '%s', which the file does not have: it has %s"
              .formatted(name, key, column, String.join(", ", header)));
    }
  }
}
