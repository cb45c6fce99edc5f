package io.flavortrend.e2e.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.e2e.stack.Stack;
import io.flavortrend.e2e.stack.StackFailure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * A scenario that is started from the command line moves the city's figures in its direction, and
 * they return when it is stopped. In this stack an order lives 20 s, so that minutes are enough.
 */
@Order(105)
class ScenarioIT {
  private static final int TUNIS = 1;
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Pattern ID = Pattern.compile("(?m)^(\\d+) ");

  private static final Map<String, String> SETTINGS =
      Map.of(
          "FLAVOR_GENERATOR_RATE", "60",
          "FLAVOR_GENERATOR_CONSTANT", "true",
          "FLAVOR_GENERATOR_LIFECYCLE_SECONDS", "20",
          "FLAVOR_GENERATOR_WARM_HOURS", "0");

  @Test
  void anOutageRaisesPressurePrepTimeAndBreachesAndPasses() {
    try (Stack stack = Stack.start(SETTINGS, List.of())) {
      stack.flavor("sla-limits", "set", "--city", "1", "--prepare", "0.35").orThrow();
      CityFigures usual = await(stack, "a usual half minute", now -> now.delivered() > 500);

      long outage = start(stack, "outage");
      await(
          stack,
          "an outage of couriers",
          now ->
              now.pressure() > usual.pressure() + 20
                  && now.prepSeconds() > 1.5 * usual.prepSeconds()
                  && now.breaches() > 2 * usual.breaches() + 10);
      stop(stack, outage);
      // It goes on rising for a while: orders that were taken in the outage are still to be ready.
      AtomicReference<Double> highest = new AtomicReference<>(0.0);
      await(
          stack,
          "the end of the outage",
          now -> {
            double peak = highest.accumulateAndGet(now.prepSeconds(), Math::max);
            return now.pressure() < usual.pressure() + 20
                && now.prepSeconds() < (usual.prepSeconds() + peak) / 2
                && now.breaches() <= 2 * usual.breaches() + 5;
          });
      assertThat(stack.flavor("scenario", "list").orThrow().out()).doesNotContain("outage");
    }
  }

  private static long start(Stack stack, String kind) {
    String said =
        stack
            .flavor("scenario", "start", kind, "--city", "1", "--minutes", "60", "--strength", "1")
            .orThrow()
            .out();
    Matcher id = ID.matcher(said);
    if (!id.find()) {
      throw new StackFailure("'scenario start' printed no id: " + said);
    }
    return Long.parseLong(id.group(1));
  }

  private static void stop(Stack stack, long id) {
    stack.flavor("scenario", "stop", Long.toString(id)).orThrow();
  }

  /** Looks every other second until the figures fit; prints them, since people want to see them. */
  private static CityFigures await(Stack stack, String what, Predicate<CityFigures> fits) {
    return Awaitility.await(what)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(2))
        .conditionEvaluationListener(seen -> System.out.printf("%s: %s%n", what, seen.getValue()))
        .until(() -> CityFigures.of(stack, TUNIS), fits);
  }
}
