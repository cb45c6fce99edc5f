package io.flavortrend.e2e.bench;

import io.flavortrend.e2e.stack.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * From a returned commit to a read_committed consumer of the captured topic, exactly-once capture
 * on, with jobs, webapi and notifier running and no other load.
 */
final class CdcBench implements Bench {
  private static final int SECONDS = 60;
  private static final int WARM_UP_SECONDS = 20;

  @Override
  public String name() {
    return "cdc";
  }

  @Override
  public List<BenchResult> run(BenchStacks stacks) throws Exception {
    Stack stack = stacks.fresh(List.of("--no-generator"));
    List<BenchResult> results = new ArrayList<>();
    try (OrderWriter writer = new OrderWriter(stack, 4);
        TopicWatcher watcher = new TopicWatcher(stack, "flavor.public.orders")) {
      measure(writer, watcher, 200, WARM_UP_SECONDS);
      for (int rate : new int[] {100, 1_000}) {
        Ledger ledger = measure(writer, watcher, rate, SECONDS);
        Map<String, Object> details = BenchResult.milliseconds(ledger.micros());
        details.put("missing", ledger.missing());
        double p50 = ledger.micros().getValueAtPercentile(50) / 1e3;
        double p99 = ledger.micros().getValueAtPercentile(99) / 1e3;
        String what = "cdc: commit to consumer, %d rows/s, ".formatted(rate);
        if (rate == 1_000) {
          results.add(BenchResult.atMost(what + "p50", p50, "ms", 12, details));
          results.add(BenchResult.atMost(what + "p99", p99, "ms", 100, details));
        } else {
          results.add(BenchResult.plain(what + "p50", p50, "ms", details));
          results.add(BenchResult.plain(what + "p99", p99, "ms", details));
        }
      }
    }
    return results;
  }

  private static Ledger measure(OrderWriter writer, TopicWatcher watcher, int rate, int seconds)
      throws Exception {
    Ledger ledger = new Ledger();
    watcher.tell(ledger);
    long written = writer.write(rate, seconds, ledger);
    watcher.awaitPaired(ledger, written);
    System.err.printf(
        "cdc: %d rows/s for %d s: %s%n", rate, seconds, BenchResult.milliseconds(ledger.micros()));
    for (Ledger.Stall stall : ledger.stalls()) {
      System.err.printf("cdc: stall of %.0f ms, over at %s%n", stall.milliseconds(), stall.seen());
    }
    return ledger;
  }
}
