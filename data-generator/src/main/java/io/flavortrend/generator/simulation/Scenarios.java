package io.flavortrend.generator.simulation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/** The scenarios under way or to come. */
final class Scenarios {
  private final List<Scenario> known = new ArrayList<>();
  private final Set<Long> on = new HashSet<>();

  Scenarios() {}

  Scenarios(Scenarios original) {
    known.addAll(original.known);
    on.addAll(original.on);
  }

  /** Adds a scenario, or puts it in the place of the one with its id. */
  void put(Scenario scenario) {
    known.removeIf(other -> other.id() == scenario.id());
    known.add(scenario);
  }

  /** Those that have begun or ended since this was last asked; what is over is forgotten. */
  List<Scenario> turned(long at) {
    List<Scenario> turned = new ArrayList<>();
    for (Scenario scenario : known) {
      if (scenario.isOnAt(at) ? on.add(scenario.id()) : on.remove(scenario.id())) {
        turned.add(scenario);
      }
    }
    known.removeIf(scenario -> scenario.endsAt() <= at);
    return turned;
  }

  /** When those known end. */
  LongStream ends() {
    return known.stream().mapToLong(Scenario::endsAt);
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
