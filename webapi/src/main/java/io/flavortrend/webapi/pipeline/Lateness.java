package io.flavortrend.webapi.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells a part that is slow from one that is gone: a machine that is busy answers late, and to call
 * that an outage would cry wolf. Thread-safe.
 */
final class Lateness {
  /** A part that has given no answer for as long is taken for gone. */
  static final Duration TOLERANCE = Duration.ofSeconds(10);

  private final Map<String, Instant> lateSince = new ConcurrentHashMap<>();

  /** {@code up}, {@code degraded} or {@code down}. */
  String state(String part, Probe<?> probe, Instant now) {
    if (!probe.late()) {
      lateSince.remove(part);
      return probe.answered() ? "up" : "down";
    }
    Instant since = lateSince.computeIfAbsent(part, absent -> now);
    return Duration.between(since, now).compareTo(TOLERANCE) < 0 ? "degraded" : "down";
  }
}
