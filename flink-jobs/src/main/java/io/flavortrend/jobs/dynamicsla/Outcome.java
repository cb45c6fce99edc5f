package io.flavortrend.jobs.dynamicsla;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a prediction. Pure.
 *
 * @param delivered when the order was delivered, microseconds since the epoch
 */
record Outcome(Prediction prediction, int cityId, long restaurantId, long delivered) {

  /**
   * The outcomes of an order's predictions, of both roles: none while it is not delivered, none of
   * a prediction that is dated after the delivery.
   *
   * @param order null where it is not known
   */
  static List<Outcome> of(@Nullable TrackedOrder order) {
    if (order == null || order.delivered() == Micros.NONE) {
      return List.of();
    }
    List<Outcome> outcomes = new ArrayList<>(order.predictions().size());
    for (Prediction prediction : order.predictions()) {
      if (prediction.eventTime() <= order.delivered()) {
        outcomes.add(
            new Outcome(
                prediction, order.told().cityId(), order.told().restaurantId(), order.delivered()));
      }
    }
    return outcomes;
  }

  /** The outcomes in the one list that are not in the other. */
  static List<Outcome> less(List<Outcome> one, List<Outcome> other) {
    return one.stream().filter(outcome -> !other.contains(outcome)).toList();
  }
}
