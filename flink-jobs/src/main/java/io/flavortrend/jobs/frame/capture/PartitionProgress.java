package io.flavortrend.jobs.frame.capture;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How far each partition is proven to have come. Lateness is judged by the record's own partition,
 * because that alone is the same at every speed, parallelism and restart; Flink's watermark is the
 * minimum over partitions, so that what is admitted here is never late for an operator behind.
 */
final class PartitionProgress {
  /**
   * One partition's progress, as kept in state.
   *
   * @param through event time in milliseconds
   */
  public record Through(String topic, int partition, long through) {}

  private record Partition(String topic, int number) {}

  private final Map<Partition, Long> proven = new HashMap<>();

  /** Takes note; progress never goes back. */
  void advance(String topic, int partition, long through) {
    proven.merge(new Partition(topic, partition), through, Math::max);
  }

  /** Proven event time in milliseconds; {@link Long#MIN_VALUE} before the first proof. */
  long of(String topic, int partition) {
    return proven.getOrDefault(new Partition(topic, partition), Long.MIN_VALUE);
  }

  List<Through> toState() {
    return proven.entrySet().stream()
        .map(e -> new Through(e.getKey().topic(), e.getKey().number(), e.getValue()))
        .toList();
  }
}
