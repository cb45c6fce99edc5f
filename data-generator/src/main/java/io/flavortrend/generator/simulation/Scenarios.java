package io.flavortrend.generator.simulation;

import java.util.ArrayList;
import java.util.List;

/** The scenarios under way or to come. */
final class Scenarios {
  private final List<Scenario> known = new ArrayList<>();

  Scenarios() {}

  Scenarios(Scenarios original) {
    known.addAll(original.known);
  }

  /** Adds a scenario, or puts it in the place of the one with its id. */
  void put(Scenario scenario, long now) {
    known.removeIf(other -> other.id() == scenario.id() || other.endsAt() < now);
    known.add(scenario);
  }

  /** Those that begin or end at that very time. */
  List<Scenario> turningAt(long at) {
    return known.stream()
        .filter(scenario -> scenario.startsAt() == at || scenario.endsAt() == at)
        .toList();
  }

  /** How strong the strongest of that kind is in a city at a time; 0 where there is none. */
  double strength(ScenarioKind kind, int cityId, long at) {
    double strength = 0;
    for (Scenario scenario : known) {
      if (scenario.kind() == kind && scenario.cityId() == cityId && scenario.isOnAt(at)) {
        strength = Math.max(strength, scenario.strength());
      }
    }
    return strength;
  }
}
