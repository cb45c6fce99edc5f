package io.flavortrend.e2e.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.e2e.CityMinutes;
import io.flavortrend.e2e.CityMinutes.Figures;
import io.flavortrend.e2e.Differences;
import io.flavortrend.e2e.stack.Stack;
import io.flavortrend.e2e.stack.StackStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A stack of its own into which a file is replayed. */
final class ReplayedStack implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Stack stack;

  private ReplayedStack(Stack stack) {
    this.stack = stack;
  }

  static ReplayedStack start(Path csv, Path mapping, double speed) {
    return new ReplayedStack(
        Stack.start(
            Map.of(),
            List.of(
                "--replay",
                csv.toString(),
                "--mapping",
                mapping.toString(),
                "--speed",
                Double.toString(speed))));
  }

  /** Kills the components by SIGKILL, one after the other, spread over the replay. */
  void killInTheMiddle(int rows, List<String> components) {
    for (int i = 0; i < components.size(); i++) {
      long due = (long) rows * (i + 1) / (components.size() + 2);
      StackStatus before =
          stack.await("%d rows".formatted(due), PATIENCE, status -> stored(status) >= due);
      assertThat(before.replay()).isNotNull();
      assertThat(before.replay().done())
          .as("%s is killed in the middle, at row %d", components.get(i), stored(before))
          .isFalse();
      stack.kill(components.get(i), "KILL");
    }
  }

  /** Waits for the end and compares everything. */
  void assertEquals(Expected expected) throws SQLException, IOException {
    stack.await(
        "the replay's end", PATIENCE, status -> status.replay() != null && status.replay().done());
    StackStatus status = stack.awaitCaughtUp(PATIENCE);
    assertThat(status.replay().read()).isEqualTo(expected.rows());
    assertThat(status.replay().stored()).isEqualTo(expected.stored().size());
    assertThat(status.replay().rejected()).isEqualTo(expected.rejected().size());
    assertThat(Differences.between(expected.rejected(), rejects(expected))).isEmpty();
    assertThat(count("select count(*) from orders")).isEqualTo(expected.stored().size());

    Map<Recompute.Key, Figures> figures = Recompute.of(expected.stored());
    assertThat(Differences.between(figures, byName(CityMinutes.inTable(stack))))
        .as("analytics.city_kpis")
        .isEmpty();
    assertThat(Differences.between(figures, byName(CityMinutes.inTopic(stack))))
        .as("topic city_kpis")
        .isEmpty();
    assertThat(count("select count(*) from analytics.city_kpis")).isEqualTo(figures.size());
  }

  @Override
  public void close() {
    stack.close();
  }

  /** The reason by line; where it holds the expected word, that word alone. */
  private SortedMap<Integer, String> rejects(Expected expected) throws IOException {
    SortedMap<Integer, String> rejects = new TreeMap<>();
    for (Csv.Row row : Csv.read(stack.home().resolve("state/replay-rejects.csv"))) {
      if (row.get("kind").equals("rejected")) {
        int line = Integer.parseInt(row.get("line"));
        String word = expected.rejected().getOrDefault(line, "?");
        rejects.put(line, row.get("reason").contains(word) ? word : row.get("reason"));
      }
    }
    return rejects;
  }

  private Map<Recompute.Key, Figures> byName(Map<CityMinutes.Key, Figures> rows)
      throws SQLException {
    Map<Integer, String> names = new HashMap<>();
    try (Connection connection = stack.jdbc();
        Statement sql = connection.createStatement();
        ResultSet cities = sql.executeQuery("select id, name from cities")) {
      while (cities.next()) {
        names.put(cities.getInt(1), cities.getString(2));
      }
    }
    Map<Recompute.Key, Figures> result = new HashMap<>();
    rows.forEach(
        (key, figures) ->
            result.put(
                new Recompute.Key(names.getOrDefault(key.city(), "#" + key.city()), key.minute()),
                figures));
    return result;
  }

  private long count(String query) throws SQLException {
    try (Connection connection = stack.jdbc();
        Statement sql = connection.createStatement();
        ResultSet rows = sql.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static long stored(StackStatus status) {
    return status.replay() == null ? 0 : status.replay().stored();
  }
}
