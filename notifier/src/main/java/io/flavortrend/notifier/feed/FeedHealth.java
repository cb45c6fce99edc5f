package io.flavortrend.notifier.feed;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.jspecify.annotations.Nullable;

/** Whether the channels are up to date. Thread-safe. */
public final class FeedHealth {
  private static final String CONNECTIONS = "connection-count";

  private volatile String problem = "still reading back";
  private volatile boolean wasReady;
  private volatile @Nullable Supplier<Map<MetricName, ? extends Metric>> metrics;

  void ready(Supplier<Map<MetricName, ? extends Metric>> consumerMetrics) {
    metrics = consumerMetrics;
    wasReady = true;
    problem = "";
  }

  void failed(String why) {
    metrics = null;
    problem = why;
  }

  boolean wasReady() {
    return wasReady;
  }

  /** What is wrong; empty where the channels are up to date. */
  public Optional<String> problem() {
    Supplier<Map<MetricName, ? extends Metric>> current = metrics;
    if (!problem.isEmpty() || current == null) {
      return Optional.of(problem.isEmpty() ? "not connected" : problem);
    }
    // A consumer without a broker just returns nothing; its connections tell.
    boolean connected =
        current.get().values().stream()
            .filter(metric -> metric.metricName().name().equals(CONNECTIONS))
            .anyMatch(
                metric -> metric.metricValue() instanceof Number count && count.intValue() > 0);
    return connected ? Optional.empty() : Optional.of("no connection to a broker");
  }
}
