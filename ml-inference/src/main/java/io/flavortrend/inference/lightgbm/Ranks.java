package io.flavortrend.inference.lightgbm;

import java.util.List;
import java.util.Random;

/**
 * A row's numbers as whole ones that trees compare with: where a number stands among the thresholds
 * of its feature, and whether a category belongs to a set. Immutable.
 *
 * <p>A feature has three columns, which differ in what unknown is: a split sends it to the left, or
 * to the right, or takes it for 0, as LightGBM does where training knew no missing value of the
 * feature.
 */
final class Ranks {
  /** What is no further from zero is zero to LightGBM (kZeroThreshold, a float). */
  private static final double ZERO = 1e-35f;

  private final double[][] thresholds;
  private final CategorySet[] sets;

  /**
   * @param thresholds by feature those that splits compare it with, each once, ascending
   * @param sets the category sets that splits ask for
   */
  Ranks(double[][] thresholds, List<CategorySet> sets) {
    this.thresholds = thresholds;
    this.sets = sets.toArray(CategorySet[]::new);
  }

  /** What unknown is to a split. */
  enum Unknown {
    LEFT,
    RIGHT,
    ZERO
  }

  /**
   * Categories of a feature that go to the left.
   *
   * @param bits from 0 on, 32 in a number
   */
  record CategorySet(int feature, List<Integer> bits) {
    /** As LightGBM asks: unknown is in no set, what is between two categories is the lower one. */
    boolean contains(double value) {
      int category = (int) value;
      return !Double.isNaN(value)
          && category >= 0
          && category < bits.size() * Integer.SIZE
          && (bits.get(category / Integer.SIZE) >>> (category % Integer.SIZE) & 1) == 1;
    }
  }

  int columns() {
    return thresholds.length * Unknown.values().length + sets.length;
  }

  /** The column in which a split of numbers finds its feature's rank. */
  static int column(int feature, Unknown unknown) {
    return feature * Unknown.values().length + unknown.ordinal();
  }

  /** The column in which a split of categories finds 0 for those of the set and 1 for others. */
  int column(CategorySet set) {
    for (int i = 0; i < sets.length; i++) {
      if (sets[i].equals(set)) {
        return thresholds.length * Unknown.values().length + i;
      }
    }
    throw new IllegalArgumentException("Not one of the sets: " + set);
  }

  /** The rank of one of a feature's thresholds: a number is not above it where its rank is not. */
  int rank(int feature, double threshold) {
    return below(thresholds[feature], threshold);
  }

  /** Writes a row's columns. */
  void of(double[] values, int[] columns) {
    int at = 0;
    for (int feature = 0; feature < thresholds.length; feature++) {
      double[] ladder = thresholds[feature];
      double value = values[feature];
      if (Double.isNaN(value)) {
        columns[at++] = -1;
        columns[at++] = ladder.length;
        columns[at++] = below(ladder, 0);
      } else {
        int rank = below(ladder, Math.abs(value) <= ZERO ? 0 : value);
        columns[at++] = rank;
        columns[at++] = rank;
        columns[at++] = rank;
      }
    }
    for (CategorySet set : sets) {
      columns[at++] = set.contains(values[set.feature()]) ? 0 : 1;
    }
  }

  /** Rows of thresholds, of what is next to them, of unknown ones and of small whole numbers. */
  double[][] edges(int count) {
    Random random = new Random(count);
    double[][] rows = new double[count][thresholds.length];
    for (double[] row : rows) {
      for (int feature = 0; feature < row.length; feature++) {
        double[] ladder = thresholds[feature];
        double edge = ladder.length == 0 ? 0 : ladder[random.nextInt(ladder.length)];
        row[feature] =
            switch (random.nextInt(5)) {
              case 0 -> edge;
              case 1 -> Math.nextUp(edge);
              case 2 -> Math.nextDown(edge);
              case 3 -> random.nextInt(12) - 1;
              default -> Double.NaN;
            };
      }
    }
    return rows;
  }

  /** How many are less than the value: halving without a branch that depends on it. */
  private static int below(double[] ladder, double value) {
    int from = 0;
    int length = ladder.length;
    while (length > 0) {
      int half = length >>> 1;
      boolean less = ladder[from + half] < value;
      from = less ? from + half + 1 : from;
      length = less ? length - half - 1 : half;
    }
    return from;
  }
}
