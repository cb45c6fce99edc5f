package io.flavortrend.generator.simulation;

import org.jspecify.annotations.Nullable;

/**
 * How many orders are placed, and how long they live.
 *
 * @param ordersPerSecond the mean over the week, or the exact rate where constant
 * @param constant true: evenly spaced orders, whatever the hour, as benchmarks need them
 * @param lifecycleSeconds how long an order lives on average, all stages compressed alike; null: as
 *     long as real ones do
 */
public record Pace(double ordersPerSecond, boolean constant, @Nullable Double lifecycleSeconds) {
  /** How long an order lives on average without compression, in seconds. */
  public static final double NATURAL_LIFE_SECONDS = 1_900;

  /** The highest rate that may be asked for. */
  public static final double MAX_ORDERS_PER_SECOND = 10_000;

  /** The factor by which stages are shortened: 1 where orders live as long as real ones. */
  public double scale() {
    return lifecycleSeconds == null ? 1 : lifecycleSeconds / NATURAL_LIFE_SECONDS;
  }
}
