package io.flavortrend.jobs.dynamicsla;

import io.flavortrend.contracts.values.Stage;

/**
 * One window of one city, stage and model version.
 *
 * @param window the window's first instant, milliseconds since the epoch
 */
public record PerformanceKey(long window, int cityId, Stage stage, String modelVersion) {
  /** Written down, since it places keys on subtasks: an enum's own hash is the JVM's to choose. */
  @Override
  public int hashCode() {
    int hash = 31 * Long.hashCode(window) + cityId;
    return 31 * (31 * hash + stage.ordinal()) + modelVersion.hashCode();
  }
}
