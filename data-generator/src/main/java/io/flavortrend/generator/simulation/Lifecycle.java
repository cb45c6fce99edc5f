package io.flavortrend.generator.simulation;

import io.flavortrend.contracts.cdc.OrderStatus;
import io.flavortrend.generator.roads.RoadNetwork;
import io.flavortrend.generator.simulation.Agenda.Entry;
import io.flavortrend.generator.simulation.Agenda.Kind;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An order's way from placed to delivered or cancelled.
 *
 * <pre>
 *   placed ─acceptance─► accepted ─preparation────────────────► ready ─┐
 *      │                    └─0.4 preparation─► assigned ─way there────┴handover─► picked_up ─way─► delivered
 *      └─ see {@link Cancellations}
 * </pre>
 */
final class Lifecycle {
  /** How long a courier is on duty for an order on average, without compression; measured. */
  static final double NATURAL_BUSY_SECONDS = 1_450;

  private static final double DISPATCH_AFTER = 0.4;

  private final Kitchen kitchen;
  private final Travel travel;
  private final Cancellations cancellations;
  private final Reviews reviews;
  private final Agenda agenda;
  private final List<Dispatcher> dispatchers;
  private final List<RoadNetwork> roads;
  private final Conditions conditions;
  private final RoutePings pings;
  private final Consumer<Change> sink;
  private int open;

  Lifecycle(
      Draws draws,
      Agenda agenda,
      Kitchen kitchen,
      List<Dispatcher> dispatchers,
      List<RoadNetwork> roads,
      Conditions conditions,
      RoutePings pings,
      Consumer<Change> sink) {
    this.kitchen = kitchen;
    this.travel = new Travel(draws, conditions);
    this.cancellations = new Cancellations(draws, kitchen);
    this.reviews = new Reviews(draws);
    this.agenda = agenda;
    this.dispatchers = dispatchers;
    this.roads = roads;
    this.conditions = conditions;
    this.pings = pings;
    this.sink = sink;
  }

  int open() {
    return open;
  }

  void handle(Entry due) {
    OrderLife order = due.order();
    if (order == null) {
      throw new IllegalStateException("A stage without an order: " + due.kind());
    }
    if (due.kind() == Kind.REVIEW) {
      sink.accept(reviews.write(order, due.at()));
    } else if (!order.status.isTerminal()) {
      step(due.kind(), order, due.at());
    }
  }

  /** The order has just been placed, or was found so. */
  void placed(OrderLife order) {
    open++;
    long answered = order.statusAt + kitchen.acceptance(order);
    long givenUp = cancellations.givenUpUnanswered(order);
    if (givenUp < answered) {
      agenda.add(givenUp, Kind.CANCEL, order);
    } else {
      agenda.add(answered, Kind.ACCEPT, order);
    }
  }

  /** The restaurant cooks, a courier will be asked for; also where the order was found so. */
  void cooking(OrderLife order) {
    cook(order);
    long changedMind = cancellations.changedMind(order);
    if (changedMind < Long.MAX_VALUE) {
      agenda.add(changedMind, Kind.CANCEL, order);
    }
  }

  /** Takes up a station of the kitchen; all there is to do for an order that has been ready. */
  void cook(OrderLife order) {
    order.kitchenReadyAt = kitchen.cook(order, conditions.day(order.market, order.acceptedAt));
  }

  /** A courier is to be asked for, in time for the food. */
  void planDispatch(OrderLife order) {
    long preparation = order.kitchenReadyAt - order.acceptedAt;
    agenda.add(order.acceptedAt + (long) (preparation * DISPATCH_AFTER), Kind.DISPATCH, order);
  }

  /** The courier is on the way to the restaurant, the kitchen still at work. */
  private void awaitReady(OrderLife order) {
    onTheWay(order);
    agenda.add(Math.max(order.kitchenReadyAt, order.assignedAt + 1), Kind.READY, order);
  }

  /** The order was assigned as found; what follows depends on where it is now. */
  void assigned(OrderLife order, Courier courier) {
    dispatchers.get(order.market).given(order, courier);
    courier.bag.add(order);
    if (order.isAwaited()) {
      awaitReady(order);
    } else {
      onTheWay(order);
    }
  }

  /** When the courier will be, or was, at the restaurant. */
  private void onTheWay(OrderLife order) {
    order.courierThereAt = order.assignedAt + wayThere(order);
  }

  /** Food and courier are to meet at the counter; who has two orders waits for both. */
  void awaitPickUp(OrderLife order) {
    List<OrderLife> together = order.courier == null ? List.of(order) : order.courier.bag;
    long met = 0;
    long handover = 0;
    for (OrderLife each : together) {
      if (each.isAwaited()) {
        return;
      }
      met = Math.max(met, Math.max(each.statusAt, each.courierThereAt));
      handover = Math.max(handover, travel.handover(each.placed.id()));
    }
    agenda.add(met + order.scaled(handover), Kind.PICK_UP, order);
  }

  /**
   * Plans the way to the customer.
   *
   * @param before the order delivered on the way, null where there is none
   */
  void onTheRoad(OrderLife order, @Nullable OrderLife before) {
    Courier courier = order.courier;
    long from = before == null ? order.pickedUpAt : before.deliveryDueAt;
    long way = 20 * Micros.MINUTE;
    if (courier != null) {
      double effort =
          before == null
              ? order.routes.effortTo(order.dropoff())
              : roads
                  .get(order.market)
                  .route(before.dropoff(), order.dropoff())
                  .effortTo(order.dropoff());
      way = travel.duration(order, 1, effort, courier, from);
    }
    order.deliveryDueAt = from + order.scaled(way);
    order.trip =
        new Trip(
            before == null ? null : before.trip,
            before == null ? order.restaurant : before.dropoff(),
            order.dropoff(),
            from,
            order.deliveryDueAt);
  }

  /** The courier is on the way to the customer, as planned. */
  void bring(OrderLife order) {
    pings.pickedUp(order);
    agenda.add(order.deliveryDueAt, Kind.DELIVER, order);
  }

  /** A delivered order whose review, if there is to be one, is not written yet. */
  void awaitReview(OrderLife order, long after) {
    if (reviews.writes(order)) {
      long at = order.closedAt + order.scaled(reviews.delay(order.placed.id()));
      if (at > after) {
        agenda.add(at, Kind.REVIEW, order);
      }
    }
  }

  /** Counts an order that was found open beyond {@code placed}. */
  void found() {
    open++;
  }

  /** Changes the couriers' shifts in a market, and gives orders that wait to those who come. */
  void changeShifts(int market, long at) {
    dispatchers.get(market).changeShifts(at).forEach(sink);
    serveWaiting(market, at);
  }

  private void serveWaiting(int market, long at) {
    Dispatcher dispatcher = dispatchers.get(market);
    while (dispatcher.canServe(at)) {
      OrderLife next = dispatcher.nextWaiting();
      if (next == null) {
        return;
      }
      dispatch(next, at);
    }
  }

  private void step(Kind kind, OrderLife order, long at) {
    switch (kind) {
      case ACCEPT -> accept(order, at);
      case DISPATCH -> dispatch(order, at);
      case READY -> {
        order.readyAt = move(order, OrderStatus.READY, at, null, null);
        awaitPickUp(order);
      }
      case PICK_UP -> pickUp(order, at);
      case DELIVER -> deliver(order, at);
      case CANCEL -> {
        if (order.status.compareTo(OrderStatus.READY) < 0) {
          close(order, OrderStatus.CANCELLED, at);
        }
      }
      case GIVE_UP -> {
        if (order.status == OrderStatus.ACCEPTED) {
          close(order, OrderStatus.CANCELLED, at);
        }
      }
      default -> throw new IllegalStateException("No stage of an order: " + kind);
    }
  }

  private void accept(OrderLife order, long at) {
    if (cancellations.refused(order, at)) {
      close(order, OrderStatus.CANCELLED, at);
      return;
    }
    order.acceptedAt = move(order, OrderStatus.ACCEPTED, at, null, null);
    cooking(order);
    planDispatch(order);
  }

  private void dispatch(OrderLife order, long at) {
    Dispatcher.Assignment assignment = dispatchers.get(order.market).request(order, at);
    if (assignment != null) {
      assign(order, assignment.courier(), assignment.change(), at);
    } else if (!order.mayGiveUp) {
      order.mayGiveUp = true;
      agenda.add(Math.max(at, cancellations.givenUpWaiting(order)), Kind.GIVE_UP, order);
    }
  }

  private void assign(
      OrderLife order, Courier courier, Change.@Nullable CourierChange change, long at) {
    order.courier = courier;
    order.assignedAt = move(order, OrderStatus.ASSIGNED, at, courier.id, change);
    courier.bag.add(order);
    awaitReady(order);
  }

  private void pickUp(OrderLife order, long at) {
    Courier courier = order.courier;
    if (order.status != OrderStatus.READY) {
      return;
    }
    List<OrderLife> together = courier == null ? List.of(order) : Bag.inOrderOfDoors(courier.bag);
    OrderLife before = null;
    for (OrderLife each : together) {
      if (each.status == OrderStatus.READY) {
        each.pickedUpAt = move(each, OrderStatus.PICKED_UP, at, null, null);
        onTheRoad(each, before);
        bring(each);
        before = each;
      }
    }
  }

  private void deliver(OrderLife order, long at) {
    pings.delivered(order);
    if (order.courier != null) {
      order.courier.stoodAt(order.dropoff(), at);
    }
    close(order, OrderStatus.DELIVERED, at);
    awaitReview(order, 0);
  }

  /** Ends the order; its courier goes on with what it has, or with the order that waits longest. */
  private void close(OrderLife order, OrderStatus status, long at) {
    open--;
    Courier courier = order.courier;
    if (courier != null) {
      courier.bag.remove(order);
    }
    if (courier == null || !courier.bag.isEmpty()) {
      order.closedAt = move(order, status, at, null, null);
      if (courier != null && status == OrderStatus.CANCELLED) {
        goOn(courier.bag.get(0));
      }
      return;
    }
    Dispatcher dispatcher = dispatchers.get(order.market);
    OrderLife next = dispatcher.mustGoHome(at) ? null : dispatcher.nextWaiting(courier.placeAt(at));
    if (next == null) {
      order.closedAt = move(order, status, at, null, dispatcher.release(courier, at));
    } else {
      order.closedAt = move(order, status, at, null, null);
      dispatcher.given(next, courier);
      assign(next, courier, null, at);
    }
  }

  /** The other order of a courier is off: this one need not wait for it. */
  private void goOn(OrderLife order) {
    if (order.status == OrderStatus.READY) {
      awaitPickUp(order);
    }
  }

  private long wayThere(OrderLife order) {
    Courier courier = order.courier;
    if (courier == null) {
      return 0;
    }
    OrderLife first = courier.bag.get(0);
    if (first != order) {
      return Math.max(0, first.courierThereAt - order.assignedAt);
    }
    double effort = order.routes.effortTo(courier.placeAt(order.assignedAt));
    return order.scaled(travel.duration(order, 0, effort, courier, order.assignedAt));
  }

  private long move(
      OrderLife order,
      OrderStatus status,
      long at,
      @Nullable Long courierId,
      Change.@Nullable CourierChange courier) {
    long reached = order.reach(status, at);
    sink.accept(
        new Change.OrderMoved(
            order.placed.cityId(), order.placed.id(), status, reached, courierId, courier));
    return reached;
  }
}
