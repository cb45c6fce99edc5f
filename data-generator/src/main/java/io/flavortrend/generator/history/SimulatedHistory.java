package io.flavortrend.generator.history;

import io.flavortrend.generator.replay.ProgressFile;
import io.flavortrend.generator.simulation.Change;
import io.flavortrend.generator.simulation.Micros;
import io.flavortrend.generator.simulation.Pace;
import io.flavortrend.generator.simulation.Simulation;
import io.flavortrend.generator.simulation.StoredOrder;
import io.flavortrend.generator.store.Backoff;
import io.flavortrend.generator.store.ChangeWriter;
import io.flavortrend.generator.store.Database;
import io.flavortrend.generator.store.Failures;
import io.flavortrend.generator.store.ProgressBeat;
import io.flavortrend.generator.store.RecentOrders;
import io.flavortrend.generator.store.WorldReader;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the simulation live through a time of its own and writes what happens, in the order in which
 * it happens. The changes of half a minute and the beat behind them are one transaction: killed
 * anywhere, it goes on from the last beat with the open orders that the database has.
 */
final class SimulatedHistory {
  private static final Logger LOG = LoggerFactory.getLogger(SimulatedHistory.class);
  private static final long STEP = Micros.MINUTE / 2;

  /** Beyond every window, timer and allowed lateness of the jobs. */
  private static final long PAST_EVERYTHING = 25 * Micros.HOUR;

  private final Database database;
  private final Plan plan;
  private final Duration patience;
  private final ProgressFile progress;

  /**
   * What to simulate.
   *
   * @param start when the business opens, microseconds since 1970
   * @param end when it is left, with orders still on their way
   */
  record Plan(long seed, Pace pace, long start, long end) {}

  /**
   * @param patience how long the database may be away
   */
  SimulatedHistory(Database database, Plan plan, Duration patience, ProgressFile progress) {
    this.database = database;
    this.plan = plan;
    this.patience = patience;
    this.progress = progress;
  }

  /**
   * Writes to the end.
   *
   * @return the orders that were placed, since the last start
   * @throws SQLException when the database refuses, or is away for longer than there is patience
   */
  int write() throws SQLException, IOException, InterruptedException {
    Backoff backoff = new Backoff();
    while (true) {
      try (Connection connection = database.connect("simulate")) {
        return write(connection, backoff);
      } catch (SQLException e) {
        if (!Failures.passes(e) || backoff.failing().compareTo(patience) > 0) {
          throw e;
        }
        LOG.warn("The database failed, will go on from its last beat: {}", e.getMessage());
        backoff.pause();
      }
    }
  }

  private int write(Connection connection, Backoff backoff)
      throws SQLException, IOException, InterruptedException {
    ProgressBeat beat = new ProgressBeat(connection);
    long time = Math.max(plan.start(), beat.through());
    List<Change> changes = new ArrayList<>();
    List<StoredOrder> stored = RecentOrders.read(connection);
    Simulation simulation =
        new Simulation(
            plan.seed(), new WorldReader(connection).read(), plan.pace(), time, changes::add);
    simulation.takeUp(stored);
    connection.setAutoCommit(false);
    ChangeWriter writer = new ChangeWriter(connection);
    int placed = 0;
    while (time < plan.end()) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      time = Math.min(time + STEP, plan.end());
      simulation.advanceTo(time);
      for (Change change : changes) {
        placed += change instanceof Change.OrderPlaced ? 1 : 0;
      }
      writer.add(changes);
      boolean done = time == plan.end();
      beat.move(done ? time + PAST_EVERYTHING : time);
      connection.commit();
      changes.clear();
      backoff.reset();
      show(time, placed, done);
    }
    return placed;
  }

  private void show(long time, int placed, boolean done) throws IOException {
    progress.show(
        new ProgressFile.View(
            placed,
            placed,
            0,
            0,
            0,
            (int) ((time - plan.start()) / STEP),
            (int) ((plan.end() - plan.start()) / STEP),
            Micros.instant(time),
            done));
  }
}
