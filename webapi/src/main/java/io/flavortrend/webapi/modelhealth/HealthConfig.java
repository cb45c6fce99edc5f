package io.flavortrend.webapi.modelhealth;

import io.flavortrend.settings.InvalidSettingException;
import io.flavortrend.settings.Settings;
import java.time.Duration;

/**
 * From when on a model's health is worth a warning or an alarm.
 *
 * @param mae observed over expected mean absolute error
 * @param coverage distance of the observed from the expected coverage, either way
 * @param psi population stability index of a feature
 * @param ks Kolmogorov–Smirnov distance of a feature
 * @param fewestOutcomes with fewer nothing is said
 * @param driftBack how far back drift is looked for
 * @param driftSlice what is compared with training at once
 */
public record HealthConfig(
    Threshold mae,
    Threshold coverage,
    Threshold psi,
    Threshold ks,
    int fewestOutcomes,
    Duration driftBack,
    Duration driftSlice) {

  /** Values from which on it is a warning, and an alarm. */
  public record Threshold(double warning, double alarm) {
    Status judge(double value) {
      if (value >= alarm) {
        return Status.ALARM;
      }
      return value >= warning ? Status.WARNING : Status.OK;
    }
  }

  /** Reads and checks them. */
  public static HealthConfig from(Settings settings) {
    return new HealthConfig(
        threshold(settings, "FLAVOR_MODEL_MAE", 1.15, 1.3, 100),
        threshold(settings, "FLAVOR_MODEL_COVERAGE", 0.05, 0.1, 1),
        threshold(settings, "FLAVOR_DRIFT_PSI", 0.1, 0.25, 100),
        threshold(settings, "FLAVOR_DRIFT_KS", 0.1, 0.2, 1),
        settings.integer("FLAVOR_MODEL_FEWEST_OUTCOMES", 100, 1, 1_000_000),
        atLeast(settings, "FLAVOR_DRIFT_BACK", Duration.ofHours(2), Duration.ofMinutes(10)),
        atLeast(settings, "FLAVOR_DRIFT_SLICE", Duration.ofMinutes(10), Duration.ofMinutes(1)));
  }

  private static Duration atLeast(
      Settings settings, String key, Duration otherwise, Duration shortest) {
    Duration duration = settings.duration(key, otherwise);
    if (duration.compareTo(shortest) < 0) {
      throw new InvalidSettingException(
          key, duration.toString(), "an ISO-8601 duration of %s or more".formatted(shortest));
    }
    return duration;
  }

  private static Threshold threshold(
      Settings settings, String key, double warning, double alarm, double most) {
    double from = settings.decimal(key + "_WARNING", warning, 0, most);
    return new Threshold(from, settings.decimal(key + "_ALARM", Math.max(from, alarm), from, most));
  }
}
