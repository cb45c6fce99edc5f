package io.flavortrend.inference.drift;

import java.util.List;

/**
 * How one feature was distributed in training. The last bin is of values that were missing.
 *
 * @param edges of a number the inner edges of its bins, rising, where a value equal to an edge lies
 *     below it; of a category the codes
 * @param shares of the training rows by bin, summing up to 1; one more than edges for a number, as
 *     many as codes for a category; then the missing
 * @param category whether the bins are codes
 */
public record FeatureFingerprint(List<Double> edges, List<Double> shares, boolean category) {

  /** The number of bins, that of the missing included. */
  public int bins() {
    return shares.size();
  }

  /**
   * The bin of a value. A code that training never saw is missing: it is to the model.
   *
   * @param value NaN where missing
   */
  public int bin(double value) {
    int missing = bins() - 1;
    if (Double.isNaN(value)) {
      return missing;
    }
    if (category) {
      int code = edges.indexOf(value);
      return code < 0 ? missing : code;
    }
    int below = 0;
    while (below < edges.size() && edges.get(below) < value) {
      below++;
    }
    return below;
  }
}
