package io.flavortrend.e2e.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.e2e.stack.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A broker that is killed while it commits: no transaction may stay open, or whoever reads
 * committed records is held up for ever. Enough producers commit at once that some are always
 * between the decision and its markers.
 */
@ExtendWith(LiveStack.class)
@Order(85)
class PreparedTransactionsIT {
  private static final int PRODUCERS = 8;
  private static final int PARTITIONS = 8;

  private final Stack stack;

  PreparedTransactionsIT(Stack stack) {
    this.stack = stack;
  }

  @RepeatedTest(3)
  void aKilledBrokerLeavesNoTransactionOpen() throws ExecutionException, InterruptedException {
    stack.awaitReady(Duration.ofMinutes(2));
    String topic = "e2e_transactions_" + System.nanoTime();
    ExecutorService threads = Executors.newFixedThreadPool(PRODUCERS);
    List<KafkaProducer<String, String>> producers = new ArrayList<>();
    try (Admin admin = Admin.create(bootstrap(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG))) {
      admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1))).all().get();
      for (int i = 0; i < PRODUCERS; i++) {
        KafkaProducer<String, String> producer = producer(topic + "-" + i);
        producers.add(producer);
        threads.execute(() -> commitUntilClosed(producer, topic));
      }
      Awaitility.await("every producer commits")
          .atMost(Duration.ofMinutes(1))
          .until(() -> ends(admin, topic, IsolationLevel.READ_COMMITTED) > 100L * PARTITIONS);
      long killed = stack.kill("kafka", "KILL");
      // A producer that goes on would close its open transaction with the markers of the next one.
      producers.forEach(producer -> producer.close(Duration.ZERO));
      stack.await(
          "a new broker", Duration.ofMinutes(2), status -> status.runsAnew("kafka", killed));
      Awaitility.await("nothing is held back from those who read committed records")
          .atMost(Duration.ofMinutes(1))
          .untilAsserted(
              () ->
                  assertThat(ends(admin, topic, IsolationLevel.READ_COMMITTED))
                      .isEqualTo(ends(admin, topic, IsolationLevel.READ_UNCOMMITTED)));
      admin.deleteTopics(List.of(topic)).all().get();
    } finally {
      producers.forEach(producer -> producer.close(Duration.ZERO));
      threads.shutdownNow();
    }
    stack.awaitReady(Duration.ofMinutes(2));
  }

  /** Small transactions over all partitions, one after the other. */
  private static void commitUntilClosed(KafkaProducer<String, String> producer, String topic) {
    try {
      producer.initTransactions();
      while (true) {
        producer.beginTransaction();
        for (int partition = 0; partition < PARTITIONS; partition++) {
          producer.send(new ProducerRecord<>(topic, partition, null, "x"));
        }
        producer.commitTransaction();
      }
    } catch (KafkaException | IllegalStateException closed) {
      // The only way out.
    }
  }

  private KafkaProducer<String, String> producer(String transactionalId) {
    Map<String, Object> configuration = bootstrap(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG);
    configuration.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
    configuration.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 5_000);
    return new KafkaProducer<>(configuration, new StringSerializer(), new StringSerializer());
  }

  private Map<String, Object> bootstrap(String key) {
    return new HashMap<>(Map.of(key, stack.kafkaBootstrap()));
  }

  private static long ends(Admin admin, String topic, IsolationLevel isolation)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    for (int partition = 0; partition < PARTITIONS; partition++) {
      latest.put(new TopicPartition(topic, partition), OffsetSpec.latest());
    }
    return admin
        .listOffsets(latest, new ListOffsetsOptions(isolation))
        .all()
        .get()
        .values()
        .stream()
        .mapToLong(end -> end.offset())
        .sum();
  }
}
