package io.flavortrend.e2e.bench;

import io.flavortrend.e2e.stack.RestClient;
import io.flavortrend.e2e.stack.RestClient.Answer;
import io.flavortrend.e2e.stack.Stack;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What capture costs PostgreSQL at 10,000 orders/h: processor time of all its processes with the
 * connector running (slot, WAL sender, beats) against the same with the connector stopped.
 */
final class CaptureBench implements Bench {
  private static final double ORDERS_PER_SECOND = 10_000 / 3600.0;
  private static final Duration MEASURED = Duration.ofSeconds(90);
  private static final Duration SETTLED = Duration.ofSeconds(60);

  @Override
  public String name() {
    return "capture";
  }

  @Override
  public List<BenchResult> run(BenchStacks stacks) throws Exception {
    Stack stack = stacks.fresh(List.of());
    new GeneratorControl(stack).constant(ORDERS_PER_SECOND);
    Thread.sleep(SETTLED.toMillis());
    double on = coreShare(stack);
    put(stack, "stop");
    Thread.sleep(Duration.ofSeconds(5).toMillis());
    double off = coreShare(stack);
    put(stack, "resume");
    return List.of(
        BenchResult.atMost(
            "capture: PostgreSQL's processor time, on against off, 10,000 orders/h",
            100 * (on - off),
            "% of core",
            1,
            Map.of("on_percent", 100 * on, "off_percent", 100 * off)));
  }

  private static double coreShare(Stack stack) throws Exception {
    long pid = stack.pid("postgres");
    double before = Processes.cpuSeconds(pid);
    long start = System.nanoTime();
    Thread.sleep(MEASURED.toMillis());
    return (Processes.cpuSeconds(pid) - before) / ((System.nanoTime() - start) / 1e9);
  }

  private static void put(Stack stack, String verb) throws IOException {
    Answer answer =
        new RestClient(stack.connectUrl(), null).put("/connectors/flavor-postgres/" + verb, "");
    if (answer.status() / 100 != 2) {
      throw new IOException("Connect answered %d: %s".formatted(answer.status(), answer.text()));
    }
  }
}
