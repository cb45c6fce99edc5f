package io.flavortrend.e2e.bench;

import io.flavortrend.e2e.stack.Json;
import io.flavortrend.e2e.stack.ModelSwap;
import io.flavortrend.e2e.stack.Stack;
import io.flavortrend.e2e.stack.TopicReader;
import io.flavortrend.inference.testing.TestPackage;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.databind.JsonNode;

/**
 * The champion is replaced at 100 orders/s, forth and back. Every order that is placed meanwhile
 * must have a prediction, none two of one version, and the new model must answer soon after.
 */
final class SwapBench implements Bench {
  private static final int ORDERS_PER_SECOND = 100;
  private static final int SWAPS = 6;
  private static final Duration BETWEEN = Duration.ofSeconds(8);
  private static final Duration LATE = Duration.ofSeconds(20);

  private final Set<String> told = new HashSet<>();
  private final Set<Long> placed = new HashSet<>();
  private final Map<String, Instant> firstAnswer = new HashMap<>();
  private long twice;

  @Override
  public String name() {
    return "swap";
  }

  @Override
  public List<BenchResult> run(BenchStacks stacks) throws Exception {
    Stack stack = stacks.fresh(List.of());
    ModelSwap models = new ModelSwap(stack);
    for (int swap = 0; swap < SWAPS; swap++) {
      models.register(TestPackage.of("swap-" + swap).residuals(swap, swap - 3, swap + 6));
    }
    WarmUp.to(ORDERS_PER_SECOND, stack, name(), "eta_predictions");
    double slowest = 0;
    Instant from;
    Instant to;
    try (TopicReader topic = TopicReader.fromNow(stack.kafkaBootstrap(), "eta_predictions")) {
      from = Instant.now();
      for (int swap = 0; swap < SWAPS; swap++) {
        String version = "swap-" + swap;
        Instant asked = Instant.now();
        models.promote(version);
        read(topic, BETWEEN);
        Instant first = firstAnswer.get(version);
        if (first == null) {
          throw new IOException(version + " did not answer within " + BETWEEN);
        }
        slowest = Math.max(slowest, Duration.between(asked, first).toMillis() / 1e3);
      }
      to = Instant.now();
      read(topic, LATE);
    }
    Set<Long> orders = orders(stack, from, to);
    long all = orders.size();
    orders.removeAll(placed);
    Map<String, Object> details = Map.of("orders", all, "swaps", SWAPS);
    return List.of(
        BenchResult.atMost("swap: orders without a prediction", orders.size(), "", 0, details),
        BenchResult.atMost("swap: predictions told twice", twice, "", 0, details),
        BenchResult.atMost("swap: promotion to first answer, slowest", slowest, "s", 2, details));
  }

  private void read(TopicReader topic, Duration duration) {
    Instant end = Instant.now().plus(duration);
    while (Instant.now().isBefore(end)) {
      topic.poll(Duration.ofMillis(50), this::note);
    }
  }

  private void note(ConsumerRecord<byte[], byte[]> record) {
    JsonNode prediction = Json.MAPPER.readTree(record.value());
    long order = prediction.path("order_id").asLong();
    String stage = prediction.path("stage").asString();
    if (stage.equals("placed")) {
      placed.add(order);
    }
    if (!told.add(order + stage + prediction.path("version").asLong())) {
      twice++;
    }
    firstAnswer.putIfAbsent(prediction.path("model_version").asString(), Instant.now());
  }

  private static Set<Long> orders(Stack stack, Instant from, Instant to) throws SQLException {
    Set<Long> orders = new HashSet<>();
    try (Connection connection = stack.jdbc();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select id from public.orders where placed_at >= '%s' and placed_at < '%s'"
                    .formatted(from, to))) {
      while (rows.next()) {
        orders.add(rows.getLong(1));
      }
    }
    return orders;
  }
}
