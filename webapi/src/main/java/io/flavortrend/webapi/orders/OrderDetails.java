package io.flavortrend.webapi.orders;

import io.flavortrend.contracts.cdc.OrderStatus;
import io.flavortrend.webapi.dynamicsla.DynamicViolation;
import io.flavortrend.webapi.sla.SlaViolation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one order.
 *
 * @param timeline the stages that it has passed, in time
 * @param predictions in the order of their stages
 * @param slaViolations fixed limits that it has broken
 * @param dynamicSlaViolations what was raised of it
 */
record OrderDetails(
    LiveOrder order,
    List<Step> timeline,
    List<ExplainedPrediction> predictions,
    List<SlaViolation> slaViolations,
    List<DynamicViolation> dynamicSlaViolations,
    Instant asOf) {

  /** A stage that was passed. */
  record Step(String status, Instant at) {}

  /** The stages that the order has passed; where two have one instant, in their natural order. */
  static List<Step> timeline(LiveOrder order) {
    List<Step> steps = new ArrayList<>();
    add(steps, OrderStatus.PLACED, order.placedAt());
    add(steps, OrderStatus.ACCEPTED, order.acceptedAt());
    add(steps, OrderStatus.ASSIGNED, order.assignedAt());
    add(steps, OrderStatus.READY, order.readyAt());
    add(steps, OrderStatus.PICKED_UP, order.pickedUpAt());
    add(steps, OrderStatus.DELIVERED, order.deliveredAt());
    add(steps, OrderStatus.CANCELLED, order.cancelledAt());
    steps.sort((a, b) -> a.at().compareTo(b.at()));
    return List.copyOf(steps);
  }

  private static void add(List<Step> steps, OrderStatus status, @Nullable Instant at) {
    if (at != null) {
      steps.add(new Step(status.code(), at));
    }
  }
}
