package io.flavortrend.generator.live;

import io.flavortrend.generator.GeneratorConfig;
import io.flavortrend.generator.simulation.Change;
import io.flavortrend.generator.simulation.Micros;
import io.flavortrend.generator.simulation.Simulation;
import io.flavortrend.generator.simulation.StoredOrder;
import io.flavortrend.generator.store.Backoff;
import io.flavortrend.generator.store.Database;
import io.flavortrend.generator.store.Failures;
import io.flavortrend.generator.store.History;
import io.flavortrend.generator.store.RecentOrders;
import io.flavortrend.generator.store.WorldReader;
import io.flavortrend.generator.world.World;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the business: takes up what the database holds, or, where it holds no order, first lives
 * through the hours before and writes them in bulk. Waits for a database that is not there yet.
 */
final class Opening {
  private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

  /** More would take longer to write than one waits for a first page. */
  private static final int MOST_WARM_ORDERS = 40_000;

  private final Database database;
  private final GeneratorConfig config;
  private final Clock clock;

  Opening(Database database, GeneratorConfig config, Clock clock) {
    this.database = database;
    this.config = config;
    this.clock = clock;
  }

  /**
   * A simulation at its present and what it started from.
   *
   * @param warmOrders orders that were written as history
   */
  record Opened(Simulation simulation, World world, int warmOrders) {}

  /** What is found in the database. */
  private record Found(World world, List<StoredOrder> orders, boolean empty) {}

  /**
   * Opens.
   *
   * @param live is given all changes after the opening
   */
  Opened open(Consumer<Change> live) throws InterruptedException {
    Found found = retrying(this::find);
    long now = Micros.of(clock.instant());
    long past = found.empty() ? warmMicros() : 0;
    long start = found.empty() ? now - past : lastAlive(found.orders(), now);
    History history = new History();
    Target target = new Target(past > 0 ? history : live);
    Simulation simulation =
        new Simulation(config.seed(), found.world(), config.pace(), start, target);
    simulation.takeUp(found.orders());
    if (simulation.nextArrivalAt() < now - LiveRun.LONGEST_CATCH_UP) {
      simulation.skipArrivalsUntil(start);
    }
    if (past > 0) {
      simulation.advanceTo(now);
      if (!retrying(history::write)) {
        LOG.info("Orders have appeared meanwhile: opening again on what is there");
        return open(live);
      }
      target.consumer = live;
    }
    LOG.info(
        "Open: {} past orders written, {} orders on their way",
        history.orders(),
        simulation.openOrders());
    return new Opened(simulation, found.world(), history.orders());
  }

  /** When the business was last seen at work, unless that is too long ago to catch up with. */
  private static long lastAlive(List<StoredOrder> orders, long now) {
    long last = orders.stream().mapToLong(StoredOrder::updatedAt).max().orElse(0);
    return last > now - LiveRun.LONGEST_CATCH_UP ? Math.min(last, now) : now;
  }

  private Found find(Connection connection) throws SQLException {
    return new Found(
        new WorldReader(connection).read(),
        RecentOrders.read(connection),
        RecentOrders.none(connection));
  }

  private long warmMicros() {
    double hours = config.warmHours();
    double rate = config.pace().ordersPerSecond();
    if (rate > 0) {
      hours = Math.min(hours, MOST_WARM_ORDERS / rate / 3_600);
    }
    return (long) (hours * Micros.HOUR);
  }

  private interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  private <T> T retrying(Work<T> work) throws InterruptedException {
    Backoff backoff = new Backoff();
    while (true) {
      try (Connection connection = database.connect("data-generator")) {
        return work.with(connection);
      } catch (SQLException e) {
        if (!Failures.passes(e)) {
          throw new IllegalStateException("The database refused: " + e.getMessage(), e);
        }
        LOG.info("The database is not ready yet: {}", e.getMessage());
        backoff.pause();
      }
    }
  }

  /** Where changes go: first into the history, then to the writers. */
  private static final class Target implements Consumer<Change> {
    private Consumer<Change> consumer;

    Target(Consumer<Change> first) {
      consumer = first;
    }

    @Override
    public void accept(Change change) {
      consumer.accept(change);
    }
  }
}
