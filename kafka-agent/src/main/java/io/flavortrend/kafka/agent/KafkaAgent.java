package io.flavortrend.kafka.agent;

import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/** The agent's entry: {@code -javaagent:kafka-agent.jar}, with its {@code lib} folder beside it. */
public final class KafkaAgent {
  private KafkaAgent() {}

  /**
   * Called by the JVM before the broker's main method. What it throws keeps the broker from
   * starting, which is better than one that loses transactions unnoticed; later, when the class is
   * loaded, the JVM would pass over any failure.
   *
   * @throws IllegalStateException where this is not the Kafka that the agent was written for
   */
  public static void premain(@Nullable String arguments, Instrumentation instrumentation)
      throws IOException {
    check(ClassLoader.getSystemClassLoader());
    instrumentation.addTransformer(new MarkerManagerTransformer());
  }

  static void check(ClassLoader classes) throws IOException {
    String name = MarkerManagerTransformer.MARKER_MANAGER + ".class";
    try (InputStream code = classes.getResourceAsStream(name)) {
      if (code == null) {
        throw new IllegalStateException(
            "kafka-agent: there is no %s on the class path: adapt the agent or remove it"
                .formatted(name));
      }
      MarkerManagerTransformer.redirected(code.readAllBytes());
    }
  }
}
