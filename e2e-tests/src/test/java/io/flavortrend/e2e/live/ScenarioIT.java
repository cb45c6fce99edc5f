package io.flavortrend.e2e.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.e2e.stack.RestClient;
import io.flavortrend.e2e.stack.Stack;
import io.flavortrend.e2e.stack.StackFailure;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A scenario that is started from the command line moves the city's figures in its direction, and
 * they return when it is stopped. An order lives 40 s here, so that minutes are enough.
 */
@ExtendWith(LiveStack.class)
@Order(45)
class ScenarioIT {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Pattern ID = Pattern.compile("(?m)^(\\d+) ");

  private final Stack stack;

  ScenarioIT(Stack stack) {
    this.stack = stack;
  }

  /**
   * What the city was like in the last minute: mean pressure, seconds from accepted to ready, and
   * how many orders waited too long for a courier.
   */
  private record Figures(double pressure, double prepSeconds, long breaches) {}

  @BeforeEach
  void liveFast() throws SQLException {
    pace("{\"orders_per_second\":10,\"lifecycle_seconds\":40,\"constant\":true}");
    stack.flavor("sla-limits", "set", "--city", "1", "--pick-up", "0.35").orThrow();
    // Until orders of this pace, and no others, are being delivered.
    Instant changed = Instant.now();
    awaitTrue(
        "deliveries at the new pace",
        () ->
            one(
                    """
                    select count(*) from analytics.orders_enriched
                    where city_id = 1 and placed_at > '%s' and delivered_at < now() - interval '60 s'"""
                        .formatted(changed))
                > 20);
  }

  @AfterEach
  void liveAsBefore() {
    stack.flavor("sla-limits", "reset", "--city", "1").orThrow();
    pace("{\"orders_per_second\":2,\"lifecycle_seconds\":null,\"constant\":false}");
  }

  @Test
  void anOutageRaisesPressureAndBreachesAPromoThePrepTimeAndBothPass() throws SQLException {
    Figures usual = now();

    long outage = start("outage");
    Figures during =
        await(
            "pressure and breaches of an outage",
            now ->
                now.pressure() > usual.pressure() + 20
                    && now.breaches() > 2 * usual.breaches() + 2);
    stop(outage);
    Figures after =
        await(
            "the end of the outage",
            now -> now.pressure() < usual.pressure() + 5 && now.breaches() <= usual.breaches() + 2);

    long promo = start("promo");
    Figures crowded =
        await("crowded kitchens", now -> now.prepSeconds() > 1.15 * usual.prepSeconds());
    stop(promo);
    Figures quiet =
        await("the end of the crowd", now -> now.prepSeconds() < 1.08 * usual.prepSeconds());

    System.out.printf(
        "usual %s%noutage %s%nafter %s%npromo %s%nafter %s%n",
        usual, during, after, crowded, quiet);
    assertThat(stack.flavor("scenario", "list").orThrow().out()).doesNotContain("outage", "promo");
  }

  private long start(String kind) {
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

  private void stop(long id) {
    stack.flavor("scenario", "stop", Long.toString(id)).orThrow();
  }

  private void pace(String body) {
    RestClient.Answer answer =
        new RestClient(stack.generatorUrl(), stack.token("operator")).post("/rate", body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  private Figures await(String what, Predicate<Figures> fits) throws SQLException {
    Figures[] last = new Figures[1];
    awaitTrue(
        what,
        () -> {
          last[0] = now();
          return fits.test(last[0]);
        });
    return last[0];
  }

  private void awaitTrue(String what, Callable<Boolean> condition) {
    Awaitility.await(what).atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(condition);
  }

  /** Of what the jobs have written. */
  private Figures now() throws SQLException {
    return new Figures(
        one(
            """
            select coalesce(avg(pressure), 0) from (
              select pressure from analytics.city_kpis
              where city_id = 1 order by window_start desc limit 2) newest"""),
        one(
            """
            select coalesce(avg(extract(epoch from ready_at - accepted_at)), 0)
            from analytics.orders_enriched
            where city_id = 1 and placed_at > now() - interval '10 min'
              and ready_at > now() - interval '60 s'"""),
        (long)
            one(
                """
                select count(*) from analytics.sla_violations
                where city_id = 1 and limit_name = 'pick_up' and due_at > now() - interval '60 s'"""));
  }

  private double one(String sql) throws SQLException {
    try (Connection connection = stack.jdbc("flavor_read");
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getDouble(1);
    }
  }
}
