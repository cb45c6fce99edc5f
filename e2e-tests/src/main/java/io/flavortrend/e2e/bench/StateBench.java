package io.flavortrend.e2e.bench;

import io.flavortrend.e2e.stack.RestClient;
import io.flavortrend.e2e.stack.Stack;
import io.flavortrend.e2e.stack.StackStatus;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
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
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.io.FileUtils;
import tools.jackson.databind.JsonNode;

/**
 * How large each job's state is at the end of every day of a replayed week and more. Two days after
 * the beginning all windows and latenesses are full, and what each job keeps must not grow any
 * more.
 *
 * <p>{@code FLAVOR_BENCH_STATE_ORDERS} says how many orders the eight days have; the default is
 * 250,000, one in 2.8 s.
 */
final class StateBench implements Bench {
  private static final int DAYS = 8;
  private static final int SETTLED_DAY = 4;
  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
  private static final long DAY_MILLIS = 86_400_000;

  /** What compaction has not reached yet comes and goes. */
  private static final double MAX_GROWTH = 1.25;

  @Override
  public String name() {
    return "state";
  }

  @Override
  public List<BenchResult> run(BenchStacks stacks) throws Exception {
    int orders =
        Integer.parseInt(System.getenv().getOrDefault("FLAVOR_BENCH_STATE_ORDERS", "250000"));
    Path folder = Files.createTempDirectory("flavor-bench-state-");
    try {
      Path csv = folder.resolve("orders.csv");
      write(csv, orders);
      Path mapping = folder.resolve("orders.yaml");
      Files.writeString(mapping, MAPPING);
      Stack stack =
          stacks.fresh(
              List.of(
                  "--replay",
                  csv.toString(),
                  "--mapping",
                  mapping.toString(),
                  "--speed",
                  "1000000"));
      return results(orders, sample(stack));
    } finally {
      FileUtils.deleteDirectory(folder.toFile());
    }
  }

  /** By job and day, counted from 1, the size of the last checkpoint within the day. */
  private static Map<String, Map<Integer, Long>> sample(Stack stack)
      throws SQLException, InterruptedException {
    RestClient rest = stack.rest("viewer");
    Map<String, Map<Integer, Long>> sizes = new TreeMap<>();
    int day = 0;
    while (true) {
      StackStatus status = stack.status(Duration.ofSeconds(8));
      int now = day(stack);
      for (JsonNode job : rest.json("/pipeline").path("jobs")) {
        if (now > 0 && job.path("last_checkpoint_bytes").isNumber()) {
          sizes
              .computeIfAbsent(job.path("name").asString(), none -> new TreeMap<>())
              .put(now, job.path("last_checkpoint_bytes").asLong());
        }
      }
      if (now != day) {
        System.err.printf("state: day %d of %d, %s%n", now, DAYS, sizes);
        day = now;
      }
      if (status.replay() != null && status.replay().done() && status.caughtUp()) {
        return sizes;
      }
      Thread.sleep(500);
    }
  }

  private static List<BenchResult> results(int orders, Map<String, Map<Integer, Long>> sizes) {
    List<BenchResult> results = new ArrayList<>();
    sizes.forEach(
        (job, byDay) -> {
          Map<String, Object> details = new LinkedHashMap<>();
          details.put("orders", orders);
          details.put("bytes_by_day", byDay);
          double settled = largest(byDay, SETTLED_DAY - 2, SETTLED_DAY);
          double last = largest(byDay, DAYS - 2, DAYS);
          results.add(
              BenchResult.atMost(
                  "state: %s, largest of days %d-%d against days %d-%d"
                      .formatted(job, DAYS - 2, DAYS, SETTLED_DAY - 2, SETTLED_DAY),
                  settled == 0 ? Double.NaN : last / settled,
                  "times",
                  MAX_GROWTH,
                  details));
        });
    return results;
  }

  /** What compaction has left of a single day's changes would be compared otherwise. */
  private static long largest(Map<Integer, Long> byDay, int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToLong(day -> byDay.getOrDefault(day, 0L))
        .max()
        .orElse(0);
  }

  private static int day(Stack stack) throws SQLException {
    try (Connection connection = stack.jdbc("flavor_read");
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select max(window_start) from analytics.city_kpis")) {
      row.next();
      java.sql.Timestamp newest = row.getTimestamp(1);
      return newest == null
          ? 0
          : (int) Math.min(DAYS, 1 + (newest.getTime() - START.toEpochMilli()) / DAY_MILLIS);
    }
  }

  private static void write(Path csv, int orders) throws IOException {
    Random random = new Random(1);
    long step = DAYS * DAY_MILLIS / orders;
    try (Writer out = Files.newBufferedWriter(csv)) {
      out.write("ref,who,kitchen,rider,area,placed,accepted,ready,picked,delivered,sum\n");
      for (int i = 0; i < orders; i++) {
        int city = random.nextInt(4);
        Instant placed = START.plusMillis(i * step);
        Instant accepted = placed.plusSeconds(20 + random.nextInt(200));
        Instant ready = accepted.plusSeconds(200 + random.nextInt(900));
        Instant picked = ready.plusSeconds(30 + random.nextInt(400));
        Instant delivered = picked.plusSeconds(120 + random.nextInt(1_500));
        out.write(
            "R%d,c%d,k%d-%d,d%d-%d,City %d,%s,%s,%s,%s,%s,%d.500%n"
                .formatted(
                    i,
                    random.nextInt(5_000),
                    city,
                    random.nextInt(50),
                    city,
                    random.nextInt(100),
                    city,
                    placed,
                    accepted,
                    ready,
                    picked,
                    delivered,
                    5 + random.nextInt(60)));
      }
    }
  }

  private static final String MAPPING =
      """
      name: state
      columns:
        order_id: ref
        customer: who
        restaurant: kitchen
        courier: rider
        city: area
        placed_at: placed
        accepted_at: accepted
        ready_at: ready
        picked_up_at: picked
        delivered_at: delivered
        amount: sum
      time:
        pattern: "yyyy-MM-dd'T'HH:mm:ss[.SSS]X"
        zone: UTC
      constants:
        currency: TND
        city_timezone: Africa/Tunis
        vehicle: scooter
      """;
}
