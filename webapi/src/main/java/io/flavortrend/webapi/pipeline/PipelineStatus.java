package io.flavortrend.webapi.pipeline;

import io.flavortrend.webapi.features.FeatureGroup;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the pipeline is. A part that cannot be asked is null or empty and named in {@code
 * unavailable}.
 *
 * @param features by kind of entity
 * @param deadLetters records in the topic {@code dead_letters}; null where unknown
 */
record PipelineStatus(
    List<Component> components,
    List<Job> jobs,
    List<Connector> connectors,
    @Nullable Slot slot,
    List<Topic> topics,
    List<FeatureGroup> features,
    List<StageLatency> latency,
    @Nullable Long deadLetters,
    List<Unavailable> unavailable,
    Instant asOf) {

  /**
   * @param state {@code up}, {@code down} or {@code degraded}
   * @param detail why, or something worth knowing; null where there is nothing to say
   */
  record Component(String name, String state, @Nullable String detail) {}

  /**
   * A Flink job.
   *
   * @param lastCheckpointMs how long the newest completed checkpoint took; null before the first
   * @param watermarkLagMs how far the slowest watermark is behind the clock; null in the log domain
   *     and before the first watermark
   * @param recordsInPerSecond read by the sources; null where Flink does not say, as out
   */
  record Job(
      String name,
      String state,
      @Nullable Instant startedAt,
      @Nullable Long checkpointsCompleted,
      @Nullable Long checkpointsFailed,
      @Nullable Long lastCheckpointMs,
      @Nullable Long lastCheckpointBytes,
      @Nullable Long watermarkLagMs,
      @Nullable Double recordsInPerSecond,
      @Nullable Double recordsOutPerSecond) {}

  /** A Kafka Connect connector. */
  record Connector(String name, String state, List<Task> tasks) {}

  /**
   * @param trace what went wrong; null while it runs
   */
  record Task(int id, String state, @Nullable String trace) {}

  /**
   * The replication slot that capture reads.
   *
   * @param lagBytes write-ahead log that is not confirmed yet; null before the first confirmation
   */
  record Slot(String name, boolean active, @Nullable Long lagBytes) {}

  /**
   * @param recordsPerSecond between the last two looks; null at the first
   */
  record Topic(String name, @Nullable Double recordsPerSecond, long endOffset) {}

  /**
   * One stage of the way to the WebSocket over the last minute; null where nothing was measured.
   */
  record StageLatency(
      String stage,
      long count,
      @Nullable Double p50Ms,
      @Nullable Double p99Ms,
      @Nullable Double maxMs) {}

  /** A part that could not be asked. */
  record Unavailable(String part, String reason) {}
}
