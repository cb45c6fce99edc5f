package io.flavortrend.jobs.orderenrichment;

import org.jspecify.annotations.Nullable;

/**
 * An order with its weather. Kept in Flink's state: a field may be added, none renamed.
 *
 * @param weather null where no observation was known
 * @param capped true where the answer did not wait until the weather was known to be complete
 * @param corrections answers with other weather since the first
 */
public record WeatheredOrder(
    OrderVersion order, @Nullable Observation weather, boolean capped, int corrections) {

  private static final int MOST_WEATHER_CORRECTIONS = 7;

  /** Versions of one change: sixteen, of which the last bit is the lookup's correction. */
  private static final int VERSIONS_OF_A_CHANGE = 16;

  /** The row's order id: what its lookups are kept under. */
  public long orderId() {
    return order.row().id();
  }

  /**
   * The version: the change's log position, then corrections. Beyond seven corrections of the
   * weather the newest answer wins by coming last.
   *
   * @param lookupCorrected true where the lookups came after an answer without them
   */
  long version(boolean lookupCorrected) {
    return Math.multiplyExact(order.lsn(), (long) VERSIONS_OF_A_CHANGE)
        + 2L * Math.min(corrections, MOST_WEATHER_CORRECTIONS)
        + (lookupCorrected ? 1 : 0);
  }
}
