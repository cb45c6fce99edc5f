package io.flavortrend.jobs.dynamicsla;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.contracts.cdc.OrderStatus;
import io.flavortrend.contracts.values.DynamicSlaViolation.Kind;
import io.flavortrend.contracts.values.DynamicSlaViolation.State;
import io.flavortrend.contracts.values.EtaPrediction;
import io.flavortrend.contracts.values.ModelRelease.Role;
import io.flavortrend.contracts.values.Stage;
import io.flavortrend.jobs.testing.StagedHistory.Told;
import io.flavortrend.jobs.testing.StagedOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The naive batch: lets all be told and all time pass, then judges each order once by what is known
 * in the end.
 */
final class NaiveOutcomes {
  record RowKey(long orderId, Kind kind) {}

  record Row(
      State state,
      int cityId,
      Stage stage,
      String model,
      Instant due,
      Instant raised,
      @Nullable Instant actual) {}

  record ExampleKey(long orderId, Stage stage) {}

  record Example(int cityId, Instant delivered, double etaMinutes, String model) {}

  record Window(Instant start, int cityId, Stage stage, String model) {}

  /** Predicted, actual, and how far off the baseline was, of each outcome. */
  record Measured(Role role, double error, boolean covered, double baselineError) {}

  final Map<RowKey, Row> rows = new HashMap<>();
  final Map<ExampleKey, Example> examples = new HashMap<>();
  final Map<Window, List<Measured>> windows = new HashMap<>();
  final Set<Long> deleted = new HashSet<>();

  private final TimeDomain domain;
  private final Map<Long, List<ToldPrediction>> predictions = new HashMap<>();

  NaiveOutcomes(TimeDomain domain) {
    this.domain = domain;
  }

  void read(Map<Long, List<Told>> orders, List<ToldPrediction> told) {
    told.forEach(p -> predictions.computeIfAbsent(p.orderId(), id -> new ArrayList<>()).add(p));
    orders.forEach(this::read);
  }

  private void read(long orderId, List<Told> log) {
    StagedOrder last = log.get(log.size() - 1).order();
    if (last == null) {
      deleted.add(orderId);
      return;
    }
    Instant delivered = dated(log, OrderStatus.DELIVERED);
    Instant cancelled = dated(log, OrderStatus.CANCELLED);
    warn(last, delivered, cancelled);
    violate(last, delivered, cancelled);
    if (delivered != null) {
      newest(orderId).stream()
          .filter(p -> !p.value().eventTime().isAfter(delivered))
          .forEach(p -> measure(last, delivered, p));
    }
  }

  /** In the live domain at the commit that first told it, at the latest. */
  private @Nullable Instant dated(List<Told> log, OrderStatus stage) {
    Instant raw = null;
    Instant dated = null;
    for (Told told : log) {
      Instant at = told.order() == null ? null : told.order().at().get(stage);
      if (at == null || !at.equals(raw)) {
        boolean capped = domain == TimeDomain.LIVE && at != null && at.isAfter(told.committedAt());
        dated = capped ? told.committedAt() : at;
        raw = at;
      }
    }
    return dated;
  }

  private List<ToldPrediction> newest(long orderId) {
    Map<String, ToldPrediction> newest = new HashMap<>();
    for (ToldPrediction p : predictions.getOrDefault(orderId, List.of())) {
      newest.merge(
          p.role() + "/" + p.value().stage(),
          p,
          (held, come) -> come.value().version() > held.value().version() ? come : held);
    }
    return newest.values().stream()
        .sorted(
            Comparator.comparing((ToldPrediction p) -> p.value().eventTime())
                .thenComparing(p -> p.value().stage()))
        .toList();
  }

  private List<EtaPrediction> onTheWay(long orderId, @Nullable Instant end) {
    return newest(orderId).stream()
        .filter(p -> p.role() == Role.CHAMPION)
        .map(ToldPrediction::value)
        .filter(p -> end == null || p.eventTime().isBefore(end))
        .toList();
  }

  private void warn(StagedOrder order, @Nullable Instant delivered, @Nullable Instant cancelled) {
    Instant promised = order.promised();
    if (promised == null) {
      return;
    }
    Instant raised = null;
    EtaPrediction basis = null;
    boolean stands = false;
    for (EtaPrediction p : onTheWay(order.id(), end(delivered, cancelled))) {
      Instant predicted = p.predictedDeliveryAt();
      if (!stands
          && !predicted.isBefore(promised.plusSeconds(60))
          && p.eventTime().isBefore(promised)) {
        stands = true;
        raised = p.eventTime();
        basis = p;
      } else if (stands) {
        stands = predicted.isAfter(promised);
        basis = p;
      }
    }
    if (basis != null && raised != null) {
      State state = stands ? state(delivered, cancelled) : State.WITHDRAWN;
      row(order, Kind.EARLY_WARNING, state, basis, promised, raised, delivered);
    }
  }

  private void violate(
      StagedOrder order, @Nullable Instant delivered, @Nullable Instant cancelled) {
    List<EtaPrediction> made = onTheWay(order.id(), end(delivered, cancelled));
    for (int i = 0; i < made.size(); i++) {
      EtaPrediction p = made.get(i);
      double more = Math.max(5, p.etaP90Minutes() - p.etaMinutes());
      Instant due = p.predictedDeliveryAt().plusNanos(Math.round(more * 60e6) * 1_000);
      Instant until = i + 1 < made.size() ? made.get(i + 1).eventTime() : end(delivered, cancelled);
      if (until == null || due.isBefore(until)) {
        row(order, Kind.VIOLATION, state(delivered, cancelled), p, due, due, delivered);
        return;
      }
    }
  }

  private void row(
      StagedOrder order,
      Kind kind,
      State state,
      EtaPrediction basis,
      Instant due,
      Instant raised,
      @Nullable Instant delivered) {
    rows.put(
        new RowKey(order.id(), kind),
        new Row(
            state,
            order.city(),
            basis.stage(),
            basis.modelVersion(),
            due,
            raised,
            state == State.CLOSED ? delivered : null));
  }

  private void measure(StagedOrder order, Instant delivered, ToldPrediction told) {
    EtaPrediction p = told.value();
    if (told.role() == Role.CHAMPION) {
      examples.put(
          new ExampleKey(order.id(), p.stage()),
          new Example(order.city(), delivered, p.etaMinutes(), p.modelVersion()));
    }
    double actual = Duration.between(p.eventTime(), delivered).toNanos() / 60e9;
    long window = Duration.ofMinutes(5).toMillis();
    windows
        .computeIfAbsent(
            new Window(
                Instant.ofEpochMilli(delivered.toEpochMilli() / window * window),
                order.city(),
                p.stage(),
                p.modelVersion()),
            key -> new ArrayList<>())
        .add(
            new Measured(
                told.role(),
                p.etaMinutes() - actual,
                p.etaP10Minutes() <= actual + 1e-7 && actual <= p.etaP90Minutes() + 1e-7,
                Math.abs(p.baselineMinutes() - actual)));
  }

  private static @Nullable Instant end(@Nullable Instant delivered, @Nullable Instant cancelled) {
    return delivered == null ? cancelled : delivered;
  }

  private static State state(@Nullable Instant delivered, @Nullable Instant cancelled) {
    if (delivered != null) {
      return State.CLOSED;
    }
    return cancelled == null ? State.OPEN : State.WITHDRAWN;
  }
}
