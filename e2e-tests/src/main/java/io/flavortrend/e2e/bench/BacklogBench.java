package io.flavortrend.e2e.bench;

import io.flavortrend.e2e.stack.Json;
import io.flavortrend.e2e.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
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
import org.apache.commons.io.FileUtils;
import tools.jackson.databind.JsonNode;

/**
 * Orders' events wait in Kafka; then the jobs are started from nothing, each by itself and all
 * together. A job is done when each of its operators has seen time pass the last event; the rate is
 * orders over that time, submission included.
 *
 * <p>{@code FLAVOR_BENCH_BACKLOG_ORDERS} says how many orders; the default is 500,000.
 */
final class BacklogBench implements Bench {
  private static final int WRITTEN_PER_SECOND = 2_000;
  private static final long SLOT_IS_READ_BYTES = 500_000;
  private static final Duration PATIENCE = Duration.ofMinutes(40);

  private final HttpClient http = HttpClient.newHttpClient();

  @Override
  public String name() {
    return "backlog";
  }

  @Override
  public List<BenchResult> run(BenchStacks stacks) throws Exception {
    long asked =
        Long.parseLong(System.getenv().getOrDefault("FLAVOR_BENCH_BACKLOG_ORDERS", "500000"));
    Stack stack = stacks.fresh(List.of());
    List<String> jobs = new ArrayList<>();
    for (JsonNode job : stack.rest("viewer").json("/pipeline").path("jobs")) {
      jobs.add(job.path("name").asString());
    }
    for (String job : jobs) {
      stack.flavor("jobs", "cancel", job).orThrow();
    }
    long orders = write(stack, asked);
    Instant end = Instant.now();
    List<BenchResult> results = new ArrayList<>();
    for (String job : jobs) {
      double rate = orders / seconds(stack, List.of(job), end);
      System.err.printf("backlog: %s alone %.0f orders/s%n", job, rate);
      results.add(
          BenchResult.atLeast(
              "backlog: %s alone".formatted(job),
              rate,
              "orders/s",
              5_000,
              Map.of("orders", orders)));
    }
    double together = orders / seconds(stack, jobs, end);
    System.err.printf("backlog: all %d jobs %.0f orders/s%n", jobs.size(), together);
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("orders", orders);
    details.put("jobs", jobs);
    details.put("aim", 2_500);
    results.add(
        BenchResult.atLeast(
            "backlog: all %d jobs together".formatted(jobs.size()),
            together,
            "orders/s",
            1_000,
            details));
    return results;
  }

  /**
   * Writes that many orders or a few more, with full lifecycles, and waits until Kafka has them.
   */
  private static long write(Stack stack, long asked)
      throws IOException, SQLException, InterruptedException {
    GeneratorControl generator = new GeneratorControl(stack);
    generator.constant(WRITTEN_PER_SECOND);
    long written = 0;
    while (written < asked) {
      Thread.sleep(1_000);
      written = one(stack, "select count(*) from orders");
      System.err.printf("backlog: %d of %d orders written%n", written, asked);
    }
    generator.stop();
    while (one(
            stack,
            """
            select max(pg_wal_lsn_diff(pg_current_wal_lsn(), confirmed_flush_lsn))::bigint
            from pg_replication_slots where slot_type = 'logical'""")
        > SLOT_IS_READ_BYTES) {
      Thread.sleep(500);
    }
    return one(stack, "select count(*) from orders");
  }

  /** How long these jobs take from nothing to the end. */
  private double seconds(Stack stack, List<String> jobs, Instant end)
      throws IOException, InterruptedException {
    forget(stack.home().resolve("data/flink/checkpoints"));
    long start = System.nanoTime();
    for (String job : jobs) {
      stack.flavor("jobs", "submit", job).orThrow();
    }
    Instant deadline = Instant.now().plus(PATIENCE);
    long last = start;
    List<String> waiting = new ArrayList<>(jobs);
    while (!waiting.isEmpty()) {
      if (Instant.now().isAfter(deadline)) {
        throw new IOException("not done within %s: %s".formatted(PATIENCE, waiting));
      }
      Thread.sleep(200);
      if (waiting.removeIf(job -> isPast(stack, job, end))) {
        last = System.nanoTime();
        System.err.printf("backlog: waiting for %s%n", waiting);
      }
    }
    for (String job : jobs) {
      stack.flavor("jobs", "cancel", job).orThrow();
    }
    return (last - start) / 1e9;
  }

  /** A job that finds no checkpoint starts from the topics' beginning. */
  private static void forget(Path checkpoints) throws IOException {
    FileUtils.cleanDirectory(checkpoints.toFile());
  }

  private boolean isPast(Stack stack, String name, Instant end) {
    String id = null;
    for (JsonNode job : flink(stack, "/jobs/overview").path("jobs")) {
      if (job.path("name").asString().equals(name)
          && job.path("state").asString().equals("RUNNING")) {
        id = job.path("jid").asString();
      }
    }
    if (id == null) {
      return false;
    }
    for (JsonNode vertex : flink(stack, "/jobs/" + id).path("vertices")) {
      if (vertex.path("name").asString().startsWith("Source")) {
        continue;
      }
      JsonNode marks =
          flink(
              stack, "/jobs/%s/vertices/%s/watermarks".formatted(id, vertex.path("id").asString()));
      if (marks.isEmpty()) {
        return false;
      }
      for (JsonNode mark : marks) {
        if (Long.parseLong(mark.path("value").asString()) < end.toEpochMilli()) {
          return false;
        }
      }
    }
    return true;
  }

  private JsonNode flink(Stack stack, String path) {
    try {
      return Json.MAPPER.readTree(
          http.send(
                  HttpRequest.newBuilder(URI.create(stack.flinkUrl() + path)).build(),
                  BodyHandlers.ofByteArray())
              .body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static long one(Stack stack, String sql) throws SQLException {
    try (Connection connection = stack.jdbc("flavor_read");
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
