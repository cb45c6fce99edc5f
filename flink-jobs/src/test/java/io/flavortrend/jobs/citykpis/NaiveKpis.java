package io.flavortrend.jobs.citykpis;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.jobs.testing.Orders;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The naive batch: looks at every order as it stands in the end, and counts. */
final class NaiveKpis {
  record Key(int city, Instant minute) {}

  /** One row; mutable while counting. */
  static final class Row {
    long orders;
    long delivered;
    long cancelled;
    BigDecimal revenue = BigDecimal.ZERO;
    Duration delivery = Duration.ZERO;
    final Set<Long> couriers = new HashSet<>();

    boolean eventful() {
      return orders != 0 || delivered != 0 || cancelled != 0;
    }
  }

  final Map<Key, Row> rows = new HashMap<>();
  private final TimeDomain domain;

  NaiveKpis(TimeDomain domain) {
    this.domain = domain;
  }

  void countOld(List<Orders> orders) {
    for (Orders order : orders) {
      count(order, List.of(order), Map.of(order, Instant.MAX));
    }
  }

  void count(RandomHistory history, Map<Orders, Instant> committedAt) {
    for (List<@Nullable Orders> life : history.lives) {
      Orders last = life.get(life.size() - 1);
      if (last != null) {
        count(last, life, committedAt);
      }
    }
  }

  private void count(Orders order, List<@Nullable Orders> life, Map<Orders, Instant> committedAt) {
    row(order, order.placedAt(), first(life, committedAt, 0)).orders++;
    if (order.cancelledAt() != null) {
      row(order, order.cancelledAt(), first(life, committedAt, 4)).cancelled++;
    }
    if (order.courierId() != null && order.assignedAt() != null) {
      row(order, order.assignedAt(), first(life, committedAt, 1)).couriers.add(order.courierId());
    }
    if (order.courierId() != null && order.pickedUpAt() != null) {
      row(order, order.pickedUpAt(), first(life, committedAt, 2)).couriers.add(order.courierId());
    }
    if (order.deliveredAt() != null) {
      Row row = row(order, order.deliveredAt(), first(life, committedAt, 3));
      row.delivered++;
      row.revenue = row.revenue.add(new BigDecimal(order.amount()));
      row.delivery = row.delivery.plus(Duration.between(order.placedAt(), order.deliveredAt()));
      if (order.courierId() != null) {
        row.couriers.add(order.courierId());
      }
    }
  }

  /** When the transition was first told of. */
  private static Instant first(
      List<@Nullable Orders> life, Map<Orders, Instant> committedAt, int transition) {
    for (Orders state : life) {
      if (state != null && at(state, transition) != null) {
        return committedAt.get(state);
      }
    }
    throw new IllegalStateException("No state has transition " + transition);
  }

  private static @Nullable Instant at(Orders order, int transition) {
    return switch (transition) {
      case 0 -> order.placedAt();
      case 1 -> order.assignedAt();
      case 2 -> order.pickedUpAt();
      case 3 -> order.deliveredAt();
      default -> order.cancelledAt();
    };
  }

  private Row row(Orders order, Instant at, Instant committedAt) {
    Instant minute = RandomHistory.cap(domain, at, committedAt).truncatedTo(ChronoUnit.MINUTES);
    return rows.computeIfAbsent(new Key(order.cityId(), minute), key -> new Row());
  }
}
