package io.flavortrend.jobs.dynamicsla;

import io.flavortrend.contracts.values.DynamicSlaViolation.State;
import org.jspecify.annotations.Nullable;

/**
 * When predictions warn of a broken promise: the rule, and nothing else. A warning is raised where
 * a prediction passes the promise by the margin while there is still time, follows the predictions
 * after it, and is taken back by one that keeps the promise: in between nothing flickers.
 */
final class EarlyWarning {
  private EarlyWarning() {}

  /**
   * Judges an order by all that is known of it; the sequence of arrival makes no difference.
   *
   * @param margin microseconds by which a prediction must pass the promise
   * @return null where nothing was ever warned of
   */
  static @Nullable Finding of(TrackedOrder order, long margin) {
    long promised = order.told().promised();
    if (promised == Micros.NONE) {
      return null;
    }
    Finding found = null;
    for (Prediction prediction : order.champions()) {
      if (found != null && found.state() == State.OPEN) {
        found = follow(found, prediction, promised);
      } else if (warns(prediction, promised, margin)) {
        found = row(State.OPEN, prediction, promised, prediction.eventTime());
      }
    }
    return found == null || found.state() == State.WITHDRAWN
        ? found
        : Finding.ended(order, found.basis(), 0, promised, found.raised(), found.eventTime());
  }

  private static Finding follow(Finding found, Prediction prediction, long promised) {
    State state = prediction.predicted() <= promised ? State.WITHDRAWN : State.OPEN;
    return row(state, prediction, promised, found.raised());
  }

  private static boolean warns(Prediction prediction, long promised, long margin) {
    long overrun = prediction.predicted() - promised;
    return overrun > 0 && overrun >= margin && prediction.eventTime() < promised;
  }

  private static Finding row(State state, Prediction basis, long promised, long raised) {
    return new Finding(state, basis, 0, promised, raised, basis.eventTime());
  }
}
