package io.flavortrend.jobs.sql;

import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.LogicalTypeFamily;
import org.apache.flink.table.types.logical.LogicalTypeRoot;
import org.jspecify.annotations.Nullable;

/** Values of SQL as the numbers that a model reads. */
final class Numbers {
  private Numbers() {}

  /** Whether values of the type are numbers to a model. */
  static boolean allowed(LogicalType type) {
    return type.is(LogicalTypeFamily.NUMERIC) || type.is(LogicalTypeRoot.BOOLEAN);
  }

  /**
   * The number.
   *
   * @param value in Flink's internal form, of an allowed type
   * @return NaN for null, 1 for true
   */
  static double of(@Nullable Object value) {
    if (value == null) {
      return Double.NaN;
    }
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    if (value instanceof DecimalData decimal) {
      return decimal.toBigDecimal().doubleValue();
    }
    if (value instanceof Boolean truth) {
      return truth ? 1 : 0;
    }
    throw new IllegalArgumentException("No number: " + value.getClass());
  }
}
