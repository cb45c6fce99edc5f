package io.flavortrend.e2e.bench;

import io.flavortrend.e2e.stack.Stack;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * What goes before a measurement: orders come a fifth, then half, then all as fast, each until
 * nothing waits any longer that piled up meanwhile. Cold virtual machines under full load have no
 * processor time left to compile what they run, and stay slow for it: what is measured then is
 * their compilers.
 *
 * <p>{@code FLAVOR_BENCH_WARM_UP_SECONDS} says how long each of the three lasts at least.
 */
final class WarmUp {
  private static final Duration SHORTEST =
      Duration.ofSeconds(
          Long.parseLong(System.getenv().getOrDefault("FLAVOR_BENCH_WARM_UP_SECONDS", "60")));
  private static final Duration LONGEST = SHORTEST.plusMinutes(4);
  private static final Duration SLICE = Duration.ofSeconds(20);
  private static final List<Double> SHARES = List.of(0.2, 0.5, 1.0);
  private static final long SETTLED_MILLIS = 1_000;
  private static final long LONGEST_MILLIS = Duration.ofHours(1).toMillis();

  private WarmUp() {}

  /**
   * Lets the generator write so many orders a second, and waits until events of a channel come
   * within a second of their commit, 99 of 100 of them for twenty seconds, or until that is no
   * longer to be expected.
   *
   * @param channel of the notifier, whose events tell {@code committed_at}
   * @throws IOException when the notifier closes the connection
   */
  static void to(int ordersPerSecond, Stack stack, String bench, String channel)
      throws IOException, InterruptedException {
    GeneratorControl generator = new GeneratorControl(stack);
    for (double share : SHARES) {
      int rate = (int) Math.round(ordersPerSecond * share);
      generator.constant(rate);
      if (!settles(stack, "%s: warm-up, %d orders/s".formatted(bench, rate), channel)) {
        System.err.printf("%s: not settled; what is measured now is lag%n", bench);
      }
    }
  }

  private static boolean settles(Stack stack, String told, String channel) throws IOException {
    Instant began = Instant.now();
    Histogram millis = new Histogram(LONGEST_MILLIS, 3);
    while (Instant.now().isBefore(began.plus(LONGEST))) {
      millis.reset();
      Instant end = Instant.now().plus(SLICE);
      LiveEvents.follow(
          stack,
          List.of(channel),
          () -> Instant.now().isAfter(end),
          (event, arrived) -> {
            Instant committed = Instant.parse(event.at("/data/committed_at").asString());
            long waited = Duration.between(committed, arrived).toMillis();
            millis.recordValue(Math.min(LONGEST_MILLIS, Math.max(0, waited)));
          });
      Duration lasted = Duration.between(began, Instant.now());
      System.err.printf(
          "%s, until %d s: %s p50 %d ms, p99 %d ms of %d%n",
          told,
          lasted.toSeconds(),
          channel,
          millis.getValueAtPercentile(50),
          millis.getValueAtPercentile(99),
          millis.getTotalCount());
      if (lasted.compareTo(SHORTEST) >= 0
          && millis.getTotalCount() > 0
          && millis.getValueAtPercentile(99) <= SETTLED_MILLIS) {
        return true;
      }
    }
    return false;
  }
}
