package io.flavortrend.jobs.frame.join;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link PointInTimeJoinOperator} has to know of its questions; pure.
 *
 * @param <Q> a question, and its answer
 * @param <V> a version of what it is joined with
 */
public interface Joining<Q, V extends DatedVersion> extends Serializable {
  /** False where there is nothing to join: such a question passes untouched, at once. */
  boolean asks(Q question);

  /** The question's event time, milliseconds since the epoch, rounded down. */
  long dueMillis(Q question);

  /**
   * The answer.
   *
   * @param question where {@code standing} is a correction, the former answer
   * @param version null where none is known
   * @param nowMillis the clock
   */
  Q answer(Q question, @Nullable V version, Standing standing, long nowMillis);

  /** Whether an answer was given with this very version; null where none is known. */
  boolean standsOn(Q answer, @Nullable V version);
}
