package io.flavortrend.inference.agreement;

import io.flavortrend.features.vector.EtaVector;
import io.flavortrend.features.vector.VectorElement;

/**
 * Vectors that Java and Python make alike (vectors.py in ml-training's tests): numbers are
 * multiples of 1/256, a tenth is NaN, codes are −1, the known ones, and two that are not known.
 */
final class AgreementVectors {
  private static final long MULTIPLIER = 6364136223846793005L;
  private static final long INCREMENT = 1442695040888963407L;
  private static final double UNKNOWN = 0.1;

  private long state;

  AgreementVectors(long seed) {
    state = seed;
  }

  /** So many more. */
  double[][] next(int count) {
    double[][] vectors = new double[count][];
    for (int i = 0; i < count; i++) {
      vectors[i] = EtaVector.all().stream().mapToDouble(this::value).toArray();
    }
    return vectors;
  }

  private double value(VectorElement element) {
    boolean unknown = share() < UNKNOWN;
    double share = share();
    if (unknown) {
      return Double.NaN;
    }
    int categories = element.categories().size();
    return categories > 0
        ? Math.floor(share * (categories + 3)) - 1
        : Math.floor(share * 4096) / 256 - 1;
  }

  private double share() {
    state = state * MULTIPLIER + INCREMENT;
    return (state >>> 40) / (double) (1 << 24);
  }
}
