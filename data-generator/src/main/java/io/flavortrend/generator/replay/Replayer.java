package io.flavortrend.generator.replay;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.contracts.cdc.OrderStatus;
import io.flavortrend.generator.replay.Plan.Event;
import io.flavortrend.generator.simulation.Micros;
import io.flavortrend.generator.store.Backoff;
import io.flavortrend.generator.store.Database;
import io.flavortrend.generator.store.Failures;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a plan's events at the given speed. Events, beat and position are one transaction: killed
 * anywhere, it goes on from where the database says it is.
 */
final class Replayer {
  private static final Logger LOG = LoggerFactory.getLogger(Replayer.class);
  private static final int LARGEST_SLICE = 1_000;

  /** Beyond every window, timer and allowed lateness of the jobs. */
  private static final long PAST_EVERYTHING = 25 * Micros.HOUR;

  private final Database database;
  private final Mapping mapping;
  private final Recording recording;
  private final Plan plan;
  private final Options options;
  private final ProgressFile progressFile;

  /**
   * How to replay.
   *
   * @param name of this replay, the same for the same file and mapping
   * @param rebase true: the first event is now, and so on
   * @param patience how long the database may be away
   */
  record Options(
      String name,
      Speed speed,
      TimeDomain domain,
      boolean rebase,
      Clock clock,
      Duration patience) {}

  Replayer(
      Database database,
      Mapping mapping,
      Recording recording,
      Options options,
      ProgressFile progressFile) {
    this.database = database;
    this.mapping = mapping;
    this.recording = recording;
    this.plan = new Plan(recording.orders());
    this.options = options;
    this.progressFile = progressFile;
  }

  /**
   * Runs to the end.
   *
   * @throws SQLException when the database refuses, or is away for longer than there is patience
   */
  void run() throws SQLException, IOException, InterruptedException {
    Backoff backoff = new Backoff();
    while (true) {
      try (Connection connection = database.connect("replay")) {
        if (replay(connection, backoff)) {
          return;
        }
      } catch (SQLException e) {
        if (!Failures.passes(e) || backoff.failing().compareTo(options.patience()) > 0) {
          throw e;
        }
        LOG.warn("The database failed, will go on from its position: {}", e.getMessage());
        backoff.pause();
      }
    }
  }

  private boolean replay(Connection connection, Backoff backoff)
      throws SQLException, IOException, InterruptedException {
    connection.setAutoCommit(false);
    ProgressTable table = new ProgressTable(connection, options.name());
    Progress start = begin(connection, table);
    int position = start.position();
    int stored = plan.placedBefore(position);
    List<Event> events = plan.events();
    if (start.finished()) {
      LOG.info("This file was replayed before: nothing is left to do");
      show(position, stored, start, true);
      return true;
    }
    EventWriter writer = new EventWriter(connection, mapping, plan, start, Cities.ids(connection));
    connection.commit();
    long shift = start.shiftMicros();
    Pacer pacer =
        new Pacer(
            options.speed(),
            options.clock(),
            position < events.size() ? events.get(position).at() + shift : 0,
            options.rebase());
    while (position < events.size()) {
      long now = pacer.simulatedNow();
      int end = position;
      while (end < events.size()
          && end - position < LARGEST_SLICE
          && events.get(end).at() + shift <= now) {
        end++;
      }
      boolean finished = end == events.size();
      // First, since its lock keeps another run of the same replay out until the commit.
      if (end > position && !table.move(position, end, finished)) {
        connection.rollback();
        return moved(table, position);
      }
      writer.write(position, end);
      if (options.domain() == TimeDomain.LOG) {
        // All that is dated before the next event is written, and no more may be promised.
        long through =
            finished
                ? events.get(end - 1).at() + shift + PAST_EVERYTHING
                : Math.min(now, events.get(end).at() + shift - 1);
        writer.beat(through);
      }
      connection.commit();
      backoff.reset();
      stored += placed(events.subList(position, end));
      position = end;
      show(position, stored, start, finished);
      if (!finished) {
        pacer.pause();
      }
    }
    if (events.isEmpty()) {
      show(0, 0, start, true);
    }
    return true;
  }

  private Progress begin(Connection connection, ProgressTable table) throws SQLException {
    Progress found = table.read();
    if (found == null) {
      Cities.add(connection, plan.currencies(), mapping.cityTimezone());
      long shift =
          options.rebase() && !plan.events().isEmpty()
              ? Micros.of(options.clock().instant()) - plan.events().get(0).at()
              : 0;
      table.begin(plan.events().size(), shift, options.domain() == TimeDomain.LIVE);
      connection.commit();
      found = table.read();
    }
    if (found == null) {
      throw new SQLException("The replay's row has vanished", "02000");
    }
    return found;
  }

  /** A commit thought lost may have held after all; otherwise somebody else is at work. */
  private boolean moved(ProgressTable table, int position) throws SQLException {
    Progress now = table.read();
    LOG.warn(
        "The replay stands at {} and not at {}: another run may be at work",
        now == null ? "nothing" : now.position(),
        position);
    return false;
  }

  private void show(int position, int stored, Progress start, boolean done) throws IOException {
    List<Event> events = plan.events();
    progressFile.show(
        new ProgressFile.View(
            recording.read(),
            stored,
            recording.rejected(),
            recording.repaired(),
            recording.filtered(),
            position,
            events.size(),
            position == 0
                ? null
                : Micros.instant(events.get(position - 1).at() + start.shiftMicros()),
            done));
  }

  private static int placed(List<Event> events) {
    int placed = 0;
    for (Event event : events) {
      placed += event.status() == OrderStatus.PLACED ? 1 : 0;
    }
    return placed;
  }
}
