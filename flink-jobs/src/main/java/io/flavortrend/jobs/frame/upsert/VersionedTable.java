package io.flavortrend.jobs.frame.upsert;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table whose rows have a natural key and a version: how to upsert into it.
 *
 * @param name the table with its schema
 * @param keyColumns columns of the primary key
 * @param valueColumns the other columns, without {@code version}
 * @param rows reads a row's values: keys, values, version, in that order
 * @param <T> what becomes a row
 */
public record VersionedTable<T>(
    String name, List<String> keyColumns, List<String> valueColumns, RowReading<T> rows)
    implements Serializable {

  /** Copies the lists into ones that can be sent to the cluster. */
  public VersionedTable {
    keyColumns = List.copyOf(keyColumns);
    valueColumns = List.copyOf(valueColumns);
  }

  /** The statement: an older version changes nothing, the same one may be written again. */
  String upsert() {
    List<String> written = Stream.concat(valueColumns.stream(), Stream.of("version")).toList();
    List<String> all = Stream.concat(keyColumns.stream(), written.stream()).toList();
    return "insert into %s as t (%s) values (%s) on conflict (%s) do update set %s where excluded.version >= t.version"
        .formatted(
            name,
            String.join(", ", all),
            all.stream().map(column -> "?").collect(Collectors.joining(", ")),
            String.join(", ", keyColumns),
            written.stream()
                .map(column -> column + " = excluded." + column)
                .collect(Collectors.joining(", ")));
  }
}
