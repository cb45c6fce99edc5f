package io.flavortrend.generator.simulation;

/** How much more or less than on the mean of the week a market orders at a time. */
@FunctionalInterface
interface Appetite {
  /**
   * The factor, 1 on average.
   *
   * @param market index of the market
   * @param at microseconds since 1970
   */
  double factor(int market, long at);
}
