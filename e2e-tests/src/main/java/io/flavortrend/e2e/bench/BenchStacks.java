package io.flavortrend.e2e.bench;

import io.flavortrend.e2e.stack.Stack;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Starts stacks of their own to measure, one at a time, and clears them away. */
final class BenchStacks implements AutoCloseable {
  private @Nullable Stack current;

  /** A new stack without data; the former one is stopped and removed. */
  Stack fresh(List<String> upArguments) {
    close();
    System.err.println("bench: starting a stack");
    Stack started = Stack.start(Map.of("FLAVOR_GENERATOR_WARM_HOURS", "0"), upArguments);
    current = started;
    return started;
  }

  /** A new stack that starts as a user's would, with the last hours' orders. */
  Stack asUsers() {
    close();
    Stack started = Stack.start(Map.of(), List.of());
    current = started;
    return started;
  }

  @Override
  public void close() {
    Stack former = current;
    current = null;
    if (former != null) {
      former.close();
    }
  }
}
