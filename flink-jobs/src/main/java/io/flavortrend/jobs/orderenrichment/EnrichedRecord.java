package io.flavortrend.jobs.orderenrichment;

import io.flavortrend.contracts.values.EnrichedOrder;
import io.flavortrend.contracts.values.ProgressKey;
import io.flavortrend.contracts.values.ProgressMarker;
import io.flavortrend.jobs.frame.progress.Marked;
import io.flavortrend.jobs.frame.progress.Marking;
import org.jspecify.annotations.Nullable;

/**
 * What the topic {@code orders_enriched} is written with: an order, or a marker between orders.
 *
 * @param order null in a marker
 * @param markerKey where the marker belongs; null where {@code marker} is
 * @param marker how far a partition is complete
 */
public record EnrichedRecord(
    @Nullable EnrichedOrder order, @Nullable ProgressKey markerKey, @Nullable ProgressMarker marker)
    implements Marked {

  static Marking<EnrichedOrder, EnrichedRecord> marking() {
    return new Marking<>(
        order -> new EnrichedRecord(order, null, null),
        (key, marker) -> new EnrichedRecord(null, key, marker));
  }
}
