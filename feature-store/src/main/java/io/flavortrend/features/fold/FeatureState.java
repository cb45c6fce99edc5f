package io.flavortrend.features.fold;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What is remembered of one entity, enough to tell its features at an instant. Events may be added
 * in any order, and negated ones take back what was added. Not thread-safe.
 *
 * @param <E> what is folded
 */
public interface FeatureState<E> {
  /**
   * Moves on to an instant: what is no longer within its window goes. Never back.
   *
   * @param now milliseconds since the epoch
   */
  void advance(long now);

  /**
   * The next instant at which the features change though nothing happens, milliseconds; {@link
   * Long#MAX_VALUE} where there is none.
   */
  long nextChange();

  /** Folds an event that happened at or before the instant advanced to. */
  void add(E event);

  /** The features at the instant advanced to, in the catalogue's order; NaN where unknown. */
  double[] values();

  /** True when nothing is remembered, so that the entity may be forgotten. */
  boolean isEmpty();

  /** Writes everything, so that {@link #read} of a new state finds it again. */
  void write(DataOutput out) throws IOException;

  /**
   * Reads what was written, also by earlier releases.
   *
   * @throws IOException when a later release wrote it, or something else did
   */
  void read(DataInput in) throws IOException;
}
