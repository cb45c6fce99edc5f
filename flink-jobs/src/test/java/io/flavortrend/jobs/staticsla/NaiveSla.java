package io.flavortrend.jobs.staticsla;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.contracts.cdc.OrderStatus;
import io.flavortrend.contracts.values.SlaViolation;
import io.flavortrend.contracts.values.SlaViolation.LimitName;
import io.flavortrend.contracts.values.SlaViolation.State;
import io.flavortrend.jobs.testing.StagedHistory.Told;
import io.flavortrend.jobs.testing.StagedOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The naive batch: reads one order's log from beginning to end, asks at each change what had passed
 * before it and what stands after it, and in the end lets all time pass.
 */
final class NaiveSla {
  record Key(long orderId, LimitName limit) {}

  /** A row as it must end; times and minutes as the contract has them. */
  record Row(
      State state,
      int cityId,
      @Nullable Long courierId,
      Instant started,
      Instant due,
      @Nullable Instant actual,
      boolean historical) {
    static Row of(SlaViolation v) {
      return new Row(
          v.state(),
          v.cityId(),
          v.courierId(),
          v.startedAt(),
          v.dueAt(),
          v.actualAt(),
          v.historical());
    }
  }

  private static final Duration MARGIN = Duration.ofMinutes(10);
  private static final List<OrderStatus> STAGES =
      List.of(
          OrderStatus.ACCEPTED,
          OrderStatus.ASSIGNED,
          OrderStatus.READY,
          OrderStatus.PICKED_UP,
          OrderStatus.DELIVERED);

  final Map<Key, Row> rows = new HashMap<>();
  private final TimeDomain domain;

  NaiveSla(TimeDomain domain) {
    this.domain = domain;
  }

  void read(Map<Long, List<Told>> told) {
    told.forEach(this::read);
  }

  private void read(long orderId, List<Told> log) {
    StagedOrder known = null;
    StagedOrder raw = null;
    Told last = null;
    for (Told told : log) {
      if (known != null && last != null) {
        look(known, told.provenThrough(), last);
      }
      StagedOrder order = told.order();
      if (order == null) {
        for (LimitName limit : LimitName.values()) {
          rows.computeIfPresent(new Key(orderId, limit), (key, row) -> withdrawn(row));
        }
        return;
      }
      known = dated(order, raw, known, told);
      raw = order;
      last = told;
      look(known, told.provenThrough(), told);
    }
    if (known != null && last != null) {
      look(known, last.committedAt().plus(Duration.ofDays(9)), last);
    }
  }

  private StagedOrder dated(
      StagedOrder order, @Nullable StagedOrder raw, @Nullable StagedOrder known, Told told) {
    if (domain == TimeDomain.LOG) {
      return order;
    }
    Map<OrderStatus, Instant> at = new EnumMap<>(OrderStatus.class);
    order
        .at()
        .forEach(
            (stage, time) -> {
              boolean untouched = raw != null && known != null && time.equals(raw.at().get(stage));
              Instant capped = time.isAfter(told.committedAt()) ? told.committedAt() : time;
              at.put(stage, untouched ? known.at().get(stage) : capped);
            });
    return new StagedOrder(order.id(), order.city(), order.courier(), at, order.promised());
  }

  private void look(StagedOrder order, @Nullable Instant proven, Told newest) {
    for (LimitName limit : LimitName.values()) {
      Key key = new Key(order.id(), limit);
      Row shown = rows.get(key);
      Row row = row(order, limit, proven, newest, shown);
      if (row != null) {
        rows.put(key, row);
      } else if (shown != null) {
        rows.put(key, withdrawn(shown));
      }
    }
  }

  private @Nullable Row row(
      StagedOrder order,
      LimitName limit,
      @Nullable Instant proven,
      Told newest,
      @Nullable Row shown) {
    Instant started =
        switch (limit) {
          case ACCEPT, DELIVER -> order.at().get(OrderStatus.PLACED);
          case PREPARE -> order.at().get(OrderStatus.ACCEPTED);
          case PICK_UP -> order.at().get(OrderStatus.READY);
        };
    if (started == null) {
      return null;
    }
    Instant due = due(order, limit, started);
    Instant actual = actual(order, limit);
    Instant cancelled = order.at().get(OrderStatus.CANCELLED);
    State state;
    if (actual != null) {
      state = actual.isAfter(due) ? State.CLOSED : null;
    } else if (cancelled != null) {
      state = cancelled.isAfter(due) ? State.WITHDRAWN : null;
    } else {
      state = proven != null && due.isBefore(proven.plusMillis(1)) ? State.OPEN : null;
    }
    if (state == null) {
      return null;
    }
    Duration margin = newest.snapshot() ? Duration.ZERO : MARGIN;
    boolean historical =
        domain == TimeDomain.LIVE && due.isBefore(newest.committedAt().minus(margin));
    return new Row(
        state,
        order.city(),
        order.courier(),
        started,
        due,
        actual,
        shown == null ? historical : shown.historical());
  }

  private static Instant due(StagedOrder order, LimitName limit, Instant started) {
    return switch (limit) {
      case ACCEPT -> started.plus(Duration.ofMinutes(5));
      case PREPARE -> started.plus(Duration.ofMinutes(25));
      case PICK_UP -> started.plus(Duration.ofMinutes(10));
      case DELIVER -> {
        Instant promised = order.promised();
        yield promised != null && promised.isAfter(started)
            ? promised
            : started.plus(Duration.ofMinutes(60));
      }
    };
  }

  private static @Nullable Instant actual(StagedOrder order, LimitName limit) {
    OrderStatus end =
        switch (limit) {
          case ACCEPT -> OrderStatus.ACCEPTED;
          case PREPARE -> OrderStatus.READY;
          case PICK_UP -> OrderStatus.PICKED_UP;
          case DELIVER -> OrderStatus.DELIVERED;
        };
    return STAGES.stream()
        .filter(stage -> stage.compareTo(end) >= 0 && order.at().containsKey(stage))
        .findFirst()
        .map(stage -> order.at().get(stage))
        .orElse(null);
  }

  private static Row withdrawn(Row row) {
    return row.state() == State.WITHDRAWN
        ? row
        : new Row(
            State.WITHDRAWN,
            row.cityId(),
            row.courierId(),
            row.started(),
            row.due(),
            null,
            row.historical());
  }
}
