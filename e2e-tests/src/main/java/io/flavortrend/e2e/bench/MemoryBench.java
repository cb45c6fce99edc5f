package io.flavortrend.e2e.bench;

import io.flavortrend.e2e.stack.Stack;
import io.flavortrend.e2e.stack.StackStatus;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Resident memory of all processes at 10 orders/s, after two minutes. */
final class MemoryBench implements Bench {
  private static final double BAR_GIB = 6;
  private static final Duration SETTLED = Duration.ofMinutes(2);

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public List<BenchResult> run(BenchStacks stacks) throws Exception {
    Stack stack = stacks.fresh(List.of());
    new GeneratorControl(stack).constant(10);
    System.err.printf("memory: settling for %d s%n", SETTLED.toSeconds());
    Thread.sleep(SETTLED.toMillis());
    double resident = 0;
    double proportional = 0;
    Map<String, Object> components = new LinkedHashMap<>();
    for (StackStatus.Component component : stack.status().components()) {
      Long pid = component.pid();
      if (pid == null) {
        continue;
      }
      double mib = 0;
      for (ProcessHandle process : Processes.tree(pid)) {
        resident += Processes.residentMib(process.pid());
        mib += Processes.proportionalMib(process.pid());
      }
      proportional += mib;
      components.put(component.name() + "_mib", Math.round(mib));
    }
    return List.of(
        BenchResult.atMost(
            "memory: resident, shared pages counted once per process",
            resident / 1024,
            "GiB",
            BAR_GIB,
            components),
        BenchResult.plain(
            "memory: resident, shared pages divided", proportional / 1024, "GiB", components));
  }
}
