package io.flavortrend.kafka.agent;

import java.util.Optional;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.network.ListenerName;
import org.apache.kafka.metadata.MetadataCache;

/**
 * Where a partition's leader is, for the transaction coordinator.
 *
 * <p>Kafka's own answer (up to 4.3.1 at least, in KRaft mode) is the same for a partition that was
 * deleted and for one that has no leader at the moment. The coordinator takes both for deleted: it
 * skips the markers and notes the transaction as complete. The transaction then stays open in those
 * partitions for ever, and no {@code read_committed} reader gets past it. A broker that was killed
 * and comes back is without leaders from its registration until the controller unfences it.
 */
public final class LeaderEndpoint {
  private LeaderEndpoint() {}

  /**
   * As {@link MetadataCache#getPartitionLeaderEndpoint}, save that a partition that exists but has
   * no leader is {@link Node#noNode()}: the coordinator keeps its markers and asks again.
   *
   * @return empty only where the partition does not exist
   */
  public static Optional<Node> of(
      MetadataCache cache, String topic, int partition, ListenerName listener) {
    return cache
        .getPartitionLeaderEndpoint(topic, partition, listener)
        .or(
            () ->
                cache.contains(new TopicPartition(topic, partition))
                    ? Optional.of(Node.noNode())
                    : Optional.empty());
  }
}
