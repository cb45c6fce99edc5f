package io.flavortrend.inference.drift;

import java.util.List;
import java.util.Optional;

/**
 * How far a feature's observed values are from those of training.
 *
 * @param psi population stability index over all bins, the missing too: below 0.1 nothing has
 *     happened, above 0.25 much has
 * @param ks Kolmogorov–Smirnov: the largest difference of the two cumulated shares, 0 to 1, among
 *     the values that are not missing; 0 for categories, which have no order
 * @param count values observed
 */
public record Drift(double psi, double ks, long count) {
  /**
   * With fewer values nothing is said. With as many, chance alone brings the index to about 10 bins
   * / 500 = 0.02.
   */
  public static final long MIN_COUNT = 500;

  /** An empty bin counts as half of a value in a thousand, for its logarithm's sake. */
  private static final double LEAST_SHARE = 5e-4;

  /**
   * Compares.
   *
   * @param trained the feature's fingerprint
   * @param counts of observed values by {@link FeatureFingerprint#bin}
   * @return empty where fewer than {@link #MIN_COUNT} were observed
   */
  public static Optional<Drift> of(FeatureFingerprint trained, List<Long> counts) {
    if (counts.size() != trained.bins()) {
      throw new IllegalArgumentException(
          "%d counts for %d bins".formatted(counts.size(), trained.bins()));
    }
    long count = counts.stream().mapToLong(Long::longValue).sum();
    if (count < MIN_COUNT) {
      return Optional.empty();
    }
    return Optional.of(
        new Drift(
            psi(trained, counts, count), trained.category() ? 0 : ks(trained, counts), count));
  }

  private static double psi(FeatureFingerprint trained, List<Long> counts, long count) {
    double psi = 0;
    for (int bin = 0; bin < trained.bins(); bin++) {
      double expected = Math.max(LEAST_SHARE, trained.shares().get(bin));
      double observed = Math.max(LEAST_SHARE, (double) counts.get(bin) / count);
      psi += (observed - expected) * Math.log(observed / expected);
    }
    return psi;
  }

  private static double ks(FeatureFingerprint trained, List<Long> counts) {
    int present = trained.bins() - 1;
    double expectedPresent = 1 - trained.shares().get(present);
    long observedPresent = counts.subList(0, present).stream().mapToLong(Long::longValue).sum();
    if (observedPresent == 0 || expectedPresent <= LEAST_SHARE) {
      return 0;
    }
    double expected = 0;
    double observed = 0;
    double largest = 0;
    for (int bin = 0; bin < present; bin++) {
      expected += trained.shares().get(bin) / expectedPresent;
      observed += (double) counts.get(bin) / observedPresent;
      largest = Math.max(largest, Math.abs(expected - observed));
    }
    return largest;
  }
}
