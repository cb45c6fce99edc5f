package io.flavortrend.e2e.bench;

import java.time.Duration;
import java.time.Instant;

/**
 * The time that is measured.
 *
 * @param from the first instant that counts
 * @param to the first instant that does not
 */
record Span(Instant from, Instant to) {
  private static final Duration MEASURED = Duration.ofSeconds(60);

  /** What began within the span may arrive until then. */
  private static final Duration LATE = Duration.ofSeconds(2);

  /** The minute that begins now. */
  static Span fromNow() {
    Instant from = Instant.now();
    return new Span(from, from.plus(MEASURED));
  }

  boolean contains(Instant instant) {
    return !instant.isBefore(from) && instant.isBefore(to);
  }

  boolean isOver() {
    return Instant.now().isAfter(to.plus(LATE));
  }

  double seconds() {
    return Duration.between(from, to).toNanos() / 1e9;
  }
}
