package io.flavortrend.inference;

import java.util.List;

/** Makes an answer of what was computed: within bounds, and in order. */
final class EtaBounds {
  /** Nobody is told that an order comes sooner, minutes. */
  static final double SHORTEST_MINUTES = 0.5;

  /** Nobody is told that an order takes longer, minutes. */
  static final double LONGEST_MINUTES = 240;

  static final String BELOW = "below_bounds";
  static final String ABOVE = "above_bounds";
  static final String NOT_FINITE = "not_finite";

  private EtaBounds() {}

  /**
   * The answer. Where the ends of the interval cross the expectation they are moved to it.
   *
   * @param minutes finite, as are the other two
   */
  static Eta answer(double baseline, double minutes, double p10, double p90) {
    double expected = clip(minutes);
    List<String> reasons = reasons(minutes, p10, p90);
    return new Eta(
        expected,
        Math.min(clip(p10), expected),
        Math.max(clip(p90), expected),
        baseline,
        !reasons.isEmpty(),
        reasons);
  }

  /** The baseline's answer in place of one that is no number. */
  static Eta notFinite(Eta baseline) {
    return new Eta(
        baseline.minutes(),
        baseline.p10Minutes(),
        baseline.p90Minutes(),
        baseline.baselineMinutes(),
        true,
        List.of(NOT_FINITE));
  }

  private static List<String> reasons(double minutes, double p10, double p90) {
    boolean below = Math.min(minutes, Math.min(p10, p90)) < SHORTEST_MINUTES;
    boolean above = Math.max(minutes, Math.max(p10, p90)) > LONGEST_MINUTES;
    if (below) {
      return above ? List.of(BELOW, ABOVE) : List.of(BELOW);
    }
    return above ? List.of(ABOVE) : List.of();
  }

  private static double clip(double minutes) {
    return Math.min(LONGEST_MINUTES, Math.max(SHORTEST_MINUTES, minutes));
  }
}
