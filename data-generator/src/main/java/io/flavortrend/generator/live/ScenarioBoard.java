package io.flavortrend.generator.live;

import io.flavortrend.generator.simulation.Scenario;
import io.flavortrend.generator.simulation.ScenarioKind;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The scenarios that were asked for. The simulation's thread takes them over when it gets to it;
 * they end with the process. Thread-safe.
 */
final class ScenarioBoard {
  private final AtomicLong ids = new AtomicLong();
  private final ConcurrentSkipListMap<Long, Scenario> known = new ConcurrentSkipListMap<>();
  private final ConcurrentLinkedQueue<Scenario> news = new ConcurrentLinkedQueue<>();

  /** Begins a scenario; times are microseconds since 1970. */
  Scenario start(ScenarioKind kind, int cityId, long now, long duration, double strength) {
    Scenario scenario =
        new Scenario(ids.incrementAndGet(), kind, cityId, now, now + duration, strength);
    put(scenario);
    return scenario;
  }

  /** Ends a scenario early; empty where none of that id is under way. */
  Optional<Scenario> stop(long id, long now) {
    Scenario scenario = known.get(id);
    if (scenario == null || scenario.endsAt() <= now) {
      return Optional.empty();
    }
    Scenario stopped = scenario.endingAt(now);
    put(stopped);
    return Optional.of(stopped);
  }

  /** Those under way, oldest first. */
  List<Scenario> underWay(long now) {
    known.values().removeIf(scenario -> scenario.endsAt() <= now);
    return List.copyOf(known.values());
  }

  /** Hands over what is new. */
  void handOver(Consumer<Scenario> simulation) {
    for (Scenario scenario = news.poll(); scenario != null; scenario = news.poll()) {
      simulation.accept(scenario);
    }
  }

  private void put(Scenario scenario) {
    known.put(scenario.id(), scenario);
    news.add(scenario);
  }
}
