package io.flavortrend.e2e.bench;

import io.flavortrend.e2e.stack.LiveSocket;
import io.flavortrend.e2e.stack.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** From {@code up} to ready, and to the first live order at a WebSocket client. */
final class StartBench implements Bench {
  private static final double READY_BAR = 45;
  private static final double FIRST_ORDER_BAR = 60;

  @Override
  public String name() {
    return "start";
  }

  @Override
  public List<BenchResult> run(BenchStacks stacks) throws Exception {
    List<BenchResult> results = new ArrayList<>();
    long start = System.nanoTime();
    Stack stack = stacks.asUsers();
    results.add(
        BenchResult.atMost(
            "start: up to ready, first start", seconds(start), "s", READY_BAR, Map.of()));
    String viewer = stack.token("viewer");
    try (LiveSocket socket = LiveSocket.connect(stack.notifierUrl())) {
      socket.subscribe(viewer, List.of("order_status"), null, null);
      socket.await(
          "live order",
          Duration.ofMinutes(2),
          message ->
              message.path("type").asString().equals("event")
                  && message.at("/data/status").asString().equals("placed"));
    }
    results.add(
        BenchResult.atMost(
            "start: up to first live order at a client",
            seconds(start),
            "s",
            FIRST_ORDER_BAR,
            Map.of()));
    long again = System.nanoTime();
    stack.down().orThrow();
    stack.up(List.of()).orThrow();
    results.add(
        BenchResult.atMost(
            "start: down and up again on the same data",
            seconds(again),
            "s",
            2 * READY_BAR,
            Map.of()));
    return results;
  }

  private static double seconds(long sinceNanos) {
    return (System.nanoTime() - sinceNanos) / 1e9;
  }
}
