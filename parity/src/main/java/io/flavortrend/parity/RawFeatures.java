package io.flavortrend.parity;

import io.flavortrend.features.fold.FeatureEvent;
import io.flavortrend.features.fold.FeatureState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Features of some entities at some instants, folded from the captured changes themselves in the
 * order in which they happened. Not thread-safe.
 *
 * @param <E> what is folded
 */
final class RawFeatures<E extends FeatureEvent<E>> {
  private final Supplier<FeatureState<E>> newState;
  private final Map<Long, TreeSet<Long>> wanted = new HashMap<>();
  private final Map<Long, List<E>> events = new HashMap<>();

  RawFeatures(Supplier<FeatureState<E>> newState) {
    this.newState = newState;
  }

  /** Asks for an entity's features at an instant, before events are added. */
  void want(long entityId, Instant instant) {
    wanted.computeIfAbsent(entityId, id -> new TreeSet<>()).add(instant.toEpochMilli());
  }

  /** Takes note of what a change says; entities that nobody asked for are passed over. */
  void add(List<E> said) {
    for (E event : said) {
      if (wanted.containsKey(event.entityId())) {
        events.computeIfAbsent(event.entityId(), id -> new ArrayList<>()).add(event);
      }
    }
  }

  /** The entities that were asked for. */
  Set<Long> entities() {
    return wanted.keySet();
  }

  /** By instant, milliseconds, the features at it, in the catalogue's order. */
  Map<Long, double[]> of(long entityId) {
    List<E> ordered = new ArrayList<>(events.getOrDefault(entityId, List.of()));
    // Stable: what happened at once keeps the log's order.
    ordered.sort(Comparator.comparingLong(event -> event.when().at()));
    FeatureState<E> state = newState.get();
    Map<Long, double[]> found = new HashMap<>();
    int next = 0;
    for (long instant : wanted.getOrDefault(entityId, new TreeSet<>())) {
      while (next < ordered.size() && ordered.get(next).when().at() <= instant) {
        state.advance(ordered.get(next).when().at());
        state.add(ordered.get(next++));
      }
      state.advance(instant);
      found.put(instant, state.values());
    }
    return found;
  }
}
