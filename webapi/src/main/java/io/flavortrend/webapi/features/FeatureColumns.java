package io.flavortrend.webapi.features;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads what the tables of features hold. */
public final class FeatureColumns {
  private FeatureColumns() {}

  /** A feature's value; null where it is unknown, which SQL says by null and a vector by NaN. */
  public static @Nullable Double value(Readable row, String name) {
    Double value = row.get(name, Double.class);
    return value == null || value.isNaN() ? null : value;
  }

  /** Milliseconds from then to now; 0 for what a clock ahead of ours has dated. */
  public static long ageMs(Instant then, Instant now) {
    return Math.max(0, Duration.between(then, now).toMillis());
  }
}
