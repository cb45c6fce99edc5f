package io.flavortrend.jobs.frame.progress;

import io.flavortrend.contracts.values.ProgressKey;
import io.flavortrend.contracts.values.ProgressMarker;
import org.jspecify.annotations.Nullable;

/** A record of a topic that carries progress markers between its values. */
public interface Marked {
  /** Where the marker belongs; null in every record that is none. */
  @Nullable ProgressKey markerKey();

  /** How far a partition is complete; null in every record that is no marker. */
  @Nullable ProgressMarker marker();
}
