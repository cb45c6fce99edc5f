package io.flavortrend.e2e.bench;

import io.flavortrend.e2e.stack.RestClient;
import io.flavortrend.e2e.stack.Stack;
import io.flavortrend.e2e.stack.StackFailure;
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
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * Full lifecycles at 1,000 orders/s: how many are really written, and how far each job is behind
 * the clock, sampled each second. The lag must not grow.
 */
final class ThroughputBench implements Bench {
  private static final int RAMP_SECONDS = GeneratorControl.LIFECYCLE_SECONDS + 20;
  private static final int MEASURED_SECONDS = 120;

  @Override
  public String name() {
    return "throughput";
  }

  @Override
  public List<BenchResult> run(BenchStacks stacks) throws Exception {
    Stack stack = stacks.fresh(List.of());
    int asked =
        Integer.parseInt(System.getenv().getOrDefault("FLAVOR_BENCH_ORDERS_PER_SECOND", "1000"));
    GeneratorControl generator = new GeneratorControl(stack);
    generator.constant(asked);
    System.err.printf("throughput: ramping up for %d s%n", RAMP_SECONDS);
    Thread.sleep(Duration.ofSeconds(RAMP_SECONDS).toMillis());
    RestClient rest = stack.rest("viewer");
    Map<String, List<Double>> lags = new TreeMap<>();
    int unanswered = 0;
    Counts first = count(stack);
    long start = System.nanoTime();
    for (int second = 1; second <= MEASURED_SECONDS; second++) {
      long wait = start + second * 1_000_000_000L - System.nanoTime();
      Thread.sleep(Math.max(0, wait / 1_000_000));
      Map<String, Double> now = lagSeconds(rest);
      now.forEach((job, lag) -> lags.computeIfAbsent(job, none -> new ArrayList<>()).add(lag));
      if (now.isEmpty()) {
        unanswered++;
      }
      if (second % 10 == 0) {
        System.err.printf("throughput: %d s, lag in seconds %s%n", second, now);
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    Counts last = count(stack);
    double orders = (last.orders() - first.orders()) / seconds;
    double changes = (last.changes() - first.changes()) / seconds;
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("changes_per_second", changes);
    details.put("generator_behind_ms", generator.status().path("behind_ms").asLong());
    details.put("lag_not_told", unanswered);
    List<BenchResult> results = new ArrayList<>();
    // A generator that is as fast as asked writes that many give or take its own rhythm.
    results.add(
        BenchResult.atLeast(
            "throughput: orders written", orders, "orders/s", 0.99 * asked, details));
    results.add(BenchResult.plain("throughput: changes committed", changes, "changes/s", details));
    lags.forEach((job, told) -> results.addAll(lagResults(job, told)));
    return results;
  }

  private static List<BenchResult> lagResults(String job, List<Double> told) {
    double firstHalf = mean(told.subList(0, told.size() / 2));
    double secondHalf = mean(told.subList(told.size() / 2, told.size()));
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("lag_first_half_s", firstHalf);
    details.put("lag_second_half_s", secondHalf);
    details.put("lag_max_s", told.stream().mapToDouble(Double::doubleValue).max().orElse(0));
    details.put("samples", told.size());
    System.err.printf("throughput: %s %s%n", job, details);
    return List.of(
        BenchResult.atMost(
            "throughput: growth of %s' lag, second half against first".formatted(job),
            secondHalf - firstHalf,
            "s",
            0.5,
            details),
        BenchResult.atMost(
            "throughput: lag of %s, mean".formatted(job), secondHalf, "s", 2, details));
  }

  /**
   * Clock minus the watermark that each job has reached; without those that do not say. Where two
   * cores are too few for what is asked, it may be that nobody answers: that is a result.
   */
  private static Map<String, Double> lagSeconds(RestClient rest) {
    Map<String, Double> lags = new TreeMap<>();
    JsonNode pipeline;
    try {
      pipeline = rest.json("/pipeline");
    } catch (StackFailure e) {
      return lags;
    }
    for (JsonNode job : pipeline.path("jobs")) {
      if (job.path("watermark_lag_ms").isNumber()) {
        lags.put(job.path("name").asString(), job.path("watermark_lag_ms").asDouble() / 1e3);
      }
    }
    return lags;
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

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }
}
