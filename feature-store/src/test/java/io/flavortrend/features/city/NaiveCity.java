package io.flavortrend.features.city;

import io.flavortrend.contracts.cdc.OrderRow;
import io.flavortrend.features.testing.Dating;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The naive batch: looks at every order as it stands, and counts what had happened by then. */
public final class NaiveCity {
  private NaiveCity() {}

  public static double[] values(List<OrderRow> orders, Dating dating, int idle, long now) {
    int open = 0;
    int waiting = 0;
    for (OrderRow order : orders) {
      Instant closedAt =
          dating.of(order, order.deliveredAt() == null ? order.cancelledAt() : order.deliveredAt());
      Instant courierAt =
          dating.of(order, order.assignedAt() == null ? order.pickedUpAt() : order.assignedAt());
      Instant servedAt = courierAt == null ? closedAt : courierAt;
      if (happened(dating.of(order, order.placedAt()), now)) {
        open += happened(closedAt, now) ? 0 : 1;
        waiting += happened(servedAt, now) ? 0 : 1;
      }
    }
    double pressure = waiting <= idle ? 0 : 100.0 * (waiting - idle) / waiting;
    return new double[] {pressure, idle, open};
  }

  private static boolean happened(@Nullable Instant at, long now) {
    return at != null && at.toEpochMilli() <= now;
  }
}
