package io.flavortrend.jobs.dynamicsla;

import io.flavortrend.contracts.values.ModelPerformance;
import io.flavortrend.contracts.values.ModelRelease.Role;
import io.flavortrend.jobs.frame.JobGeneration;
import java.time.Instant;

/**
 * How well a model version predicted within one window so far: the pure fold of its contributions.
 * The sequence in which they come makes no difference. Kept in Flink's state: a field may be added,
 * none renamed.
 *
 * @param newest the newest delivery ever folded, microseconds since the epoch
 * @param changes contributions folded
 */
public record PerformanceWindow(
    long count,
    long champions,
    long error,
    long absoluteError,
    long covered,
    long baselineError,
    long newest,
    long changes) {

  /** A window without outcomes. */
  static final PerformanceWindow EMPTY = new PerformanceWindow(0, 0, 0, 0, 0, 0, Micros.NONE, 0);

  /** This window with one more contribution. */
  PerformanceWindow plus(Contribution contribution) {
    return new PerformanceWindow(
        count + contribution.count(),
        champions + contribution.champions(),
        error + contribution.error(),
        absoluteError + contribution.absoluteError(),
        covered + contribution.covered(),
        baselineError + contribution.baselineError(),
        Math.max(newest, contribution.delivered()),
        changes + 1);
  }

  /** This window as the topic and the table show it; means over nothing are zero. */
  ModelPerformance toValue(PerformanceKey key, int generation) {
    double outcomes = Math.max(count, 1);
    return new ModelPerformance(
        ModelPerformance.SCHEMA_VERSION,
        Instant.ofEpochMilli(key.window()),
        key.cityId(),
        key.stage(),
        key.modelVersion(),
        champions > 0 ? Role.CHAMPION : Role.CHALLENGER,
        count,
        absoluteError / outcomes / Micros.PER_MINUTE,
        error / outcomes / Micros.PER_MINUTE,
        covered / outcomes,
        baselineError / outcomes / Micros.PER_MINUTE,
        Micros.instant(newest),
        JobGeneration.version(generation, changes));
  }
}
