package io.flavortrend.jobs.dynamicsla;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When an order is later than was predicted: the rule, and nothing else. A prediction holds until
 * the next one, and is broken where the time it allows passes before that and before the order
 * ends. What a prediction has broken no later one mends.
 */
final class Lateness {
  private Lateness() {}

  /**
   * Judges an order by all that is known of it; the sequence of arrival makes no difference.
   *
   * @param tolerance microseconds that every prediction is allowed at least
   * @param provenThrough event time in milliseconds through which the order's log is complete
   * @return null where no prediction is broken by then
   */
  static @Nullable Finding of(TrackedOrder order, long tolerance, long provenThrough) {
    List<Prediction> made = order.champions();
    for (int i = 0; i < made.size(); i++) {
      Prediction prediction = made.get(i);
      long due = due(prediction, tolerance);
      boolean last = i == made.size() - 1;
      long until = last ? order.end() : made.get(i + 1).eventTime();
      if (due < until && (until != Long.MAX_VALUE || Micros.millis(due) <= provenThrough)) {
        return Finding.ended(order, prediction, due - prediction.predicted(), due, due, due);
      }
    }
    return null;
  }

  /**
   * Event time in milliseconds at which the newest prediction of an open order is broken; {@link
   * Long#MAX_VALUE} where there is none.
   */
  static long dueMillis(TrackedOrder order, long tolerance) {
    List<Prediction> made = order.champions();
    return made.isEmpty() || !order.open()
        ? Long.MAX_VALUE
        : Micros.millis(due(made.get(made.size() - 1), tolerance));
  }

  private static long due(Prediction prediction, long tolerance) {
    return prediction.predicted() + Math.max(tolerance, prediction.p90() - prediction.predicted());
  }
}
