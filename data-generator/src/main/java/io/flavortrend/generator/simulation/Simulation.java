package io.flavortrend.generator.simulation;

import io.flavortrend.generator.simulation.Agenda.Entry;
import io.flavortrend.generator.simulation.Agenda.Kind;
import io.flavortrend.generator.world.CourierRecord;
import io.flavortrend.generator.world.CourierStatus;
import io.flavortrend.generator.world.Market;
import io.flavortrend.generator.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The simulated business: orders arrive, are cooked, carried and rated. Time is what the caller
 * says by {@link #advanceTo}; what happens depends on seed, world and pace alone, not on the steps
 * in which time is advanced. Not thread-safe.
 */
public final class Simulation {
  private final World world;
  private final Agenda agenda = new Agenda();
  private final Demand demand;
  private final OrderFactory orders;
  private final Lifecycle lifecycle;
  private final WeatherStation weather;
  private final RoutePings pings;
  private final Consumer<Change> sink;
  private final List<Dispatcher> dispatchers = new ArrayList<>();
  private final Map<Long, Courier> couriers = new HashMap<>();
  private long nextOrderId;
  private long nextCourierId;
  private long lastArrival;
  private long arrivalEpoch;
  private long now;

  /**
   * @param start when the simulated business opens, microseconds since 1970
   * @param sink is given every change, in order of time
   */
  public Simulation(long seed, World world, Pace pace, long start, Consumer<Change> sink) {
    Draws draws = new Draws(seed);
    this.world = world;
    this.sink = sink;
    this.now = start;
    this.lastArrival = start;
    this.nextOrderId = world.nextOrderId();
    this.nextCourierId = world.nextCourierId();
    this.demand = new Demand(draws, world.markets(), pace, start);
    this.orders = new OrderFactory(draws);
    this.weather = new WeatherStation(new Weather(draws), world.markets(), sink);
    this.pings = new RoutePings(agenda, sink);
    for (Market market : world.markets()) {
      dispatchers.add(new Dispatcher(draws, market, () -> nextCourierId++));
    }
    this.lifecycle = new Lifecycle(draws, agenda, dispatchers, weather, pings, sink);
    sizeFleets();
    agenda.add(start, Kind.WEATHER, null);
    planArrival();
  }

  /**
   * Takes up couriers and open orders as they stand; to be called once, before time advances. A
   * courier is busy if, and only if, an open order has it.
   */
  public void takeUp(List<OpenOrder> open) {
    Set<Long> carrying = new HashSet<>();
    for (OpenOrder order : open) {
      if (order.courierId() != null) {
        carrying.add(order.courierId());
      }
    }
    Map<Integer, Integer> marketOf = new HashMap<>();
    for (int i = 0; i < world.markets().size(); i++) {
      Market market = world.markets().get(i);
      marketOf.put(market.city().id(), i);
      for (CourierRecord found : market.couriers()) {
        take(found, dispatchers.get(i), carrying.contains(found.id()));
      }
    }
    Resumption resumption =
        new Resumption(world, marketOf, couriers, demand.pace().scale(), lifecycle);
    open.forEach(resumption::resume);
  }

  /** Lets everything happen that is due by then, microseconds since 1970. */
  public void advanceTo(long until) {
    for (Entry due = agenda.pollDue(until); due != null; due = agenda.pollDue(until)) {
      now = Math.max(now, due.at());
      handle(due);
    }
    now = Math.max(now, until);
  }

  /** When something is due next, microseconds since 1970. */
  public long nextDueAt() {
    return agenda.nextAt();
  }

  /** How many orders are open. */
  public int openOrders() {
    return lifecycle.open();
  }

  /** From now on, new orders come at that pace; open ones live on as they began. */
  public void changePace(Pace pace, long at) {
    demand.change(pace, at);
    sizeFleets();
    restartArrivals(at);
  }

  /** No order is placed for the time before: it was slept through. */
  public void skipArrivalsUntil(long at) {
    if (lastArrival < at) {
      demand.change(demand.pace(), at);
      restartArrivals(at);
    }
  }

  /** Whether couriers' positions are recorded from now on. */
  public void recordPings(long intervalMicros, long at) {
    pings.every(intervalMicros, at);
  }

  private void handle(Entry due) {
    switch (due.kind()) {
      case ARRIVAL -> {
        if (due.epoch() == arrivalEpoch) {
          placeOrder(due.at());
        }
      }
      case WEATHER -> agenda.add(weather.observe(due.at()), Kind.WEATHER, null);
      case PINGS -> pings.record(due);
      default -> lifecycle.handle(due);
    }
  }

  private void placeOrder(long at) {
    long id = nextOrderId++;
    int market = demand.market(id, at);
    OrderLife order = orders.place(id, world.markets().get(market), market, at, demand.pace());
    sink.accept(new Change.OrderPlaced(order.placed));
    lifecycle.placed(order);
    lastArrival = at;
    planArrival();
  }

  private void restartArrivals(long at) {
    arrivalEpoch++;
    lastArrival = at;
    planArrival();
  }

  private void planArrival() {
    long at = demand.next(lastArrival, nextOrderId);
    if (at != Demand.NEVER) {
      agenda.add(at, Kind.ARRIVAL, null, arrivalEpoch);
    }
  }

  /** Little's law with room to spare: as many couriers as are busy at the peak, and a half more. */
  private void sizeFleets() {
    Pace pace = demand.pace();
    double peak = pace.ordersPerSecond() * (pace.constant() ? 1 : DayCurve.PEAK);
    double busySeconds = Lifecycle.NATURAL_BUSY_SECONDS * pace.scale();
    for (int i = 0; i < dispatchers.size(); i++) {
      double busy = peak * demand.share(i) * busySeconds;
      dispatchers.get(i).mayGrowTo((int) Math.ceil(1.5 * busy) + 10);
    }
  }

  private void take(CourierRecord found, Dispatcher dispatcher, boolean busy) {
    Courier courier =
        new Courier(
            found.id(),
            found.cityId(),
            found.vehicle(),
            found.status(),
            dispatcher.start(found.id()),
            found.updatedAt());
    couriers.put(found.id(), courier);
    if (busy && found.status() != CourierStatus.BUSY) {
      sink.accept(courier.become(CourierStatus.BUSY, now, false));
    } else if (!busy && found.status() == CourierStatus.BUSY) {
      sink.accept(courier.become(CourierStatus.IDLE, now, false));
    }
    dispatcher.join(courier);
  }
}
