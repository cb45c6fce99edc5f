package io.flavortrend.kafka.agent;

import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/** The agent's entry: {@code -javaagent:kafka-agent.jar}, with its {@code lib} folder beside it. */
public final class KafkaAgent {
  private KafkaAgent() {}

  /** Called by the JVM before the broker's main method. */
  public static void premain(@Nullable String arguments, Instrumentation instrumentation) {
    instrumentation.addTransformer(new MarkerManagerTransformer());
  }
}
