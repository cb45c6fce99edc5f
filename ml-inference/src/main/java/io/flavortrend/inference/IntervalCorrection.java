package io.flavortrend.inference;

import io.flavortrend.contracts.values.Stage;
import io.flavortrend.inference.modelpackage.Signature;
import io.flavortrend.inference.modelpackage.Signature.Interval;

/**
 * What is taken off the lower end of an interval and added to the upper one, minutes by stage, so
 * that it holds as many deliveries as it says. A stage that is not known gets the widest.
 */
final class IntervalCorrection {
  private static final int STAGES = Stage.values().length;

  private final double[] lower = new double[STAGES + 1];
  private final double[] upper = new double[STAGES + 1];

  IntervalCorrection(Signature signature) {
    lower[STAGES] = Double.NEGATIVE_INFINITY;
    upper[STAGES] = Double.NEGATIVE_INFINITY;
    for (Stage stage : Stage.values()) {
      Interval interval = signature.interval(stage);
      lower[stage.ordinal()] = interval.lowerMinutes();
      upper[stage.ordinal()] = interval.upperMinutes();
      lower[STAGES] = Math.max(lower[STAGES], interval.lowerMinutes());
      upper[STAGES] = Math.max(upper[STAGES], interval.upperMinutes());
    }
  }

  /**
   * @param stage the vector's element; NaN where unknown
   */
  double lowerMinutes(double stage) {
    return lower[index(stage)];
  }

  /**
   * @param stage the vector's element; NaN where unknown
   */
  double upperMinutes(double stage) {
    return upper[index(stage)];
  }

  private static int index(double stage) {
    return stage >= 0 && stage < STAGES ? (int) stage : STAGES;
  }
}
