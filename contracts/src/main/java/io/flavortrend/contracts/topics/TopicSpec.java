package io.flavortrend.contracts.topics;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * One topic of the catalogue.
 *
 * @param name the topic's name
 * @param key what its records are keyed by, for people
 * @param valueType class of its values; for captured topics the row inside the change envelope
 * @param cleanup whether old records or superseded records go
 * @param partitions number of partitions when the topic is made
 * @param retention how long records of a {@link Cleanup#DELETE} topic stay
 * @param captured true for the topics that Debezium writes
 */
public record TopicSpec(
    String name,
    String key,
    Class<?> valueType,
    Cleanup cleanup,
    int partitions,
    Duration retention,
    boolean captured) {

  /** What Kafka does with old records. */
  public enum Cleanup {
    DELETE,
    COMPACT
  }

  /** The topic's configuration as Kafka understands it. */
  public Map<String, String> config() {
    Map<String, String> config = new TreeMap<>();
    // Event time is a field: with CreateTime a replayed month would be older than any retention.
    config.put("message.timestamp.type", "LogAppendTime");
    if (cleanup == Cleanup.COMPACT) {
      config.put("cleanup.policy", "compact");
      config.put("min.compaction.lag.ms", Long.toString(Duration.ofDays(7).toMillis()));
    } else {
      config.put("cleanup.policy", "delete");
      config.put("retention.ms", Long.toString(retention.toMillis()));
    }
    return config;
  }
}
