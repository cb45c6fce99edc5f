package io.flavortrend.jobs.frame.progress;

import io.flavortrend.contracts.values.ProgressKey;
import io.flavortrend.contracts.values.ProgressMarker;
import org.jspecify.annotations.Nullable;

/** What a topic of texts with markers is written with. */
record Written(
    @Nullable String value, @Nullable ProgressKey markerKey, @Nullable ProgressMarker marker)
    implements Marked {
  static final Marking<String, Written> MARKING =
      new Marking<>(
          value -> new Written(value, null, null), (key, marker) -> new Written(null, key, marker));
}
