package io.flavortrend.features.city;

/**
 * Demand that the idle couriers cannot serve: the share of the orders waiting for a courier for
 * whom none is idle, in percent.
 *
 * <p>{@code 100 × max(0, waiting − idle) / max(1, waiting)}. One idle courier serves one order: a
 * second one is batched only when a courier is near both, which a city as a whole cannot tell. It
 * is 0 where nothing waits or everybody who waits can be served, 100 where nobody is idle; it never
 * falls when an order more waits, and never rises when a courier more is idle.
 */
final class Pressure {
  private Pressure() {}

  /**
   * The pressure, 0 to 100.
   *
   * @param waiting orders placed and not yet assigned to a courier
   * @param idle couriers who are idle
   */
  static double of(int waiting, int idle) {
    return 100.0 * Math.max(0, waiting - Math.max(0, idle)) / Math.max(1, waiting);
  }
}
