package io.flavortrend.e2e.live;

import io.flavortrend.e2e.stack.Stack;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands the one live stack to every test that asks for a {@link Stack}. It is started by the first
 * and stopped after the last; a start that failed fails all the others at once.
 */
public final class LiveStack implements ParameterResolver {
  private static final Map<String, String> SETTINGS =
      Map.of(
          "FLAVOR_GENERATOR_RATE", "2",
          "FLAVOR_GENERATOR_WARM_HOURS", "1",
          // What is tested here is not how fast it is: fewer awakenings leave the tests more of a
          // small machine.
          "FLAVOR_JOBS_BUFFER_TIMEOUT", "PT0.01S",
          // A client that never reads is to be dropped within a test's time.
          "FLAVOR_NOTIFIER_MAX_STALL_SECONDS", "5");

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Stack.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(LiveStack.class))
        .computeIfAbsent("stack", key -> new Shared(), Shared.class)
        .stack();
  }

  /** Started once. */
  private static final class Shared implements AutoCloseable {
    private @Nullable Stack stack;
    private @Nullable RuntimeException failure;

    synchronized Stack stack() {
      if (failure != null) {
        throw failure;
      }
      if (stack == null) {
        try {
          stack = Stack.start(SETTINGS, List.of());
        } catch (RuntimeException e) {
          failure = e;
          throw e;
        }
      }
      return stack;
    }

    @Override
    public synchronized void close() {
      if (stack != null) {
        stack.close();
      }
    }
  }
}
