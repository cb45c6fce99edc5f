package io.flavortrend.features.courier;

import io.flavortrend.contracts.cdc.OrderRow;
import io.flavortrend.features.testing.Dating;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The naive batch: looks at every order as it stands, and counts what had happened by then. */
public final class NaiveCourier {
  private record Done(Instant at, OrderRow order) {}

  private NaiveCourier() {}

  /** The features without a row of the courier's: idle since the last delivery, if without load. */
  public static double[] values(List<OrderRow> orders, Dating dating, ZoneId zone, long now) {
    Instant then = Instant.ofEpochMilli(now);
    List<Done> done = new ArrayList<>();
    int load = 0;
    int today = 0;
    for (OrderRow order : orders) {
      if (order.courierId() == null) {
        continue;
      }
      Instant assignedAt =
          dating.of(order, order.assignedAt() == null ? order.pickedUpAt() : order.assignedAt());
      Instant deliveredAt = dating.of(order, order.deliveredAt());
      Instant cancelledAt = dating.of(order, order.cancelledAt());
      boolean ended = happened(deliveredAt, then) || happened(cancelledAt, then);
      load += happened(assignedAt, then) && !ended ? 1 : 0;
      if (happened(deliveredAt, then)) {
        boolean sameDay =
            deliveredAt.atZone(zone).toLocalDate().equals(then.atZone(zone).toLocalDate());
        today += sameDay ? 1 : 0;
        if (deliveredAt.isAfter(then.minus(Duration.ofDays(30)))) {
          done.add(new Done(Instant.ofEpochMilli(deliveredAt.toEpochMilli()), order));
        }
      }
    }
    done.sort(Comparator.comparing(Done::at).thenComparing(d -> d.order().id()));
    List<Done> last = done.subList(Math.max(0, done.size() - 20), done.size());
    double idleSince =
        load > 0 || done.isEmpty()
            ? Double.NaN
            : done.get(done.size() - 1).at().toEpochMilli() / 1e3;
    return new double[] {today, speed(last), load, idleSince, onTime(last), Double.NaN};
  }

  private static double speed(List<Done> last) {
    double km = 0;
    double hours = 0;
    for (Done done : last) {
      OrderRow order = done.order();
      if (order.distanceKm() != null && order.pickedUpAt() != null) {
        long seconds = Duration.between(order.pickedUpAt(), order.deliveredAt()).toSeconds();
        if (seconds > 0) {
          km += order.distanceKm().doubleValue();
          hours += seconds / 3600.0;
        }
      }
    }
    return hours == 0 ? Double.NaN : km / hours;
  }

  private static double onTime(List<Done> last) {
    List<OrderRow> promised =
        last.stream().map(Done::order).filter(order -> order.promisedAt() != null).toList();
    return promised.isEmpty()
        ? Double.NaN
        : promised.stream()
                .filter(order -> !order.deliveredAt().isAfter(order.promisedAt()))
                .count()
            / (double) promised.size();
  }

  private static boolean happened(@Nullable Instant at, Instant now) {
    return at != null && at.toEpochMilli() <= now.toEpochMilli();
  }
}
