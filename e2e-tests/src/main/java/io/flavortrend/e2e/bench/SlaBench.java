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
 * From the instant at which a limit passes to the violation at a WebSocket client, at 100 orders/s.
 * The limits are set while the stack runs, short enough for the compressed lifecycles to break
 * some.
 */
final class SlaBench implements Bench {
  private static final int ORDERS_PER_SECOND = 100;

  private static final Duration WARM_UP =
      Duration.ofSeconds(GeneratorControl.LIFECYCLE_SECONDS + 30);

  private static final Duration MEASURED = Duration.ofSeconds(60);

  private static final long LONGEST_MICROS = 600_000_000;

  @Override
  public String name() {
    return "sla";
  }

  @Override
  public List<BenchResult> run(BenchStacks stacks) throws Exception {
    Stack stack = stacks.fresh(List.of());
    new GeneratorControl(stack).constant(ORDERS_PER_SECOND);
    stack
        .flavor("sla-limits", "set", "--accept", "0.1", "--prepare", "0.25", "--pick-up", "0.1")
        .orThrow();
    Histogram micros = new Histogram(LONGEST_MICROS, 3);
    Instant from = Instant.now().plus(WARM_UP);
    Instant to = from.plus(MEASURED);
    Instant clockAtZero = Instant.now().minusNanos(System.nanoTime());
    System.err.printf("sla: warming up for %d s%n", WARM_UP.toSeconds());
    try (LiveSocket socket = LiveSocket.connect(stack.notifierUrl())) {
      socket.subscribe(stack.token("viewer"), List.of("sla_violations"), null, null);
      while (Instant.now().isBefore(to.plusSeconds(2))) {
        Frame frame = socket.next(Duration.ofMillis(100));
        if (frame == null) {
          continue;
        }
        if (frame.closeCode() != 0) {
          throw new IOException("the notifier closed with " + frame.closeCode());
        }
        note(frame, clockAtZero, from, to, micros);
      }
    }
    Map<String, Object> details = BenchResult.milliseconds(micros);
    System.err.println("sla: " + details);
    return List.of(
        BenchResult.atMost(
            "sla: limit passes to violation at the WebSocket, p50",
            micros.getValueAtPercentile(50) / 1e3,
            "ms",
            100,
            details),
        BenchResult.atMost(
            "sla: limit passes to violation at the WebSocket, p99",
            micros.getValueAtPercentile(99) / 1e3,
            "ms",
            300,
            details));
  }

  private static void note(
      Frame frame, Instant clockAtZero, Instant from, Instant to, Histogram micros) {
    JsonNode event = frame.json();
    JsonNode violation = event.path("data");
    if (!event.path("type").asString().equals("event")
        || !violation.path("state").asString().equals("open")) {
      return;
    }
    Instant due = Instant.parse(violation.path("due_at").asString());
    if (due.isAfter(from) && due.isBefore(to)) {
      Instant arrived = clockAtZero.plusNanos(frame.atNanos());
      long waited = Duration.between(due, arrived).toNanos() / 1_000;
      micros.recordValue(Math.min(LONGEST_MICROS, Math.max(0, waited)));
    }
  }
}
