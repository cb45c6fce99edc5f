package io.flavortrend.generator.control;

import io.flavortrend.generator.simulation.Micros;
import io.flavortrend.generator.simulation.Scenario;
import java.time.Instant;

/** A scenario as the control API shows it. */
record ScenarioView(
    long id, String kind, int cityId, Instant startsAt, Instant endsAt, double strength) {
  static ScenarioView of(Scenario scenario) {
    return new ScenarioView(
        scenario.id(),
        scenario.kind().code(),
        scenario.cityId(),
        Micros.instant(scenario.startsAt()),
        Micros.instant(scenario.endsAt()),
        scenario.strength());
  }
}
