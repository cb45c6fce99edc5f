package io.flavortrend.jobs.frame.features;

import io.flavortrend.features.fold.FeatureEvent;
import java.util.Comparator;
import java.util.List;

/**
 * Which versions follow from an entity's events: the pure half of {@link FeatureFunction}. Events
 * are folded in the order in which they are known, windows slide in between, and a version is due
 * when something has changed, at most one in an interval of event time. So the versions are the
 * same at every speed and after every pause. Of history that a snapshot tells only the end is
 * shown.
 */
final class VersionSequence<E extends FeatureEvent<E>> {
  /** Takes a version. */
  @FunctionalInterface
  interface Out {
    /** Shows what is kept, as of an instant in milliseconds. */
    void show(long instant);
  }

  private final long intervalMillis;

  /**
   * @param intervalMillis least event time from one version of an entity to the next
   */
  VersionSequence(long intervalMillis) {
    this.intervalMillis = intervalMillis;
  }

  /**
   * Brings an entity up to an instant.
   *
   * @param events what is known by then, in any order; sorted in place
   * @param through milliseconds; {@link Long#MAX_VALUE} at the end of a bounded input, where
   *     windows stay as they are after the last event
   */
  void advance(KeptFeatures<E> kept, List<E> events, long through, Out out) {
    // Stable: what is known at one instant keeps the order in which it came.
    events.sort(Comparator.comparingLong(event -> event.when().knownAt()));
    if (!events.isEmpty() && through != Long.MAX_VALUE) {
      kept.heard(through);
    }
    boolean history = events.stream().anyMatch(event -> event.when().snapshot());
    long last = Long.MIN_VALUE;
    int next = 0;
    while (true) {
      long due = kept.dueAt(intervalMillis);
      boolean done = next == events.size();
      if (through == Long.MAX_VALUE && done && (history || due == KeptFeatures.NEVER)) {
        break;
      }
      long instant = done ? Long.MAX_VALUE : events.get(next).when().knownAt();
      instant = Math.min(instant, kept.slidesAt());
      instant = history ? instant : Math.min(instant, due);
      if (instant == Long.MAX_VALUE || instant > through) {
        break;
      }
      if (kept.slidesAt() <= instant) {
        kept.slide(instant);
        last = instant;
      }
      while (next < events.size() && events.get(next).when().knownAt() <= instant) {
        kept.fold(instant, events.get(next++));
        last = instant;
      }
      if (!history && kept.dueAt(intervalMillis) <= instant && kept.show(instant)) {
        out.show(instant);
      }
    }
    if (history) {
      long instant = Math.max(last, kept.shownAt() + 1);
      if (kept.show(instant)) {
        out.show(instant);
      }
    }
  }

  /** When the entity must be looked at again though no event comes, milliseconds. */
  long nextAt(KeptFeatures<E> kept) {
    return Math.min(kept.slidesAt(), kept.dueAt(intervalMillis));
  }
}
