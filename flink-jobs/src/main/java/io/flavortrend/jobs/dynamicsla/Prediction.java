package io.flavortrend.jobs.dynamicsla;

import io.flavortrend.contracts.values.EtaPrediction;
import io.flavortrend.contracts.values.ModelRelease.Role;
import io.flavortrend.contracts.values.Stage;

/**
 * A prediction, as far as it can be right or wrong. Instants are microseconds since the epoch. Kept
 * in Flink's state: a field may be added, none renamed.
 *
 * @param eventTime when the order reached the stage
 * @param predicted when it was said to be delivered
 * @param p10 the early end of the interval
 * @param p90 the late end of the interval
 * @param baseline when it would be delivered by what is answered without a model
 * @param version of the same order, stage and role the highest holds
 * @param committedAt when the change that it follows from was committed
 * @param capturedAt when that change was captured
 */
public record Prediction(
    Role role,
    Stage stage,
    String modelVersion,
    long eventTime,
    long predicted,
    long p10,
    long p90,
    long baseline,
    long version,
    long committedAt,
    long capturedAt) {

  /** Versions that follow from one position of the log: the enriched order's and its own. */
  static final long VERSIONS_OF_A_CHANGE = 256;

  /**
   * What the topic's record says.
   *
   * @throws ArithmeticException when an instant is out of all bounds
   */
  static Prediction of(Role role, EtaPrediction value) {
    long eventTime = Micros.of(value.eventTime());
    return new Prediction(
        role,
        value.stage(),
        value.modelVersion(),
        eventTime,
        Micros.of(value.predictedDeliveryAt()),
        Math.addExact(eventTime, Micros.ofMinutes(value.etaP10Minutes())),
        Math.addExact(eventTime, Micros.ofMinutes(value.etaP90Minutes())),
        Math.addExact(eventTime, Micros.ofMinutes(value.baselineMinutes())),
        value.version(),
        Micros.of(value.trace().committedAt()),
        Micros.of(value.trace().capturedAt()));
  }

  /** Position in the write-ahead log of the change that it follows from. */
  long lsn() {
    return version / VERSIONS_OF_A_CHANGE;
  }

  /** True where both answer the same question: the higher version holds. */
  boolean answersAs(Prediction other) {
    return role == other.role && stage == other.stage;
  }
}
