package io.flavortrend.e2e.bench;

import io.flavortrend.e2e.stack.LiveSocket;
import io.flavortrend.e2e.stack.LiveSocket.Frame;
import io.flavortrend.e2e.stack.Stack;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.JsonNode;

/**
 * From commit to a WebSocket client, at 100 orders/s with full lifecycles. The commit's time is
 * PostgreSQL's own, the arrival's is taken here: one machine, one clock.
 */
final class LatencyBench implements Bench {
  private static final int ORDERS_PER_SECOND = 100;

  /** Until as many orders end as begin, and the code is compiled. */
  private static final Duration WARM_UP =
      Duration.ofSeconds(GeneratorControl.LIFECYCLE_SECONDS + 30);

  private static final Duration MEASURED = Duration.ofSeconds(60);

  private static final long LONGEST_MICROS = 600_000_000;

  @Override
  public String name() {
    return "latency";
  }

  @Override
  public List<BenchResult> run(BenchStacks stacks) throws Exception {
    Stack stack = stacks.fresh(List.of());
    GeneratorControl generator = new GeneratorControl(stack);
    generator.constant(ORDERS_PER_SECOND);
    Histogram statusMicros = new Histogram(LONGEST_MICROS, 3);
    Histogram kpiMicros = new Histogram(LONGEST_MICROS, 3);
    Instant from = Instant.now().plus(WARM_UP);
    Instant to = from.plus(MEASURED);
    // Frames carry nanoTime: where the clock stood when that was zero.
    Instant clockAtZero = Instant.now().minusNanos(System.nanoTime());
    System.err.printf("latency: warming up for %d s%n", WARM_UP.toSeconds());
    try (LiveSocket socket = LiveSocket.connect(stack.notifierUrl())) {
      socket.subscribe(stack.token("viewer"), List.of("order_status", "city_kpis"), null, null);
      while (Instant.now().isBefore(to.plusSeconds(2))) {
        Frame frame = socket.next(Duration.ofMillis(100));
        if (frame == null) {
          continue;
        }
        if (frame.closeCode() != 0) {
          throw new IOException("the notifier closed with " + frame.closeCode());
        }
        note(frame, clockAtZero, from, to, statusMicros, kpiMicros);
      }
    }
    Map<String, Object> details = BenchResult.milliseconds(statusMicros);
    details.put("generator", generator.status());
    details.put("changes_per_second", statusMicros.getTotalCount() / (double) MEASURED.toSeconds());
    System.err.println("latency: " + details);
    return List.of(
        BenchResult.atMost(
            "latency: commit to WebSocket, order status, p50",
            statusMicros.getValueAtPercentile(50) / 1e3,
            "ms",
            30,
            details),
        BenchResult.atMost(
            "latency: commit to WebSocket, order status, p99",
            statusMicros.getValueAtPercentile(99) / 1e3,
            "ms",
            150,
            details),
        BenchResult.plain(
            "latency: commit to WebSocket, city KPI, p50",
            kpiMicros.getValueAtPercentile(50) / 1e3,
            "ms",
            BenchResult.milliseconds(kpiMicros)));
  }

  private static void note(
      Frame frame,
      Instant clockAtZero,
      Instant from,
      Instant to,
      Histogram statusMicros,
      Histogram kpiMicros) {
    JsonNode event = frame.json();
    if (!event.path("type").asString().equals("event")) {
      return;
    }
    boolean status = event.path("channel").asString().equals("order_status");
    Instant committed =
        Instant.parse(
            event.at(status ? "/data/committed_at" : "/data/trace/committed_at").asString());
    if (committed.isAfter(from) && committed.isBefore(to)) {
      Instant arrived = clockAtZero.plusNanos(frame.atNanos());
      long micros = Duration.between(committed, arrived).toNanos() / 1_000;
      (status ? statusMicros : kpiMicros)
          .recordValue(Math.min(LONGEST_MICROS, Math.max(0, micros)));
    }
  }
}
