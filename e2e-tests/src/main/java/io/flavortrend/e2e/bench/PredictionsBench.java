package io.flavortrend.e2e.bench;

import io.flavortrend.e2e.stack.Json;
import io.flavortrend.e2e.stack.Stack;
import io.flavortrend.e2e.stack.TopicReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;

/**
 * From the commit of an order's stage to its prediction, readable in the topic and at a WebSocket
 * client, at 100 orders/s with full lifecycles and all jobs running; and how many predictions had
 * to do without something that they need.
 */
final class PredictionsBench implements Bench {
  private static final int ORDERS_PER_SECOND = 100;

  @Override
  public String name() {
    return "predictions";
  }

  @Override
  public List<BenchResult> run(BenchStacks stacks) throws Exception {
    Stack stack = stacks.fresh(List.of());
    WarmUp.to(ORDERS_PER_SECOND, stack, name(), "eta_predictions");
    Span span = Span.fromNow();
    Waits inTopic = new Waits("predictions: topic", span);
    Waits atSocket = new Waits("predictions: socket", span);
    AtomicLong all = new AtomicLong();
    AtomicLong degraded = new AtomicLong();
    Thread reader =
        new Thread(
            () -> {
              try (TopicReader topic =
                  TopicReader.fromNow(stack.kafkaBootstrap(), "eta_predictions")) {
                while (!span.isOver()) {
                  topic.poll(
                      Duration.ofMillis(100),
                      record -> {
                        Instant now = Instant.now();
                        JsonNode value = Json.MAPPER.readTree(record.value());
                        Instant committed = committed(value);
                        inTopic.add(committed, now);
                        if (span.contains(committed)) {
                          all.incrementAndGet();
                          degraded.addAndGet(value.path("degraded").asBoolean() ? 1 : 0);
                        }
                      });
                }
              }
            },
            "topic");
    reader.start();
    LiveEvents.follow(
        stack,
        List.of("eta_predictions"),
        span::isOver,
        (event, arrived) ->
            atSocket.add(Instant.parse(event.at("/data/committed_at").asString()), arrived));
    reader.join();
    Map<String, Object> details = inTopic.details();
    details.put("degraded", degraded.get());
    System.err.println("predictions: " + details);
    List<BenchResult> results =
        new ArrayList<>(
            inTopic.results("predictions: commit to prediction in Kafka", 35, 150, details));
    results.addAll(
        atSocket.results(
            "predictions: commit to prediction at the WebSocket", 40, 200, atSocket.details()));
    results.add(
        BenchResult.atMost(
            "predictions: degraded",
            100.0 * degraded.get() / Math.max(1, all.get()),
            "%",
            1,
            Map.of("predictions", all.get())));
    return results;
  }

  private static Instant committed(JsonNode prediction) {
    return Instant.parse(prediction.at("/trace/committed_at").asString());
  }
}
