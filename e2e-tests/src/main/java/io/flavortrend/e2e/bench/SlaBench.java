package io.flavortrend.e2e.bench;

import io.flavortrend.e2e.stack.Stack;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * From the instant at which a limit passes to the violation at a WebSocket client, at 100 orders/s.
 * The limits are set while the stack runs, short enough for the compressed lifecycles to break
 * some.
 */
final class SlaBench implements Bench {
  private static final int ORDERS_PER_SECOND = 100;

  @Override
  public String name() {
    return "sla";
  }

  @Override
  public List<BenchResult> run(BenchStacks stacks) throws Exception {
    Stack stack = stacks.fresh(List.of());
    stack
        .flavor("sla-limits", "set", "--accept", "0.1", "--prepare", "0.25", "--pick-up", "0.1")
        .orThrow();
    WarmUp.to(ORDERS_PER_SECOND, stack, name(), "order_status");
    Span span = Span.fromNow();
    Waits violations = new Waits(name(), span);
    LiveEvents.follow(
        stack,
        List.of("sla_violations"),
        span::isOver,
        (event, arrived) -> note(event, arrived, violations));
    Map<String, Object> details = violations.details();
    System.err.println("sla: " + details);
    return violations.results("sla: limit passes to violation at the WebSocket", 100, 300, details);
  }

  private static void note(JsonNode event, Instant arrived, Waits violations) {
    JsonNode violation = event.path("data");
    if (violation.path("state").asString().equals("open")) {
      violations.add(Instant.parse(violation.path("due_at").asString()), arrived);
    }
  }
}
