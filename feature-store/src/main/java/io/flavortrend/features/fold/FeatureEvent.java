package io.flavortrend.features.fold;

import java.util.ArrayList;
import java.util.List;

/**
 * What one dated transition adds to an entity's features, or takes from them again.
 *
 * @param <E> the event itself
 */
public interface FeatureEvent<E extends FeatureEvent<E>> {
  /** The restaurant, courier or city. */
  long entityId();

  /** The entity's city. */
  int cityId();

  /** When it happened. */
  Occurrence when();

  /**
   * True for what holds until something else is said, as a row's status: it is used however late it
   * comes. What only counts at its time may come too late.
   */
  boolean lasting();

  /** The same with another occurrence. */
  E withWhen(Occurrence when);

  /** The same taken back. */
  E negated();

  /**
   * What a change says: the events of the row after it, less those of the row before. Creations,
   * transitions, corrections, deletions and rows first seen in a late state are all the same case.
   */
  static <E extends FeatureEvent<E>> List<E> difference(List<E> before, List<E> after) {
    List<E> added = new ArrayList<>(after);
    List<E> result = new ArrayList<>(after.size());
    for (E former : before) {
      if (!added.remove(former)) {
        result.add(former.negated());
      }
    }
    result.addAll(added);
    return result;
  }
}
