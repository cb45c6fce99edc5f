package io.flavortrend.generator.live;

import io.flavortrend.generator.simulation.Change;
import io.flavortrend.generator.simulation.Micros;
import io.flavortrend.generator.store.Backoff;
import io.flavortrend.generator.store.ChangeWriter;
import io.flavortrend.generator.store.Database;
import io.flavortrend.generator.store.Failures;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the changes of some cities over one connection, in the order in which they are given. What
 * gathers while a commit is under way is committed together next: at a low rate each change by
 * itself and at once, at a high one many. Holds on to its changes until they are committed.
 */
final class CityWriter implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(CityWriter.class);
  private static final int CAPACITY = 50_000;
  private static final int LARGEST_BATCH = 2_000;

  private final BlockingQueue<Change> queue = new ArrayBlockingQueue<>(CAPACITY);
  private final Database database;
  private final Clock clock;
  private final Measures measures;
  private final Backoff backoff = new Backoff();
  private volatile long inFlightSince;
  private @Nullable ChangeWriter writer;

  CityWriter(Database database, Clock clock, Measures measures) {
    this.database = database;
    this.clock = clock;
    this.measures = measures;
  }

  /** Hands over a change; waits while the database is so far behind that the queue is full. */
  void put(Change change) throws InterruptedException {
    queue.put(change);
  }

  /**
   * When the oldest change not yet committed was due; {@link Long#MAX_VALUE} where there is none.
   */
  long oldestPending() {
    long inFlight = inFlightSince;
    if (inFlight > 0) {
      return inFlight;
    }
    Change next = queue.peek();
    return next == null ? Long.MAX_VALUE : next.at();
  }

  @Override
  public void run() {
    List<Change> batch = new ArrayList<>();
    try {
      while (true) {
        Change first = queue.take();
        inFlightSince = first.at();
        batch.add(first);
        queue.drainTo(batch, LARGEST_BATCH - 1);
        commit(batch);
        batch.clear();
        inFlightSince = 0;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      close();
    }
  }

  private void commit(List<Change> batch) throws InterruptedException {
    while (true) {
      try {
        long began = System.nanoTime();
        int changed = writer().write(batch);
        measures.busyNanos.add(System.nanoTime() - began);
        measured(batch, changed);
        backoff.reset();
        return;
      } catch (SQLException e) {
        if (!Failures.passes(e)) {
          refused(batch, e);
          return;
        }
        LOG.warn("Writing {} changes failed, will try again: {}", batch.size(), e.getMessage());
        close();
        backoff.pause();
      }
    }
  }

  /** One change that the database refuses must not hold the others back. */
  private void refused(List<Change> batch, SQLException cause) throws InterruptedException {
    if (batch.size() == 1) {
      measures.refused.incrementAndGet();
      LOG.error("The database refused {}: {}", batch.get(0), cause.getMessage());
      return;
    }
    for (Change change : batch) {
      commit(List.of(change));
    }
  }

  private void measured(List<Change> batch, int changed) {
    long now = Micros.of(clock.instant());
    int placed = 0;
    for (Change change : batch) {
      // The weather is dated at the hour that it is of, which says nothing about being late.
      if (!(change instanceof Change.WeatherObserved)) {
        measures.committed(change.at(), now);
      }
      placed += change instanceof Change.OrderPlaced ? 1 : 0;
    }
    measures.orders.add(placed);
    measures.changes.add(changed);
  }

  private ChangeWriter writer() throws SQLException {
    ChangeWriter current = writer;
    if (current == null) {
      current = new ChangeWriter(database.connect("data-generator"));
      writer = current;
    }
    return current;
  }

  private void close() {
    ChangeWriter current = writer;
    writer = null;
    if (current != null) {
      try {
        current.close();
      } catch (SQLException e) {
        LOG.debug("A broken connection could not be closed", e);
      }
    }
  }

  /** Waits until everything handed over is committed, or the time is up. */
  boolean drain(long millis) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (oldestPending() != Long.MAX_VALUE && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
    return oldestPending() == Long.MAX_VALUE;
  }
}
