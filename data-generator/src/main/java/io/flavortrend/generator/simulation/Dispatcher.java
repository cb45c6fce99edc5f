package io.flavortrend.generator.simulation;

import io.flavortrend.generator.world.CourierStatus;
import io.flavortrend.generator.world.Market;
import io.flavortrend.generator.world.Place;
import io.flavortrend.generator.world.Vehicle;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The couriers of one city and the orders that wait for one. An order goes along with another of
 * the same restaurant where that is hardly a detour; else to the nearest of those idle longest;
 * where none is idle it calls one from home, or takes on a new one, up to the number that staffing
 * wants on duty; otherwise the order waits its turn.
 */
final class Dispatcher {
  /** How many of the longest idle are compared: fair to couriers, and cheap in large fleets. */
  private static final int COMPARED = 32;

  /** Of the orders that wait longest, so many are compared. */
  private static final int COMPARED_WAITING = 6;

  private static final double SPREAD_KM = 3.5;
  private static final double SAME_WAY_KM = 0.9;
  private static final long SAME_TIME = 5 * Micros.MINUTE;

  private final Draws draws;
  private final Roster roster;
  private final Staffing staffing;
  private final int market;
  private final Place centre;
  private final int cityId;
  private final LongSupplier newIds;
  private final TreeSet<Courier> idle = new TreeSet<>(Courier.LONGEST_FIRST);
  private final TreeSet<Courier> offline = new TreeSet<>(Courier.LONGEST_FIRST);
  private final Deque<OrderLife> waiting = new ArrayDeque<>();

  /** The order last given out at each restaurant, as long as another may join it. */
  private final Map<Long, OrderLife> joinable = new HashMap<>();

  private int onDuty;

  Dispatcher(Draws draws, Market market, int index, Staffing staffing, LongSupplier newIds) {
    this.draws = draws;
    this.roster = new Roster(draws);
    this.staffing = staffing;
    this.market = index;
    this.centre = new Place(market.city().latitude(), market.city().longitude());
    this.cityId = market.city().id();
    this.newIds = newIds;
  }

  /** An assigned courier, and the change of its status, which is null where it stays busy. */
  record Assignment(Courier courier, Change.@Nullable CourierChange change) {}

  /** Adds a courier of the fleet as it stands. */
  void join(Courier courier) {
    switch (courier.status) {
      case IDLE -> idle.add(courier);
      case OFFLINE -> offline.add(courier);
      case BUSY -> {}
    }
    onDuty += courier.status == CourierStatus.OFFLINE ? 0 : 1;
  }

  /** A courier for that order, or null where none can be had: then the order is in the queue. */
  @Nullable Assignment request(OrderLife order, long at) {
    Courier along = goingAlong(order);
    if (along != null) {
      given(order, along);
      return new Assignment(along, null);
    }
    Courier courier = nearest(order.restaurant, at);
    boolean hired = false;
    if (courier != null) {
      idle.remove(courier);
    } else if (onDuty < staffing.wanted(market, at)) {
      courier = callIn(at);
      hired = courier == null;
      courier = hired ? hire(at) : courier;
      onDuty++;
    }
    if (courier == null) {
      waiting.add(order);
      return null;
    }
    given(order, courier);
    return new Assignment(courier, courier.become(CourierStatus.BUSY, at, hired));
  }

  /** True where there is a courier for an order that waits. */
  boolean canServe(long at) {
    return !waiting.isEmpty() && (!idle.isEmpty() || onDuty < staffing.wanted(market, at));
  }

  /** True where couriers stay away, and one who has just become free is among them. */
  boolean mustGoHome(long at) {
    return staffing.isShort(market, at) && onDuty > staffing.wanted(market, at);
  }

  /** The next order in the queue, for a courier who has just become free; null where none waits. */
  @Nullable OrderLife nextWaiting() {
    OrderLife order = waiting.poll();
    while (order != null && order.status.isTerminal()) {
      order = waiting.poll();
    }
    return order;
  }

  /**
   * Of the orders that wait longest, the one whose restaurant is nearest; null where none waits.
   */
  @Nullable OrderLife nextWaiting(Place courier) {
    OrderLife best = null;
    double bestDistance = Double.MAX_VALUE;
    int compared = 0;
    waiting.removeIf(order -> order.status.isTerminal());
    for (OrderLife order : waiting) {
      double distance = courier.kilometresTo(order.restaurant);
      if (distance < bestDistance) {
        best = order;
        bestDistance = distance;
      }
      if (++compared == COMPARED_WAITING) {
        break;
      }
    }
    if (best != null) {
      waiting.remove(best);
    }
    return best;
  }

  /** The order goes to that courier, whose bag it is not in yet; a first one may be joined. */
  void given(OrderLife order, Courier courier) {
    if (courier.bag.isEmpty()) {
      joinable.put(order.placed.restaurantId(), order);
    } else {
      joinable.remove(order.placed.restaurantId());
    }
  }

  /** The courier has nothing to do any more: waits for an order, or goes home. */
  Change.CourierChange release(Courier courier, long at) {
    if (onDuty > staffing.wanted(market, at)) {
      return goHome(courier, at);
    }
    Change.CourierChange change = courier.become(CourierStatus.IDLE, at, false);
    idle.add(courier);
    return change;
  }

  /** Changes shifts: those whose shift is over go if they are idle, those who are due come. */
  List<Change.CourierChange> changeShifts(long at) {
    List<Change.CourierChange> changes = new ArrayList<>();
    int wanted = staffing.wanted(market, at);
    ZonedDateTime local = staffing.local(market, at);
    boolean shifts = staffing.keepsShifts();
    for (Courier courier : List.copyOf(idle)) {
      if (onDuty > wanted && shifts && !roster.isDown(courier.id, local)) {
        idle.remove(courier);
        changes.add(goHome(courier, at));
      }
    }
    while (onDuty > wanted && !idle.isEmpty()) {
      changes.add(goHome(idle.pollFirst(), at));
    }
    if (shifts && onDuty < wanted) {
      for (Courier courier : List.copyOf(offline)) {
        if (onDuty < wanted && roster.isDown(courier.id, local)) {
          offline.remove(courier);
          onDuty++;
          changes.add(courier.become(CourierStatus.IDLE, at, false));
          idle.add(courier);
        }
      }
    }
    return changes;
  }

  /** Where a courier lives. */
  Place home(long courierId) {
    double distance = SPREAD_KM * Math.sqrt(draws.uniform(Cause.COURIER, courierId, 0));
    return centre.offset(distance, 2 * Math.PI * draws.uniform(Cause.COURIER, courierId, 1));
  }

  int idleCouriers() {
    return idle.size();
  }

  /** The same couriers and orders as copies, for another future. */
  void copyTo(Dispatcher other, Copies copies) {
    idle.forEach(courier -> other.idle.add(copies.of(courier)));
    offline.forEach(courier -> other.offline.add(copies.of(courier)));
    waiting.forEach(order -> other.waiting.add(copies.of(order)));
    joinable.forEach((restaurant, order) -> other.joinable.put(restaurant, copies.of(order)));
    other.onDuty = onDuty;
  }

  private Change.CourierChange goHome(Courier courier, long at) {
    onDuty--;
    Change.CourierChange change = courier.become(CourierStatus.OFFLINE, at, false);
    offline.add(courier);
    return change;
  }

  /** The best rested of those who have a shift, else of all; null where nobody is at home. */
  private @Nullable Courier callIn(long at) {
    Courier called = null;
    if (staffing.keepsShifts()) {
      ZonedDateTime local = staffing.local(market, at);
      int asked = 0;
      for (Courier courier : offline) {
        if (roster.isDown(courier.id, local)) {
          called = courier;
          break;
        }
        if (++asked == COMPARED) {
          break;
        }
      }
    }
    if (called == null && !offline.isEmpty()) {
      called = offline.first();
    }
    if (called != null) {
      offline.remove(called);
    }
    return called;
  }

  private Courier hire(long at) {
    long id = newIds.getAsLong();
    double kind = draws.uniform(Cause.COURIER, id, 2);
    Vehicle vehicle = kind < 0.7 ? Vehicle.SCOOTER : kind < 0.85 ? Vehicle.CAR : Vehicle.BICYCLE;
    return new Courier(id, cityId, vehicle, CourierStatus.OFFLINE, home(id), at - 1);
  }

  /** Who is on the way to the same restaurant for an order to about the same door. */
  private @Nullable Courier goingAlong(OrderLife order) {
    OrderLife other = joinable.get(order.placed.restaurantId());
    if (other == null) {
      return null;
    }
    Courier courier = other.courier;
    if (courier == null || !other.isAwaited() || courier.bag.size() > 1) {
      joinable.remove(order.placed.restaurantId());
      return null;
    }
    boolean sameTime =
        Math.abs(other.kitchenReadyAt - order.kitchenReadyAt) < order.scaled(SAME_TIME);
    boolean sameWay = other.dropoff().kilometresTo(order.dropoff()) < SAME_WAY_KM;
    return sameTime && sameWay ? courier : null;
  }

  private @Nullable Courier nearest(Place restaurant, long at) {
    Courier best = null;
    double bestDistance = Double.MAX_VALUE;
    int compared = 0;
    for (Courier courier : idle) {
      double distance = courier.placeAt(at).kilometresTo(restaurant);
      if (distance < bestDistance) {
        best = courier;
        bestDistance = distance;
      }
      if (++compared == COMPARED) {
        break;
      }
    }
    return best;
  }
}
