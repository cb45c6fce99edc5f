package io.flavortrend.e2e.bench;

import io.flavortrend.e2e.stack.Stack;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * From commit to a WebSocket client, at 100 orders/s with full lifecycles. The commit's time is
 * PostgreSQL's own, the arrival's is taken here: one machine, one clock.
 */
final class LatencyBench implements Bench {
  private static final int ORDERS_PER_SECOND = 100;

  @Override
  public String name() {
    return "latency";
  }

  @Override
  public List<BenchResult> run(BenchStacks stacks) throws Exception {
    Stack stack = stacks.fresh(List.of());
    GeneratorControl generator = new GeneratorControl(stack);
    WarmUp.to(ORDERS_PER_SECOND, stack, name(), "order_status");
    Span span = Span.fromNow();
    Waits status = new Waits("latency: order status", span);
    Waits kpi = new Waits("latency: city KPI", span);
    LiveEvents.follow(
        stack,
        List.of("order_status", "city_kpis"),
        span::isOver,
        (event, arrived) -> note(event, arrived, status, kpi));
    Map<String, Object> details = status.details();
    details.put("generator", generator.status());
    details.put("changes_per_second", status.count() / span.seconds());
    System.err.println("latency: " + details);
    List<BenchResult> results =
        new ArrayList<>(
            status.results("latency: commit to WebSocket, order status", 30, 150, details));
    results.add(kpi.median("latency: commit to WebSocket, city KPI"));
    return results;
  }

  private static void note(JsonNode event, Instant arrived, Waits status, Waits kpi) {
    if (event.path("channel").asString().equals("order_status")) {
      status.add(Instant.parse(event.at("/data/committed_at").asString()), arrived);
    } else {
      kpi.add(Instant.parse(event.at("/data/trace/committed_at").asString()), arrived);
    }
  }
}
