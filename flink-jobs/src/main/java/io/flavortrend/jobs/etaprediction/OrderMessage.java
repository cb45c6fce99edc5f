package io.flavortrend.jobs.etaprediction;

import io.flavortrend.contracts.values.DeadLetter;
import io.flavortrend.contracts.values.ProgressKey;
import io.flavortrend.contracts.values.ProgressMarker;
import io.flavortrend.jobs.frame.progress.Marked;
import org.jspecify.annotations.Nullable;

/**
 * A record of the topic {@code orders_enriched}, read: news, a marker, or why it is neither.
 *
 * @param markerKey where the marker belongs; null where {@code marker} is
 * @param marker how far a partition is complete
 */
public record OrderMessage(
    @Nullable OrderNews news,
    @Nullable ProgressKey markerKey,
    @Nullable ProgressMarker marker,
    @Nullable DeadLetter refused)
    implements Marked {

  static OrderMessage of(OrderNews news) {
    return new OrderMessage(news, null, null, null);
  }

  static OrderMessage of(ProgressKey key, ProgressMarker marker) {
    return new OrderMessage(null, key, marker, null);
  }

  static OrderMessage refused(DeadLetter letter) {
    return new OrderMessage(null, null, null, letter);
  }
}
