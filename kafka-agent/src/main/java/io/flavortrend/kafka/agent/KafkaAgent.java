package io.flavortrend.kafka.agent;

import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/**
 * The agent's entry: {@code -javaagent:kafka-agent.jar=broker} or {@code …=producer}, with its
 * {@code lib} folder beside it.
 */
public final class KafkaAgent {
  private KafkaAgent() {}

  /**
   * Called by the JVM before its main method. What it throws keeps the program from starting, which
   * is better than one that loses records unnoticed; later, when the class is loaded, the JVM would
   * pass over any failure.
   *
   * @throws IllegalArgumentException where the argument names nothing that the agent mends
   * @throws IllegalStateException where this is not the Kafka that the agent was written for
   */
  public static void premain(@Nullable String argument, Instrumentation instrumentation)
      throws IOException {
    CallRedirection redirection = Mend.named(argument).redirection();
    check(redirection, ClassLoader.getSystemClassLoader());
    instrumentation.addTransformer(redirection);
  }

  static void check(CallRedirection redirection, ClassLoader classes) throws IOException {
    String name = redirection.type() + ".class";
    try (InputStream code = classes.getResourceAsStream(name)) {
      if (code == null) {
        throw new IllegalStateException(
            "kafka-agent: there is no %s on the class path: adapt the agent or remove it"
                .formatted(name));
      }
      redirection.redirected(code.readAllBytes());
    }
  }
}
