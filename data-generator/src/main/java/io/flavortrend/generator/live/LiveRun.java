package io.flavortrend.generator.live;

import io.flavortrend.generator.GeneratorConfig;
import io.flavortrend.generator.simulation.Change;
import io.flavortrend.generator.simulation.Micros;
import io.flavortrend.generator.simulation.Pace;
import io.flavortrend.generator.simulation.Scenario;
import io.flavortrend.generator.simulation.ScenarioKind;
import io.flavortrend.generator.simulation.Simulation;
import io.flavortrend.generator.store.Database;
import io.flavortrend.generator.world.City;
import io.flavortrend.generator.world.Market;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drives the simulation by the clock and hands what is due to the writers. One thread simulates;
 * the public methods may be called from any.
 */
public final class LiveRun implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveRun.class);

  /** Positions of couriers would outnumber the orders' own changes above this rate. */
  static final double MOST_ORDERS_WITH_PINGS = 50;

  /** Who was away for longer has missed the orders of that time; open ones are still finished. */
  static final long LONGEST_CATCH_UP = 2 * Micros.MINUTE;

  private static final long STEP = Micros.SECOND / 4;
  private static final long LONGEST_SLEEP = Micros.SECOND / 10;

  /** Waking for each change alone would cost more than the changes, at thousands a second. */
  private static final long SHORTEST_SLEEP = 1_000;

  private final GeneratorConfig config;
  private final Database database;
  private final Clock clock;
  private final Measures measures = new Measures();
  private final Thread thread = new Thread(this::run, "simulation");
  private final ScenarioBoard scenarios = new ScenarioBoard();
  private volatile List<City> cities = List.of();
  private volatile Pace pace;
  private volatile boolean wanted;
  private volatile boolean opened;
  private volatile int openOrders;
  private volatile int warmOrders;
  private volatile long simulatedTo;
  private volatile @Nullable Writers writers;
  private volatile @Nullable Throwable failure;

  /**
   * @param clock tells the time that changes carry
   */
  public LiveRun(GeneratorConfig config, Database database, Clock clock) {
    this.config = config;
    this.database = database;
    this.clock = clock;
    this.pace = config.pace();
    this.wanted = config.autostart();
  }

  /** Begins to open the business, in the background. */
  public void begin() {
    thread.start();
  }

  /** Lets time go on; what became overdue while stopped happens at the time it was due. */
  public void start() {
    wanted = true;
    LockSupport.unpark(thread);
  }

  /** Holds time: nothing is written until {@link #start}. */
  public void stop() {
    wanted = false;
  }

  /** Changes the pace of new orders. */
  public void pace(Pace newPace) {
    pace = newPace;
    LockSupport.unpark(thread);
  }

  /**
   * Lets a scenario begin now.
   *
   * @param minutes how long it lasts
   * @param strength above 0, up to 1
   */
  public Scenario startScenario(ScenarioKind kind, int cityId, double minutes, double strength) {
    Scenario scenario =
        scenarios.start(
            kind, cityId, Micros.of(clock.instant()), (long) (minutes * Micros.MINUTE), strength);
    LockSupport.unpark(thread);
    return scenario;
  }

  /** Ends a scenario early; empty where none of that id is under way. */
  public Optional<Scenario> stopScenario(long id) {
    Optional<Scenario> stopped = scenarios.stop(id, Micros.of(clock.instant()));
    LockSupport.unpark(thread);
    return stopped;
  }

  /** The scenarios under way, oldest first. */
  public List<Scenario> scenarios() {
    return scenarios.underWay(Micros.of(clock.instant()));
  }

  /** The cities in which orders are placed; empty until the business is open. */
  public List<City> cities() {
    return cities;
  }

  /** The seed of all random numbers. */
  public long seed() {
    return config.seed();
  }

  /** Why the run ended by itself; null while all is well. */
  public @Nullable Throwable failure() {
    return failure;
  }

  /** What is going on. */
  public Status status() {
    Pace current = pace;
    boolean running = opened && wanted;
    Writers working = writers;
    long now = Micros.of(clock.instant());
    long oldest = working == null ? Long.MAX_VALUE : working.oldestPending();
    long behind = oldest == Long.MAX_VALUE ? 0 : now - oldest;
    if (running) {
      behind = Math.max(behind, now - simulatedTo - LONGEST_SLEEP);
    }
    return new Status(
        !opened ? Status.State.STARTING : running ? Status.State.RUNNING : Status.State.STOPPED,
        config.seed(),
        new Status.Rate(current.ordersPerSecond(), measures.orders.perSecond()),
        measures.changes.perSecond(),
        openOrders,
        measures.orders.total() + warmOrders,
        Math.max(0, behind) / 1_000.0,
        measures.lateness(),
        measures.busyNanos.perSecond() / 1e9,
        measures.refused.get(),
        new Status.Profile(current.constant(), current.lifecycleSeconds(), pings(current) > 0));
  }

  @Override
  public void close() throws InterruptedException {
    thread.interrupt();
    thread.join(TimeUnit.SECONDS.toMillis(5));
    Writers working = writers;
    if (working != null) {
      working.close();
    }
  }

  private void run() {
    try {
      // Couriers that are set right while opening come before there are writers.
      List<Change> early = new ArrayList<>();
      Opening.Opened open =
          new Opening(database, config, clock).open(change -> hand(change, early));
      Writers started =
          new Writers(database, open.world().markets(), config.connections(), clock, measures);
      warmOrders = open.warmOrders();
      cities = open.world().markets().stream().map(Market::city).toList();
      writers = started;
      for (Change change : early) {
        started.put(change);
      }
      simulatedTo = Micros.of(clock.instant());
      opened = true;
      drive(open.simulation());
    } catch (InterruptedException e) {
      LOG.debug("The run was asked to end", e);
    } catch (RuntimeException e) {
      failure = e;
      LOG.error("The run has ended: {}", e.getMessage(), e);
    }
  }

  private void drive(Simulation simulation) throws InterruptedException {
    Pace applied = config.pace();
    long time = Micros.of(clock.instant());
    simulation.recordPings(pings(applied), time);
    while (true) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      long now = Micros.of(clock.instant());
      if (wanted) {
        if (now - simulatedTo > LONGEST_CATCH_UP) {
          simulation.skipArrivalsUntil(now);
        }
        Pace current = pace;
        if (!current.equals(applied)) {
          simulation.changePace(current, now);
          simulation.recordPings(pings(current), now);
          applied = current;
        }
        scenarios.handOver(simulation::put);
        now = advance(simulation, now);
      }
      openOrders = simulation.openOrders();
      sleep(wanted ? simulation.nextDueAt() : Long.MAX_VALUE, now);
    }
  }

  /** In steps, so that a command does not wait for a long catching up. */
  private long advance(Simulation simulation, long now) {
    long from = Math.max(simulatedTo, now - LONGEST_CATCH_UP);
    long until = Math.min(now, from + STEP);
    simulation.advanceTo(until);
    simulatedTo = until;
    return until;
  }

  private void sleep(long nextDue, long until) {
    long now = Micros.of(clock.instant());
    if (until < now - STEP && wanted) {
      return;
    }
    long wait = Math.max(SHORTEST_SLEEP, Math.min(LONGEST_SLEEP, nextDue - now));
    LockSupport.parkNanos(this, TimeUnit.MICROSECONDS.toNanos(wait));
  }

  private void hand(Change change, List<Change> early) {
    Writers working = writers;
    if (working == null) {
      early.add(change);
      return;
    }
    try {
      working.put(change);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private long pings(Pace current) {
    return current.ordersPerSecond() > MOST_ORDERS_WITH_PINGS
        ? 0
        : config.pingSeconds() * Micros.SECOND;
  }
}
