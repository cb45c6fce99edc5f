package io.flavortrend.jobs.etaprediction.model;

import io.flavortrend.contracts.values.ModelRelease;
import java.time.Instant;

/**
 * A release and where it was announced. Kept in Flink's state: a field may be added, none renamed.
 *
 * @param partition of the topic {@code eta_models}
 * @param offset the record's
 */
public record AnnouncedRelease(ModelRelease release, int partition, long offset) {
  /** The first event time that is this release's. */
  Instant from() {
    Instant from = release.effectiveFrom();
    return from == null ? Instant.MIN : from;
  }
}
