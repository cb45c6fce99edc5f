package io.flavortrend.jobs.dynamicsla;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.contracts.values.DynamicSlaViolation.Kind;
import io.flavortrend.contracts.values.ModelRelease.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is remembered of one order, but for the vectors of its predictions. Instants are
 * microseconds since the epoch, {@link Micros#NONE} where there is none. Kept in Flink's state: a
 * field may be added, none renamed.
 *
 * @param told the newest change of the order
 * @param placed as the domain dates it
 * @param delivered as {@code placed}
 * @param cancelled as {@code placed}
 * @param predictions the newest of each role and stage
 * @param warning what was last shown; null where nothing was
 * @param violation as {@code warning}
 * @param heardAtMillis the job's clock when it last heard of the order, in milliseconds
 */
public record TrackedOrder(
    OrderProgress told,
    long placed,
    long delivered,
    long cancelled,
    List<Prediction> predictions,
    @Nullable ShownRow warning,
    @Nullable ShownRow violation,
    long heardAtMillis) {

  private static final Comparator<Prediction> SEQUENCE =
      Comparator.comparingLong(Prediction::eventTime).thenComparing(Prediction::stage);

  /** An order first seen. */
  static TrackedOrder first(OrderProgress told, TimeDomain domain) {
    return new TrackedOrder(
        told,
        told.dated(told.placed(), domain),
        told.dated(told.delivered(), domain),
        told.dated(told.cancelled(), domain),
        List.of(),
        null,
        null,
        0);
  }

  /**
   * This order after one more change. A time that the change did not touch stays dated as it was
   * first told.
   */
  TrackedOrder after(OrderProgress next, TimeDomain domain) {
    return new TrackedOrder(
        next,
        next.placed() == told.placed() ? placed : next.dated(next.placed(), domain),
        next.delivered() == told.delivered() ? delivered : next.dated(next.delivered(), domain),
        next.cancelled() == told.cancelled() ? cancelled : next.dated(next.cancelled(), domain),
        predictions,
        warning,
        violation,
        heardAtMillis);
  }

  /** This order with one more prediction; the same instance where a newer one is known. */
  TrackedOrder with(Prediction prediction) {
    List<Prediction> all = new ArrayList<>(predictions.size() + 1);
    for (Prediction known : predictions) {
      if (!known.answersAs(prediction)) {
        all.add(known);
      } else if (known.version() >= prediction.version()) {
        return this;
      }
    }
    all.add(prediction);
    all.sort(SEQUENCE);
    return new TrackedOrder(
        told, placed, delivered, cancelled, all, warning, violation, heardAtMillis);
  }

  /** This order with what was shown of it; the same instance where nothing is new. */
  TrackedOrder showing(@Nullable ShownRow newWarning, @Nullable ShownRow newViolation) {
    return newWarning == warning && newViolation == violation
        ? this
        : new TrackedOrder(
            told,
            placed,
            delivered,
            cancelled,
            predictions,
            newWarning,
            newViolation,
            heardAtMillis);
  }

  /** This order, heard of now. */
  TrackedOrder heardAt(long millis) {
    return new TrackedOrder(
        told, placed, delivered, cancelled, predictions, warning, violation, millis);
  }

  /** What was last shown; null where nothing was. */
  @Nullable ShownRow shown(Kind kind) {
    return kind == Kind.EARLY_WARNING ? warning : violation;
  }

  /** When the order was delivered, else cancelled; {@link Long#MAX_VALUE} while it is open. */
  long end() {
    if (delivered != Micros.NONE) {
      return delivered;
    }
    return cancelled != Micros.NONE ? cancelled : Long.MAX_VALUE;
  }

  boolean open() {
    return end() == Long.MAX_VALUE;
  }

  /** The champion's predictions while the order was on its way, in the sequence of event time. */
  List<Prediction> champions() {
    return predictions.stream()
        .filter(prediction -> prediction.role() == Role.CHAMPION && prediction.eventTime() < end())
        .toList();
  }

  /** The prediction that follows from a newer change than the order's own; null where none does. */
  @Nullable Prediction newestBeyond() {
    return predictions.stream()
        .filter(prediction -> prediction.lsn() > told.lsn())
        .max(Comparator.comparingLong(Prediction::lsn))
        .orElse(null);
  }
}
