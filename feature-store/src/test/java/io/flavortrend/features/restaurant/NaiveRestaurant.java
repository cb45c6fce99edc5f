package io.flavortrend.features.restaurant;

import io.flavortrend.contracts.cdc.OrderRow;
import io.flavortrend.features.testing.Dating;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The naive batch: looks at every order as it stands, and counts what had happened by then. */
public final class NaiveRestaurant {
  private NaiveRestaurant() {}

  static double[] values(List<OrderRow> orders, long now) {
    return values(orders, Dating.AS_TOLD, now);
  }

  /** The features but for the last, which is the restaurant's row's. */
  public static double[] values(List<OrderRow> orders, Dating dating, long now) {
    List<Long> inHour = new ArrayList<>();
    double weighted = 0;
    double weight = 0;
    int open = 0;
    int placed = 0;
    int left = 0;
    int cancelled = 0;
    for (OrderRow order : orders) {
      Instant placedAt = dating.of(order, order.placedAt());
      Instant leftAt =
          dating.of(order, order.pickedUpAt() == null ? order.deliveredAt() : order.pickedUpAt());
      Instant cancelledAt = dating.of(order, order.cancelledAt());
      Instant readyAt = dating.of(order, order.readyAt());
      Instant endedAt = leftAt == null ? cancelledAt : leftAt;
      open += happened(placedAt, now) && !happened(endedAt, now) ? 1 : 0;
      placed += inHour(placedAt, now) ? 1 : 0;
      left += inHour(leftAt, now) ? 1 : 0;
      cancelled += inHour(cancelledAt, now) ? 1 : 0;
      if (happened(readyAt, now) && now - readyAt.toEpochMilli() < 30 * 86_400_000L) {
        Instant from = order.acceptedAt() == null ? order.placedAt() : order.acceptedAt();
        long seconds = Math.min(Duration.between(from, order.readyAt()).toSeconds(), 14_400);
        double ofThis = Math.pow(2, (readyAt.toEpochMilli() - now) / (24 * 3_600_000.0));
        weighted += ofThis * seconds / 60;
        weight += ofThis;
        if (inHour(readyAt, now)) {
          inHour.add(seconds);
        }
      }
    }
    Collections.sort(inHour);
    int n = inHour.size();
    return new double[] {
      n == 0 ? Double.NaN : inHour.stream().mapToLong(s -> s).average().orElseThrow() / 60,
      n == 0 ? Double.NaN : inHour.get((int) Math.ceil(0.9 * n - 1e-9) - 1) / 60.0,
      weight == 0 ? Double.NaN : weighted / weight,
      open,
      placed / 60.0,
      left + cancelled == 0 ? Double.NaN : cancelled / (double) (left + cancelled),
      Double.NaN
    };
  }

  private static boolean happened(@Nullable Instant at, long now) {
    return at != null && at.toEpochMilli() <= now;
  }

  /** In the running minute or the 59 before it. */
  private static boolean inHour(@Nullable Instant at, long now) {
    return happened(at, now) && at.toEpochMilli() / 60_000 > now / 60_000 - 60;
  }
}
