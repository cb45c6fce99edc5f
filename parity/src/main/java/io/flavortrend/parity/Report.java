package io.flavortrend.parity;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts what was compared and keeps the first differences. Not thread-safe. */
final class Report {
  private static final int KEPT = 50;

  private final List<Difference> differences = new ArrayList<>();
  private long predictions;
  private long flagged;
  private long incomparable;
  private long different;
  private long features;
  private long featuresDifferent;

  /**
   * One element or feature that came out otherwise.
   *
   * @param what {@code order/stage}, or {@code entity/id@instant} of a feature
   * @param published null for unknown
   * @param recomputed null for unknown
   */
  record Difference(
      String what, String name, @Nullable Double published, @Nullable Double recomputed) {}

  /**
   * What was found.
   *
   * @param predictions that were compared
   * @param flagged of these say themselves that something was late
   * @param different of these differ, though they do not say so
   * @param incomparable their enriched order is no longer, or not yet, in its topic
   * @param features values of features that were folded anew from the captured changes
   * @param featuresDifferent of these differ
   */
  record Summary(
      long predictions,
      long flagged,
      long different,
      long incomparable,
      long features,
      long featuresDifferent,
      List<Difference> differences) {

    /** Share of the predictions that came out the same. */
    double shareEqual() {
      return predictions == 0 ? 1 : 1 - (double) different / predictions;
    }
  }

  void incomparable() {
    incomparable++;
  }

  void compared(boolean late, List<Difference> found) {
    predictions++;
    flagged += late ? 1 : 0;
    if (!found.isEmpty() && !late) {
      different++;
      keep(found);
    }
  }

  void feature(@Nullable Difference found) {
    features++;
    if (found != null) {
      featuresDifferent++;
      keep(List.of(found));
    }
  }

  Summary summary() {
    return new Summary(
        predictions,
        flagged,
        different,
        incomparable,
        features,
        featuresDifferent,
        List.copyOf(differences));
  }

  private void keep(List<Difference> found) {
    for (Difference difference : found) {
      if (differences.size() < KEPT) {
        differences.add(difference);
      }
    }
  }
}
