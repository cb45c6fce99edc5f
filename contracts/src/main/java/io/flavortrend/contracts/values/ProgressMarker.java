package io.flavortrend.contracts.values;

import java.time.Instant;

/**
 * Stands in a feature topic between its versions, and in {@code orders_enriched} between orders:
 * this subtask of the producing job has sent every version dated at or before {@code through}, and
 * will send none more. Each subtask writes one into each partition; a partition is complete through
 * the minimum over the subtasks of the newest generation. The record's key is {@link
 * ProgressKey}'s, so that compaction keeps the newest.
 *
 * @param schemaVersion version of the JSON Schema {@code progress_marker.schema.json}
 * @param generation the producing job's generation
 * @param parallelism how many subtasks write markers
 * @param through event time, milliseconds
 */
public record ProgressMarker(int schemaVersion, int generation, int parallelism, Instant through) {
  /** Version of the JSON Schema {@code progress_marker.schema.json}. */
  public static final int SCHEMA_VERSION = 1;
}
