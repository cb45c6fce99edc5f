package io.flavortrend.notifier.latency;

import org.jspecify.annotations.Nullable;

/**
 * One stage over the last minute.
 *
 * @param p50Ms milliseconds; null where nothing was measured, as the others
 */
public record StageFigures(
    String stage,
    long count,
    @Nullable Double p50Ms,
    @Nullable Double p99Ms,
    @Nullable Double maxMs) {}
