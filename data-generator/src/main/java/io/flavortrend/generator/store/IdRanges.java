package io.flavortrend.generator.store;

/** Who gives which ids, so that the simulation and a replay never meet. */
public final class IdRanges {
  /** Rows brought in by a replay into a live database have ids above this. */
  public static final long REPLAY = 1_000_000_000_000L;

  private IdRanges() {}
}
