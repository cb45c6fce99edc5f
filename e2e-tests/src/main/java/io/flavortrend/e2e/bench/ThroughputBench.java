package io.flavortrend.e2e.bench;

import io.flavortrend.e2e.stack.RestClient;
import io.flavortrend.e2e.stack.Stack;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import tools.jackson.databind.JsonNode;

/**
 * Full lifecycles at 1,000 orders/s: how many are really written, and how far city-kpis is behind
 * the clock, sampled each second. The lag must not grow.
 */
final class ThroughputBench implements Bench {
  private static final int ORDERS_PER_SECOND = 1_000;
  private static final int RAMP_SECONDS = GeneratorControl.LIFECYCLE_SECONDS + 20;
  private static final int MEASURED_SECONDS = 120;

  @Override
  public String name() {
    return "throughput";
  }

  @Override
  public List<BenchResult> run(BenchStacks stacks) throws Exception {
    Stack stack = stacks.fresh(List.of());
    GeneratorControl generator = new GeneratorControl(stack);
    generator.constant(ORDERS_PER_SECOND);
    System.err.printf("throughput: ramping up for %d s%n", RAMP_SECONDS);
    Thread.sleep(Duration.ofSeconds(RAMP_SECONDS).toMillis());
    RestClient rest = stack.rest("viewer");
    List<Double> lags = new ArrayList<>();
    int unanswered = 0;
    Counts first = count(stack);
    long start = System.nanoTime();
    for (int second = 1; second <= MEASURED_SECONDS; second++) {
      long wait = start + second * 1_000_000_000L - System.nanoTime();
      Thread.sleep(Math.max(0, wait / 1_000_000));
      double lag = lagSeconds(rest);
      lags.add(lag);
      if (Double.isNaN(lag)) {
        unanswered++;
      }
      if (second % 10 == 0) {
        System.err.printf("throughput: %d s, lag %.2f s%n", second, lag);
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    Counts last = count(stack);
    JsonNode status = generator.status();
    double orders = (last.orders() - first.orders()) / seconds;
    double changes = (last.changes() - first.changes()) / seconds;
    double firstHalf = mean(lags.subList(0, lags.size() / 2));
    double secondHalf = mean(lags.subList(lags.size() / 2, lags.size()));
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("changes_per_second", changes);
    details.put("generator_behind_ms", status.path("behind_ms").asLong());
    details.put("lag_first_half_s", firstHalf);
    details.put("lag_second_half_s", secondHalf);
    details.put("lag_max_s", known(lags).max().orElse(Double.NaN));
    details.put("lag_not_told", unanswered);
    System.err.println("throughput: " + details);
    return List.of(
        // A generator that is as fast as asked writes 1,000 give or take its own rhythm.
        BenchResult.atLeast(
            "throughput: orders written", orders, "orders/s", 0.99 * ORDERS_PER_SECOND, details),
        BenchResult.plain("throughput: changes committed", changes, "changes/s", details),
        BenchResult.atMost(
            "throughput: growth of city-kpis' lag, second half against first",
            secondHalf - firstHalf,
            "s",
            0.5,
            details),
        BenchResult.atMost("throughput: city-kpis' lag, mean", secondHalf, "s", 2, details));
  }

  /** Clock minus the watermark that city-kpis has reached. */
  private static double lagSeconds(RestClient rest) {
    for (JsonNode job : rest.json("/pipeline").path("jobs")) {
      if (job.path("name").asString().equals("city-kpis")
          && job.path("watermark_lag_ms").isNumber()) {
        return job.path("watermark_lag_ms").asDouble() / 1e3;
      }
    }
    return Double.NaN;
  }

  private record Counts(long orders, long changes) {}

  /** Rows inserted and changed in the captured tables, from PostgreSQL's own statistics. */
  private static Counts count(Stack stack) throws SQLException {
    Instant deadline = Instant.now().plusSeconds(30);
    while (true) {
      try (Connection connection = stack.jdbc("flavor_read");
          Statement statement = connection.createStatement();
          ResultSet row =
              statement.executeQuery(
                  """
                  select max(n_tup_ins) filter (where relname = 'orders'),
                         sum(n_tup_ins + n_tup_upd) filter (where relname in
                           ('orders', 'couriers', 'restaurants', 'order_reviews', 'weather_conditions'))
                  from pg_stat_user_tables where schemaname = 'public'""")) {
        row.next();
        return new Counts(row.getLong(1), row.getLong(2));
      } catch (SQLException e) {
        if (Instant.now().isAfter(deadline)) {
          throw e;
        }
      }
    }
  }

  /** Without the seconds in which webapi did not know the lag. */
  private static DoubleStream known(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).filter(value -> !Double.isNaN(value));
  }

  private static double mean(List<Double> values) {
    return known(values).average().orElse(Double.NaN);
  }
}
