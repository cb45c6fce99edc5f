package io.flavortrend.jobs.frame.progress;

import io.flavortrend.contracts.values.ProgressKey;
import io.flavortrend.contracts.values.ProgressMarker;
import java.io.Serializable;

/**
 * Makes a topic's records out of values and markers.
 *
 * @param <V> a value
 * @param <R> what the topic is written with
 */
public record Marking<V, R extends Marked>(OfValue<V, R> value, OfMarker<R> marker)
    implements Serializable {
  /** Wraps a value. */
  @FunctionalInterface
  public interface OfValue<V, R> extends Serializable {
    R of(V value);
  }

  /** Wraps a marker. */
  @FunctionalInterface
  public interface OfMarker<R> extends Serializable {
    R of(ProgressKey key, ProgressMarker marker);
  }
}
