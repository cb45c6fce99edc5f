package io.flavortrend.jobs.orderenrichment;

import org.jspecify.annotations.Nullable;

/**
 * The weather in a city as it was observed. Kept in Flink's state: a field may be added, none
 * renamed.
 *
 * @param id of the row; of two rows with one time the higher holds
 * @param observedAtMicros microseconds since the epoch
 */
public record Observation(
    long id,
    long observedAtMicros,
    String condition,
    @Nullable Double temperatureC,
    @Nullable Double rainMm,
    @Nullable Double windKmh) {}
