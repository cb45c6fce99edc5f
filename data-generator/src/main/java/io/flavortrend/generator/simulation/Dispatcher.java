package io.flavortrend.generator.simulation;

import io.flavortrend.generator.world.CourierStatus;
import io.flavortrend.generator.world.Market;
import io.flavortrend.generator.world.Vehicle;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The couriers of one city and the orders that wait for one. Of the couriers idle longest it takes
 * the nearest; where none is idle it calls one from home, then takes on a new one as long as the
 * fleet may grow; otherwise the order waits its turn.
 */
final class Dispatcher {
  /** How many of the longest idle are compared: fair to couriers, and cheap in large fleets. */
  private static final int COMPARED = 8;

  private static final double SPREAD_KM = 3.5;

  private final Draws draws;
  private final Place centre;
  private final int cityId;
  private final LongSupplier newIds;
  private final Deque<Courier> idle = new ArrayDeque<>();
  private final Deque<Courier> offline = new ArrayDeque<>();
  private final Deque<OrderLife> waiting = new ArrayDeque<>();
  private int fleet;
  private int mayGrowTo;

  Dispatcher(Draws draws, Market market, LongSupplier newIds) {
    this.draws = draws;
    this.centre = new Place(market.city().latitude(), market.city().longitude());
    this.cityId = market.city().id();
    this.newIds = newIds;
  }

  /** An assigned courier, and the change of its status, which is null where it stays busy. */
  record Assignment(Courier courier, Change.@Nullable CourierChange change) {}

  /** The fleet may take on new couriers up to that size. */
  void mayGrowTo(int couriers) {
    mayGrowTo = couriers;
  }

  /** Adds a courier of the fleet as it stands. */
  void join(Courier courier) {
    fleet++;
    switch (courier.status) {
      case IDLE -> idle.add(courier);
      case OFFLINE -> offline.add(courier);
      case BUSY -> {}
    }
  }

  /** A courier for that order, or null where none can be had: then the order is in the queue. */
  @Nullable Assignment request(OrderLife order, long at) {
    Courier courier = nearest(order.restaurant);
    boolean hired = false;
    if (courier == null) {
      courier = offline.poll();
    }
    if (courier == null && fleet < mayGrowTo) {
      courier = hire(at);
      hired = true;
    }
    if (courier == null) {
      waiting.add(order);
      return null;
    }
    return new Assignment(courier, courier.become(CourierStatus.BUSY, at, hired));
  }

  /** The next order in the queue, for a courier who has just become free; null where none waits. */
  @Nullable OrderLife nextWaiting() {
    OrderLife order = waiting.poll();
    while (order != null && order.status.isTerminal()) {
      order = waiting.poll();
    }
    return order;
  }

  /** The courier has nothing to do any more. */
  Change.CourierChange release(Courier courier, long at) {
    idle.add(courier);
    return courier.become(CourierStatus.IDLE, at, false);
  }

  /** Where a courier starts from, before anything is known of it. */
  Place start(long courierId) {
    double distance = SPREAD_KM * Math.sqrt(draws.uniform(Cause.COURIER, courierId, 0));
    return centre.offset(distance, 2 * Math.PI * draws.uniform(Cause.COURIER, courierId, 1));
  }

  private Courier hire(long at) {
    long id = newIds.getAsLong();
    double kind = draws.uniform(Cause.COURIER, id, 2);
    Vehicle vehicle = kind < 0.7 ? Vehicle.SCOOTER : kind < 0.85 ? Vehicle.CAR : Vehicle.BICYCLE;
    fleet++;
    return new Courier(id, cityId, vehicle, CourierStatus.OFFLINE, start(id), at - 1);
  }

  private @Nullable Courier nearest(Place restaurant) {
    Courier best = null;
    double bestDistance = Double.MAX_VALUE;
    int compared = 0;
    for (Courier courier : idle) {
      double distance = courier.place.kilometresTo(restaurant);
      if (distance < bestDistance) {
        best = courier;
        bestDistance = distance;
      }
      if (++compared == COMPARED) {
        break;
      }
    }
    if (best != null) {
      idle.removeFirstOccurrence(best);
    }
    return best;
  }
}
