package io.flavortrend.jobs.frame.upsert;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Collects rows and writes them. Runs on the task's thread alone, timers included. While the
 * database is away rows go on being collected until {@link #MAX_ROWS} wait or a checkpoint asks for
 * them to be written; only then the task waits.
 *
 * <p>Between checkpoints it does not wait for the database's disk. What was written so is kept
 * until a commit that did wait stands behind it: a connection that breaks may be a database that
 * crashed and lost it, and then it is written again.
 */
final class UpsertWriter<T> implements SinkWriter<T> {
  private static final Logger LOG = LoggerFactory.getLogger(UpsertWriter.class);

  /** Rows that wait at most: what is beyond is back-pressure. */
  static final int MAX_ROWS = 2_000;

  /** Rows that are kept until they are on disk at most: a commit that waits makes room. */
  static final int MAX_UNSYNCED = 20_000;

  private static final long FIRST_PAUSE_MILLIS = 50;
  private static final long LAST_PAUSE_MILLIS = 1_000;

  private final VersionedTable<T> table;
  private final UpsertConnection connection;
  private final ProcessingTimeService clock;
  private final Duration patience;
  private final Map<List<@Nullable Object>, List<@Nullable Object>> waiting = new LinkedHashMap<>();
  private final Map<List<@Nullable Object>, List<@Nullable Object>> unsynced =
      new LinkedHashMap<>();
  private boolean scheduled;
  private long pauseMillis = FIRST_PAUSE_MILLIS;
  private long failingSinceNanos;
  private boolean failing;

  UpsertWriter(
      VersionedTable<T> table,
      UpsertConnection connection,
      ProcessingTimeService clock,
      Duration patience) {
    this.table = table;
    this.connection = connection;
    this.clock = clock;
    this.patience = patience;
  }

  @Override
  public void write(T element, Context context) throws IOException, InterruptedException {
    List<@Nullable Object> row = table.rows().row(element);
    waiting.merge(row.subList(0, table.keyColumns().size()), row, UpsertWriter::newer);
    if (waiting.size() >= MAX_ROWS) {
      flush(false);
    } else if (!scheduled) {
      schedule(UpsertSink.FLUSH_INTERVAL.toMillis());
    }
  }

  @Override
  public void flush(boolean endOfInput) throws IOException, InterruptedException {
    while (!attempt(true)) {
      Thread.sleep(pauseMillis);
    }
  }

  @Override
  public void close() {
    connection.close();
  }

  private void schedule(long delayMillis) {
    scheduled = true;
    clock.registerTimer(clock.getCurrentProcessingTime() + delayMillis, time -> onTimer());
  }

  private void onTimer() throws IOException {
    scheduled = false;
    if (!attempt(false)) {
      schedule(pauseMillis);
    }
  }

  /**
   * Writes what waits; false when the database is away and it is worth another try.
   *
   * @param checkpoint all that was written must be on disk
   */
  private boolean attempt(boolean checkpoint) throws IOException {
    if (waiting.isEmpty() && !(checkpoint && !unsynced.isEmpty())) {
      return true;
    }
    // The log is one: with any row that is on disk, all that were written before it are.
    Collection<List<@Nullable Object>> rows =
        waiting.isEmpty() ? unsynced.values().stream().limit(1).toList() : waiting.values();
    boolean durable = checkpoint || unsynced.size() + waiting.size() > MAX_UNSYNCED;
    try {
      connection.write(rows, durable);
    } catch (SQLException e) {
      move(unsynced, waiting);
      onFailure(e);
      return false;
    }
    if (failing) {
      LOG.info("{} is written again", table.name());
    }
    if (durable) {
      unsynced.clear();
      waiting.clear();
    } else {
      move(waiting, unsynced);
    }
    failing = false;
    pauseMillis = FIRST_PAUSE_MILLIS;
    return true;
  }

  private static void move(
      Map<List<@Nullable Object>, List<@Nullable Object>> from,
      Map<List<@Nullable Object>, List<@Nullable Object>> to) {
    from.forEach((key, row) -> to.merge(key, row, UpsertWriter::newer));
    from.clear();
  }

  private void onFailure(SQLException failure) throws IOException {
    long now = System.nanoTime();
    if (!failing) {
      failing = true;
      failingSinceNanos = now;
      LOG.warn("{} cannot be written, {} rows wait", table.name(), waiting.size(), failure);
    }
    boolean patient = now - failingSinceNanos < patience.toNanos();
    if (!patient || !mayPass(failure)) {
      throw new IOException(
          "%s cannot be written: %s".formatted(table.name(), failure.getMessage()), failure);
    }
    pauseMillis = Math.min(pauseMillis * 2, LAST_PAUSE_MILLIS);
  }

  /** True for failures of the server or the way to it, false for those of the statement. */
  private static boolean mayPass(SQLException failure) {
    String state = failure.getSQLState();
    return state == null
        || state.startsWith("08")
        || state.startsWith("40")
        || state.startsWith("53")
        || state.startsWith("55")
        || state.startsWith("57")
        || state.startsWith("58");
  }

  private static List<@Nullable Object> newer(
      List<@Nullable Object> held, List<@Nullable Object> come) {
    return version(come) >= version(held) ? come : held;
  }

  private static long version(List<@Nullable Object> row) {
    return row.get(row.size() - 1) instanceof Long version ? version : Long.MIN_VALUE;
  }
}
