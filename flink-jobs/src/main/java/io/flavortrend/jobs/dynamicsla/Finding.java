package io.flavortrend.jobs.dynamicsla;

import io.flavortrend.contracts.values.DynamicSlaViolation.State;

/**
 * What a rule finds: a row but for who tells it. Instants and durations are microseconds. Kept in
 * Flink's state: a field may be added, none renamed.
 *
 * @param basis the prediction that it follows from
 * @param tolerance added to the predicted time; zero of a warning
 * @param due what passes
 * @param raised from when on it stands
 * @param eventTime when it came to be so
 */
public record Finding(
    State state, Prediction basis, long tolerance, long due, long raised, long eventTime) {

  /** The same, shown not to hold. */
  Finding withdrawn(long at) {
    return new Finding(State.WITHDRAWN, basis, tolerance, due, raised, Math.max(at, eventTime));
  }

  /** How a finding ends with its order: the state, and when it came to be so. */
  static Finding ended(
      TrackedOrder order, Prediction basis, long tolerance, long due, long raised, long openSince) {
    if (order.delivered() != Micros.NONE) {
      return new Finding(State.CLOSED, basis, tolerance, due, raised, order.delivered());
    }
    if (order.cancelled() != Micros.NONE) {
      return new Finding(State.WITHDRAWN, basis, tolerance, due, raised, order.cancelled());
    }
    return new Finding(State.OPEN, basis, tolerance, due, raised, openSince);
  }
}
