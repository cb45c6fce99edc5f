package io.flavortrend.generator.simulation;

/**
 * Something that happens to one city for a while. Times are microseconds since 1970.
 *
 * @param endsAt when it is over, not included
 * @param strength above 0 (hardly to be noticed) up to 1 (as strong as it gets)
 */
public record Scenario(
    long id, ScenarioKind kind, int cityId, long startsAt, long endsAt, double strength) {
  boolean isOnAt(long at) {
    return startsAt <= at && at < endsAt;
  }

  /** The same, over by then. */
  public Scenario endingAt(long at) {
    return new Scenario(id, kind, cityId, startsAt, Math.min(endsAt, at), strength);
  }
}
