package io.flavortrend.generator.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.generator.GeneratorConfig;
import io.flavortrend.generator.TestDatabase;
import io.flavortrend.generator.simulation.Pace;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The generator against a real database: warm start, live changes, restart, broken connections. */
final class LiveRunTest {
  private static final String TORN_ORDERS =
      """
      select count(*) from orders where id < 1000000000000 and (
        accepted_at < placed_at or assigned_at < accepted_at or ready_at < assigned_at
        or picked_up_at < ready_at or delivered_at < picked_up_at
        or (status in ('assigned', 'ready', 'picked_up', 'delivered') and courier_id is null)
        or (status in ('picked_up', 'delivered') and picked_up_at is null)
        or updated_at is distinct from greatest(placed_at, accepted_at, assigned_at, ready_at,
          picked_up_at, delivered_at, cancelled_at))""";
  private static final String DOUBLE_BOOKED =
      """
      select count(*) from (select courier_id from orders
        where status in ('assigned', 'ready', 'picked_up') group by courier_id
        having count(*) > 2 or count(distinct restaurant_id) > 1) t""";
  private static final String BUSY_WITHOUT_ORDER =
      """
      select count(*) from couriers c where (c.status = 'busy') is distinct from exists (
        select from orders o where o.courier_id = c.id
          and o.status in ('assigned', 'ready', 'picked_up'))""";
  private static final String WRONG_TOTALS =
      """
      select count(*) from orders o where total_amount is distinct from (
        select sum(quantity * unit_price) from order_items i where i.order_id = o.id)""";

  private final TestDatabase database = TestDatabase.create(TimeDomain.LIVE);

  @Test
  void warmStartsThenLivesThenRestarts() throws Exception {
    try (LiveRun run = run(config(5, 40.0, 0.5))) {
      awaitPlaced(run, 1);
      long warm =
          database.number(
              "select count(*) from orders where placed_at < now() - interval '1 minute'");
      assertThat(warm).isGreaterThan(500);
      assertThat(database.number("select count(*) from weather_conditions")).isGreaterThan(23);
      await().until(() -> run.status().ordersPerSecond().actual() > 1);
    }
    long last = database.number("select max(id) from orders");
    checkConsistency();
    try (LiveRun run = run(config(20, 5.0, 0.5))) {
      await().until(() -> run.status().ordersPlaced() > 20);
      run.pace(new Pace(0, true, 5.0));
      await()
          .atMost(Duration.ofSeconds(120))
          .until(
              () ->
                  database.number(
                          "select count(*) from orders where status not in ('delivered', 'cancelled')")
                      == 0);
    }
    assertThat(database.number("select count(*) from orders where id = " + (last + 1)))
        .isEqualTo(1);
    checkConsistency();
  }

  @Test
  void losesAndDoublesNothingWhenConnectionsBreak() throws Exception {
    try (LiveRun run = run(config(200, 4.0, 0))) {
      for (int i = 1; i <= 10; i++) {
        awaitPlaced(run, i * 80L);
        database.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity"
                + " where application_name = 'data-generator' and datname = current_database()");
      }
      run.pace(new Pace(0, true, 4.0));
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> run.status().openOrders() == 0 && run.status().behindMs() < 200);
      assertThat(run.status().refused()).isZero();
    }
    assertThat(database.number("select max(id) - count(*) from orders")).isZero();
    assertThat(
            database.number(
                "select count(*) from orders where status not in ('delivered', 'cancelled')"))
        .isZero();
    checkConsistency();
  }

  private void checkConsistency() {
    assertThat(database.number(TORN_ORDERS)).isZero();
    assertThat(database.number(DOUBLE_BOOKED)).isZero();
    assertThat(database.number(BUSY_WITHOUT_ORDER)).isZero();
    assertThat(database.number(WRONG_TOTALS)).isZero();
  }

  private static void awaitPlaced(LiveRun run, long orders) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> run.status().ordersPlaced() >= orders || run.failure() != null);
    assertThat(run.failure()).isNull();
  }

  private LiveRun run(GeneratorConfig config) {
    LiveRun run = new LiveRun(config, database.application(), Clock.systemUTC());
    run.begin();
    return run;
  }

  private static GeneratorConfig config(double rate, double lifecycle, double warmHours) {
    return new GeneratorConfig(
        new Pace(rate, true, lifecycle), 1, warmHours, 10, 2, true, "127.0.0.1", 1);
  }
}
