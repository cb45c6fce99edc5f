package io.flavortrend.generator.simulation;

/** One review's draws, one after the other. Not thread-safe. */
final class Words {
  private final Draws draws;
  private final long orderId;
  private long count;

  Words(Draws draws, long orderId) {
    this.draws = draws;
    this.orderId = orderId;
  }

  int index(int size) {
    return draws.index(Cause.WORDS, orderId, count++, size);
  }

  /** True with that probability. */
  boolean happens(double probability) {
    return draws.uniform(Cause.WORDS, orderId, count++) < probability;
  }
}
