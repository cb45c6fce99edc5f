package io.flavortrend.generator.simulation;

import io.flavortrend.generator.roads.RoadNetwork;
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
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The simulated business: orders arrive, are cooked, carried and rated. Time is what the caller
 * says by {@link #advanceTo}; what happens depends on seed, world and pace alone, not on the steps
 * in which time is advanced. Not thread-safe.
 */
public final class Simulation {
  private static final long SHIFT_CHANGE = 10 * Micros.MINUTE;

  private final Draws draws;
  private final World world;
  private final List<RoadNetwork> roads;
  private final Agenda agenda = new Agenda();
  private final Scenarios scenarios;
  private final Conditions conditions;
  private final Demand demand;
  private final OrderFactory orders;
  private final Kitchen kitchen;
  private final Lifecycle lifecycle;
  private final WeatherStation weather;
  private final RoutePings pings;
  private final Consumer<Change> sink;
  private final List<Dispatcher> dispatchers = new ArrayList<>();
  private final Map<Long, Courier> couriers = new HashMap<>();
  private @Nullable OrderLife placing;
  private long nextOrderId;
  private long nextCourierId;
  private long lastArrival;
  private long nextArrival = Demand.NEVER;
  private long arrivalEpoch;
  private long now;

  /**
   * @param start when the simulated business opens, microseconds since 1970
   * @param sink is given every change, in order of time
   */
  public Simulation(long seed, World world, Pace pace, long start, Consumer<Change> sink) {
    this(new Draws(seed), world, roads(seed, world), new Scenarios(), pace, start, sink);
    sizeKitchens();
    agenda.add(start, Kind.WEATHER, null);
    open();
  }

  private Simulation(
      Draws draws,
      World world,
      List<RoadNetwork> roads,
      Scenarios scenarios,
      Pace pace,
      long start,
      Consumer<Change> sink) {
    this.draws = draws;
    this.world = world;
    this.roads = roads;
    this.scenarios = scenarios;
    this.sink = sink;
    this.now = start;
    this.lastArrival = start;
    this.nextOrderId = world.nextOrderId();
    this.nextCourierId = world.nextCourierId();
    this.weather = new WeatherStation(new Weather(draws), world.markets(), scenarios, sink);
    this.conditions = new Conditions(draws, world, weather, scenarios);
    conditions.constant(pace.constant());
    this.demand = new Demand(draws, world.markets(), pace, conditions);
    this.orders = new OrderFactory(draws, roads);
    this.pings = new RoutePings(agenda, roads, sink);
    this.kitchen = new Kitchen(draws);
    Staffing staffing = new Staffing(world.markets(), demand, conditions);
    for (int i = 0; i < world.markets().size(); i++) {
      Market market = world.markets().get(i);
      dispatchers.add(new Dispatcher(draws, market, i, staffing, () -> nextCourierId++));
    }
    this.lifecycle =
        new Lifecycle(draws, agenda, kitchen, dispatchers, roads, conditions, pings, sink);
  }

  /**
   * Takes up couriers and orders as they stand; to be called once, before time advances. A courier
   * is busy if, and only if, an open order has it.
   *
   * @param stored the open orders, and those of the last hours
   */
  public void takeUp(List<StoredOrder> stored) {
    Set<Long> carrying = new HashSet<>();
    for (StoredOrder order : stored) {
      if (order.courierId() != null && !order.status().isTerminal()) {
        carrying.add(order.courierId());
      }
      if (order.order().id() == nextOrderId - 1) {
        lastArrival = order.order().placedAt();
      }
    }
    for (int i = 0; i < world.markets().size(); i++) {
      for (CourierRecord found : world.markets().get(i).couriers()) {
        take(found, dispatchers.get(i), carrying.contains(found.id()));
      }
    }
    new Resumption(world, couriers, roads, demand.pace().scale(), now, lifecycle).resume(stored);
    restartArrivals(lastArrival);
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

  /** When the next order will be placed, microseconds since 1970. */
  public long nextArrivalAt() {
    return nextArrival;
  }

  /** From now on, new orders come at that pace; open ones live on as they began. */
  public void changePace(Pace pace, long at) {
    conditions.constant(pace.constant());
    demand.change(pace);
    sizeKitchens();
    restartArrivals(at);
  }

  /** No order is placed for the time before: it was slept through. */
  public void skipArrivalsUntil(long at) {
    if (nextArrival < at) {
      restartArrivals(at);
    }
  }

  /** Lets a scenario happen, or go on otherwise than before: an earlier one of its id is over. */
  public void put(Scenario scenario) {
    scenarios.put(scenario);
    agenda.add(Math.max(now, scenario.startsAt()), Kind.SCENARIO, null);
    agenda.add(Math.max(now, scenario.endsAt()), Kind.SCENARIO, null);
  }

  /** Whether couriers' positions are recorded from now on. */
  public void recordPings(long intervalMicros, long at) {
    pings.every(intervalMicros, at);
  }

  /**
   * Another future of one market from now on: all that is under way is under way there too, what
   * has not been decided yet is decided anew. Leaves this simulation as it is; futures may be lived
   * at the same time.
   */
  Simulation future(int market, long number) {
    Pace pace = demand.pace();
    Market alone = world.markets().get(market);
    Simulation other =
        new Simulation(
            draws.inFuture(number),
            new World(List.of(alone), nextOrderId, nextCourierId, world.holidays()),
            List.of(roads.get(market)),
            new Scenarios(scenarios),
            new Pace(
                pace.ordersPerSecond() * demand.share(market),
                pace.constant(),
                pace.lifecycleSeconds()),
            now,
            change -> {});
    Copies copies = new Copies();
    agenda.copyTo(other.agenda, market, copies);
    dispatchers.get(market).copyTo(other.dispatchers.get(0), copies);
    kitchen.copyTo(other.kitchen, alone);
    other.scenarios.ends().forEach(end -> other.agenda.add(end, Kind.SCENARIO, null));
    other.open();
    return other;
  }

  /** The order that is being placed, for the sink that is told of it; nothing is decided yet. */
  OrderLife placing() {
    return Objects.requireNonNull(placing, "No order is being placed");
  }

  /** Lives an order that is placed now, until it is known when it ends; answers with it. */
  OrderLife live(OrderLife original) {
    OrderLife order = new OrderLife(original);
    lifecycle.placed(order);
    while (order.deliveryDueAt == 0 && !order.status.isTerminal()) {
      advanceTo(agenda.nextAt());
    }
    return order;
  }

  private void open() {
    planShifts(now);
    planArrival();
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
      case SHIFTS -> {
        for (int i = 0; i < dispatchers.size(); i++) {
          lifecycle.changeShifts(i, due.at());
        }
        planShifts(due.at());
      }
      case SCENARIO -> scenarios.turned(due.at()).forEach(scenario -> turn(scenario, due.at()));
      default -> lifecycle.handle(due);
    }
  }

  /** A scenario has begun or is over. */
  private void turn(Scenario scenario, long at) {
    for (int i = 0; i < dispatchers.size(); i++) {
      if (world.markets().get(i).city().id() == scenario.cityId()) {
        if (scenario.kind() == ScenarioKind.RAIN) {
          weather.observe(i, at);
        }
        lifecycle.changeShifts(i, at);
      }
    }
    demand.lookAgain();
    restartArrivals(at);
  }

  private void placeOrder(long at) {
    long id = nextOrderId++;
    int market = demand.market(id, at);
    OrderLife order = orders.place(id, world.markets().get(market), market, at, demand.pace());
    placing = order;
    sink.accept(new Change.OrderPlaced(order.placed));
    placing = null;
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
    nextArrival = demand.next(lastArrival, nextOrderId);
    if (nextArrival != Demand.NEVER) {
      agenda.add(nextArrival, Kind.ARRIVAL, null, arrivalEpoch);
    }
  }

  private void planShifts(long at) {
    agenda.add((Math.floorDiv(at, SHIFT_CHANGE) + 1) * SHIFT_CHANGE, Kind.SHIFTS, null);
  }

  private void sizeKitchens() {
    for (int i = 0; i < world.markets().size(); i++) {
      kitchen.size(world.markets().get(i), demand.pace(), demand.share(i));
    }
  }

  private static List<RoadNetwork> roads(long seed, World world) {
    return world.markets().stream().map(market -> RoadNetwork.of(seed, market.city())).toList();
  }

  private void take(CourierRecord found, Dispatcher dispatcher, boolean busy) {
    Courier courier =
        new Courier(
            found.id(),
            found.cityId(),
            found.vehicle(),
            found.status(),
            dispatcher.home(found.id()),
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
