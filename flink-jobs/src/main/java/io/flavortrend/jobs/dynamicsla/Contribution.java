package io.flavortrend.jobs.dynamicsla;

import io.flavortrend.contracts.values.ModelRelease.Role;
import java.time.Duration;

/**
 * What one outcome adds to a window, or takes from it again. Errors are whole microseconds, so that
 * what is added in one sequence and taken in another leaves nothing behind.
 *
 * @param count outcomes
 * @param champions outcomes of predictions that were shown
 * @param error predicted − actual
 * @param absoluteError the same without its sign
 * @param covered outcomes within the interval
 * @param baselineError |baseline − actual|
 * @param delivered when the order was delivered, microseconds since the epoch
 */
public record Contribution(
    PerformanceKey key,
    int count,
    int champions,
    long error,
    long absoluteError,
    int covered,
    long baselineError,
    long delivered) {

  /** Length of a window in milliseconds. */
  static final long WINDOW_MILLIS = Duration.ofMinutes(5).toMillis();

  /** What an outcome adds. */
  static Contribution of(Outcome outcome) {
    Prediction prediction = outcome.prediction();
    long actual = outcome.delivered();
    long error = prediction.predicted() - actual;
    long millis = Micros.millis(actual);
    return new Contribution(
        new PerformanceKey(
            millis - Math.floorMod(millis, WINDOW_MILLIS),
            outcome.cityId(),
            prediction.stage(),
            prediction.modelVersion()),
        1,
        prediction.role() == Role.CHAMPION ? 1 : 0,
        error,
        Math.abs(error),
        prediction.p10() <= actual && actual <= prediction.p90() ? 1 : 0,
        Math.abs(prediction.baseline() - actual),
        actual);
  }

  /** The same taken back. */
  Contribution negated() {
    return new Contribution(
        key, -count, -champions, -error, -absoluteError, -covered, -baselineError, delivered);
  }
}
