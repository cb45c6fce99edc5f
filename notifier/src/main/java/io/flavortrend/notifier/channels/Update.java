package io.flavortrend.notifier.channels;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record of a topic, decoded into what a channel says about one key.
 *
 * @param key the channel's key
 * @param version a higher one replaces a lower one of the same key
 * @param cityId the city that the data belongs to
 * @param eventTime when it happened; for a window, when it began
 * @param rank newest-first order within snapshots
 * @param until after this instant the key leaves the snapshot; null while it has no end
 * @param data UTF-8 JSON; {@code null} as JSON where the key is gone
 * @param gone true where the key is gone
 * @param dated true for history: a key that is first seen long after its end
 * @param times instants on the way, for the latency figures; null for what a snapshot read
 */
public record Update(
    String key,
    long version,
    int cityId,
    Instant eventTime,
    Instant rank,
    @Nullable Instant until,
    byte[] data,
    boolean gone,
    boolean dated,
    @Nullable Times times) {

  /**
   * Instants on the way.
   *
   * @param emittedAt handed to the sinks by a job; null where no job stands between
   */
  public record Times(Instant committedAt, Instant capturedAt, @Nullable Instant emittedAt) {}
}
