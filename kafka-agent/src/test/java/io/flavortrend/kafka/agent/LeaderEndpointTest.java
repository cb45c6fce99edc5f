package io.flavortrend.kafka.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.metadata.PartitionRecord;
import org.apache.kafka.common.metadata.RegisterBrokerRecord;
import org.apache.kafka.common.metadata.RegisterBrokerRecord.BrokerEndpoint;
import org.apache.kafka.common.metadata.RegisterBrokerRecord.BrokerEndpointCollection;
import org.apache.kafka.common.metadata.TopicRecord;
import org.apache.kafka.common.network.ListenerName;
import org.apache.kafka.image.MetadataDelta;
import org.apache.kafka.image.MetadataProvenance;
import org.apache.kafka.metadata.KRaftMetadataCache;
import org.apache.kafka.server.common.KRaftVersion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LeaderEndpointTest {
  private static final ListenerName LISTENER = ListenerName.normalised("PLAINTEXT");
  private static final int LED = 0;
  private static final int LEADERLESS = 1;
  private static final int NO_LEADER = -1;

  private final KRaftMetadataCache cache =
      new KRaftMetadataCache(1, () -> KRaftVersion.LATEST_PRODUCTION);

  @BeforeEach
  void oneBrokerOneTopic() {
    MetadataDelta delta = new MetadataDelta.Builder().build();
    delta.replay(
        new RegisterBrokerRecord()
            .setBrokerId(1)
            .setFenced(false)
            .setEndPoints(
                new BrokerEndpointCollection(
                    List.of(
                            new BrokerEndpoint()
                                .setName(LISTENER.value())
                                .setHost("127.0.0.1")
                                .setPort(9092))
                        .iterator())));
    Uuid topic = Uuid.randomUuid();
    delta.replay(new TopicRecord().setName("orders").setTopicId(topic));
    delta.replay(partition(topic, LED, 1));
    delta.replay(partition(topic, LEADERLESS, NO_LEADER));
    cache.setImage(delta.apply(MetadataProvenance.EMPTY));
  }

  @Test
  void ofAPartitionWithALeaderIsTheLeader() {
    assertThat(LeaderEndpoint.of(cache, "orders", LED, LISTENER))
        .get()
        .extracting(Node::id, Node::port)
        .containsExactly(1, 9092);
  }

  @Test
  void ofAPartitionWithoutALeaderIsNoNodeAndNotNothing() {
    assertThat(LeaderEndpoint.of(cache, "orders", LEADERLESS, LISTENER)).contains(Node.noNode());
  }

  @Test
  void ofAPartitionThatDoesNotExistIsNothing() {
    assertThat(LeaderEndpoint.of(cache, "orders", 2, LISTENER)).isEmpty();
    assertThat(LeaderEndpoint.of(cache, "gone", LED, LISTENER)).isEmpty();
  }

  /** When this fails, Kafka has been mended and the agent can go. */
  @Test
  void kafkaItselfDoesNotTellALeaderlessPartitionFromADeletedOne() {
    Optional<Node> leaderless = cache.getPartitionLeaderEndpoint("orders", LEADERLESS, LISTENER);
    assertThat(leaderless).isEqualTo(cache.getPartitionLeaderEndpoint("gone", LED, LISTENER));
  }

  private static PartitionRecord partition(Uuid topic, int partition, int leader) {
    return new PartitionRecord()
        .setTopicId(topic)
        .setPartitionId(partition)
        .setReplicas(List.of(1))
        .setIsr(leader == NO_LEADER ? List.of() : List.of(1))
        .setLeader(leader);
  }
}
