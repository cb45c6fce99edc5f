package io.flavortrend.e2e.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.e2e.stack.Stack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Producers with the agent, as Connect has it, that send a record and commit right behind it, as
 * Connect does with its position: the record has to be in the transaction. Without the agent about
 * every second run finds one that is not, in some ten thousand transactions.
 */
@ExtendWith(LiveStack.class)
@Order(86)
class WholeTransactionsIT {
  private static final int TRANSACTIONS_EACH = 1_000;

  private final Stack stack;

  WholeTransactionsIT(Stack stack) {
    this.stack = stack;
  }

  @Test
  void noTransactionIsCommittedWithoutItsLastRecord()
      throws ExecutionException, InterruptedException, IOException {
    stack.awaitReady(Duration.ofMinutes(2));
    Path agent = Stack.projectFolder().resolve("kafka-agent/target/kafka-agent.jar");
    String topic = "e2e_whole_transactions_" + System.nanoTime();
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, stack.kafkaBootstrap()))) {
      admin.createTopics(List.of(new NewTopic(topic, 2, (short) 1))).all().get();
      Process producers =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx256m",
                  "-javaagent:" + agent + "=producer",
                  "-cp",
                  System.getProperty("java.class.path"),
                  CommittingProducers.class.getName(),
                  stack.kafkaBootstrap(),
                  topic,
                  Integer.toString(TRANSACTIONS_EACH))
              .redirectErrorStream(true)
              .start();
      try {
        String said = new String(producers.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said).contains(CommittingProducers.ALL_WHOLE);
        assertThat(producers.waitFor()).isZero();
      } finally {
        producers.destroyForcibly();
      }
      admin.deleteTopics(List.of(topic)).all().get();
    }
  }
}
