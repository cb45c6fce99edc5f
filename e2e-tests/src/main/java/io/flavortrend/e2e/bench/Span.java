package io.flavortrend.e2e.bench;

import java.time.Duration;
import java.time.Instant;

/**
 * The time that is measured, after a warm-up.
 *
 * <p>{@code FLAVOR_BENCH_WARM_UP_SECONDS} says how long the warm-up is. The default lasts until as
 * many orders end as begin and the virtual machines have compiled what they run: before that the
 * compilers take up to a processor's time, and what is measured is them.
 *
 * @param from the first instant that counts
 * @param to the first instant that does not
 */
record Span(Instant from, Instant to) {
  private static final int WARM_UP_SECONDS =
      Integer.parseInt(System.getenv().getOrDefault("FLAVOR_BENCH_WARM_UP_SECONDS", "180"));

  private static final Duration MEASURED = Duration.ofSeconds(60);

  /** What began within the span may arrive until then. */
  private static final Duration LATE = Duration.ofSeconds(2);

  /** The minute after the warm-up, which begins now. */
  static Span afterWarmUp(String bench) {
    System.err.printf("%s: warming up for %d s%n", bench, WARM_UP_SECONDS);
    Instant from = Instant.now().plusSeconds(WARM_UP_SECONDS);
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
