package io.flavortrend.e2e.bench;

import io.flavortrend.e2e.stack.Stack;
import io.flavortrend.e2e.stack.StackStatus;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How good the champion of a first start is on a simulated day that it has not seen: what it
 * predicted against what came of it, and whether broken promises were told of in time.
 */
final class QualityBench implements Bench {
  /** Another seed and other days than those of the bundled model. */
  private static final List<String> DAY =
      List.of("--simulate", "1", "--rate", "1.2", "--seed", "11", "--from", "2026-03-11T00:00:00Z");

  /**
   * Of all three stages together under {@code all}. The rule is the prediction without a model, the
   * median is that of the stage's own outcomes, which no predictor could know.
   */
  private static final String ERRORS =
      """
      select coalesce(e.stage, 'all') as stage,
        count(*) as count,
        avg(abs(actual_minutes - eta_minutes)) as mae,
        avg(abs(actual_minutes - baseline_minutes)) as rule_mae,
        avg(abs(actual_minutes - median)) as median_mae,
        avg((actual_minutes between eta_p10_minutes and eta_p90_minutes)::int) as coverage,
        avg(degraded::int) as degraded
      from analytics.training_examples e
      join (select stage, percentile_cont(0.5) within group (order by actual_minutes) as median
            from analytics.training_examples group by stage) m on m.stage = e.stage
      group by rollup (e.stage) order by 1""";

  private static final String WARNINGS =
      """
      select
        avg((o.delivered_at > o.promised_at)::int) as broken,
        count(*) filter (where w.order_id is not null) as warnings,
        avg((w.raised_at <= o.promised_at - interval '10 min')::int)
          filter (where w.order_id is not null) as ten_minutes_ahead,
        avg((w.raised_at is not null and w.raised_at <= o.promised_at - interval '10 min')::int)
          filter (where o.delivered_at > o.promised_at) as warned,
        avg((o.delivered_at <= o.promised_at)::int)
          filter (where w.order_id is not null) as false_warnings
      from public.orders o
      left join analytics.dynamic_sla_violations w
        on w.order_id = o.id and w.kind = 'early_warning'
      where o.delivered_at is not null""";

  @Override
  public String name() {
    return "quality";
  }

  @Override
  public List<BenchResult> run(BenchStacks stacks) throws Exception {
    Stack stack = stacks.fresh(DAY);
    await(stack);
    List<BenchResult> results = new ArrayList<>();
    try (Connection connection = stack.jdbc("flavor_read")) {
      for (Map<String, Object> errors : rows(connection, ERRORS)) {
        String stage = String.valueOf(errors.get("stage"));
        double mae = number(errors, "mae");
        results.add(
            BenchResult.atMost(
                "quality: error against that of the stage's median, " + stage,
                mae / number(errors, "median_mae"),
                "times",
                0.6,
                errors));
        results.add(
            BenchResult.plain("quality: mean absolute error, " + stage, mae, "min", Map.of()));
      }
      Map<String, Object> told = rows(connection, WARNINGS).get(0);
      results.add(
          BenchResult.atLeast(
              "quality: broken promises warned of ten minutes ahead",
              number(told, "warned"),
              "of 1",
              0.7,
              told));
      results.add(
          BenchResult.atMost(
              "quality: warnings that no broken promise followed",
              number(told, "false_warnings"),
              "of 1",
              0.2,
              Map.of()));
    }
    return results;
  }

  /** Returns when the day is over and everything of it is processed. */
  private static void await(Stack stack) throws InterruptedException {
    String told = "";
    while (true) {
      StackStatus status = stack.status(Duration.ofSeconds(20));
      if (status.replay() != null && status.replay().done() && status.caughtUp()) {
        return;
      }
      String now = String.valueOf(status.replay());
      if (!now.equals(told)) {
        System.err.println("quality: " + now);
        told = now;
      }
      Thread.sleep(500);
    }
  }

  private static double number(Map<String, Object> row, String column) {
    return row.get(column) instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  private static List<Map<String, Object>> rows(Connection connection, String sql)
      throws SQLException {
    List<Map<String, Object>> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      ResultSetMetaData columns = found.getMetaData();
      while (found.next()) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
          row.put(columns.getColumnLabel(i), found.getObject(i));
        }
        rows.add(row);
      }
    }
    return rows;
  }
}
