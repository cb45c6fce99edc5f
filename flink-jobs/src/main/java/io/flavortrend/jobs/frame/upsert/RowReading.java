package io.flavortrend.jobs.frame.upsert;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of a row as JDBC takes them: whole numbers, decimals, text, OffsetDateTime.
 *
 * @param <T> what becomes a row
 */
@FunctionalInterface
public interface RowReading<T> extends Serializable {
  /** Keys, values and last the version, a Long. */
  List<@Nullable Object> row(T value);
}
