package io.flavortrend.jobs.orderenrichment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A city's observations in the order of their time. Not thread-safe. */
final class WeatherSeries {
  private final TreeMap<Long, Observation> byTime = new TreeMap<>();

  /** The newest observation at or before the time in microseconds; null where none is known. */
  @Nullable Observation validAt(long micros) {
    Map.Entry<Long, Observation> entry = byTime.floorEntry(micros);
    return entry == null ? null : entry.getValue();
  }

  /** Takes an observation; false where another row of the same time holds. */
  boolean add(Observation observation) {
    Observation held = byTime.get(observation.observedAtMicros());
    if (held != null && held.id() > observation.id()) {
      return false;
    }
    byTime.put(observation.observedAtMicros(), observation);
    return true;
  }

  /** Takes an observation back; false where another row of the same time holds. */
  boolean remove(Observation observation) {
    Observation held = byTime.get(observation.observedAtMicros());
    return held != null
        && held.id() == observation.id()
        && byTime.remove(observation.observedAtMicros()) != null;
  }

  /** Forgets what is not valid at the time in microseconds or later; the times forgotten. */
  List<Long> prune(long micros) {
    Long valid = byTime.floorKey(micros);
    if (valid == null) {
      return List.of();
    }
    List<Long> forgotten = new ArrayList<>(byTime.headMap(valid).keySet());
    forgotten.forEach(byTime::remove);
    return forgotten;
  }
}
