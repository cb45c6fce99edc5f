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
import org.HdrHistogram.Histogram;
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

  private static final Duration WARM_UP =
      Duration.ofSeconds(GeneratorControl.LIFECYCLE_SECONDS + 30);

  private static final Duration MEASURED = Duration.ofSeconds(60);

  private static final long LONGEST_MICROS = 600_000_000;

  @Override
  public String name() {
    return "features";
  }

  @Override
  public List<BenchResult> run(BenchStacks stacks) throws Exception {
    Stack stack = stacks.fresh(List.of());
    new GeneratorControl(stack).constant(ORDERS_PER_SECOND);
    System.err.printf("features: warming up for %d s%n", WARM_UP.toSeconds());
    Thread.sleep(WARM_UP.toMillis());
    Instant from = Instant.now();
    Instant to = from.plus(MEASURED);
    Map<String, Histogram> micros = new LinkedHashMap<>();
    List<Thread> readers = new ArrayList<>();
    for (String entity : ENTITIES) {
      Histogram histogram = new Histogram(LONGEST_MICROS, 3);
      micros.put(entity, histogram);
      Thread reader = new Thread(() -> read(stack, entity, from, to, histogram), entity);
      reader.start();
      readers.add(reader);
    }
    for (Thread reader : readers) {
      reader.join();
    }
    List<BenchResult> results = new ArrayList<>();
    micros.forEach(
        (entity, histogram) -> {
          Map<String, Object> details = BenchResult.milliseconds(histogram);
          System.err.println("features: " + entity + " " + details);
          String name =
              "features: order event commit to %s features in the topic, ".formatted(entity);
          results.add(
              BenchResult.atMost(
                  name + "p50", histogram.getValueAtPercentile(50) / 1e3, "ms", 40, details));
          results.add(
              BenchResult.atMost(
                  name + "p99", histogram.getValueAtPercentile(99) / 1e3, "ms", 200, details));
        });
    return results;
  }

  private static void read(
      Stack stack, String entity, Instant from, Instant to, Histogram histogram) {
    try (TopicReader topic =
        TopicReader.fromNow(stack.kafkaBootstrap(), entity + "_features_live")) {
      while (Instant.now().isBefore(to.plusSeconds(2))) {
        topic.poll(Duration.ofMillis(100), record -> note(record, from, to, histogram));
      }
    }
  }

  private static void note(
      ConsumerRecord<byte[], byte[]> record, Instant from, Instant to, Histogram histogram) {
    Instant now = Instant.now();
    if (record.value() == null
        || new String(record.key(), StandardCharsets.UTF_8).startsWith(MARKER_KEY)) {
      return;
    }
    var value = Json.MAPPER.readTree(record.value());
    Instant committed = Instant.parse(value.at("/trace/committed_at").asString());
    // A window that slides tells of no new change: only versions dated by their change count.
    Duration sinceEvent = Duration.between(Instant.parse(value.path("event_time").asString()), now);
    if (committed.isBefore(from) || committed.isAfter(to) || sinceEvent.toMinutes() > 1) {
      return;
    }
    long waited = Duration.between(committed, now).toNanos() / 1_000;
    histogram.recordValue(Math.min(LONGEST_MICROS, Math.max(0, waited)));
  }
}
