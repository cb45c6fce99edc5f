package io.flavortrend.jobs.frame.topics;

/**
 * Where a record stands.
 *
 * @param key as text; empty for a record without
 */
public record RecordPosition(String topic, int partition, long offset, String key) {}
