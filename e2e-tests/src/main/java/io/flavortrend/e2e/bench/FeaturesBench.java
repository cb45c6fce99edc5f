package io.flavortrend.e2e.bench;

import io.flavortrend.e2e.stack.Json;
import io.flavortrend.e2e.stack.Stack;
import io.flavortrend.e2e.stack.TopicReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * From the commit of an order's change to the version of features that tells of it, readable in its
 * topic, at 100 orders/s with full lifecycles. The commit is that of the newest change in the
 * version; a change is joined by another of the same entity within the version interval (0.1 s) too
 * seldom at this rate to matter.
 */
final class FeaturesBench implements Bench {
  private static final int ORDERS_PER_SECOND = 100;
  private static final String MARKER_KEY = "__progress/";
  private static final List<String> ENTITIES = List.of("restaurant", "courier");

  @Override
  public String name() {
    return "features";
  }

  @Override
  public List<BenchResult> run(BenchStacks stacks) throws Exception {
    Stack stack = stacks.fresh(List.of());
    WarmUp.to(ORDERS_PER_SECOND, stack, name(), "order_status");
    Span span = Span.fromNow();
    Map<String, Waits> waits = new LinkedHashMap<>();
    List<Thread> readers = new ArrayList<>();
    for (String entity : ENTITIES) {
      Waits versions = new Waits("features: " + entity, span);
      waits.put(entity, versions);
      Thread reader = new Thread(() -> read(stack, entity, span, versions), entity);
      reader.start();
      readers.add(reader);
    }
    for (Thread reader : readers) {
      reader.join();
    }
    List<BenchResult> results = new ArrayList<>();
    waits.forEach(
        (entity, versions) -> {
          Map<String, Object> details = versions.details();
          System.err.println("features: " + entity + " " + details);
          results.addAll(
              versions.results(
                  "features: order event commit to %s features in the topic".formatted(entity),
                  40,
                  200,
                  details));
        });
    return results;
  }

  private static void read(Stack stack, String entity, Span span, Waits versions) {
    try (TopicReader topic =
        TopicReader.fromNow(stack.kafkaBootstrap(), entity + "_features_live")) {
      while (!span.isOver()) {
        topic.poll(Duration.ofMillis(100), record -> note(record, versions));
      }
    }
  }

  private static void note(ConsumerRecord<byte[], byte[]> record, Waits versions) {
    Instant now = Instant.now();
    if (record.value() == null
        || new String(record.key(), StandardCharsets.UTF_8).startsWith(MARKER_KEY)) {
      return;
    }
    var value = Json.MAPPER.readTree(record.value());
    // A window that slides tells of no new change: only versions dated by their change count.
    Instant dated = Instant.parse(value.path("event_time").asString());
    if (Duration.between(dated, now).toMinutes() <= 1) {
      versions.add(Instant.parse(value.at("/trace/committed_at").asString()), now);
    }
  }
}
