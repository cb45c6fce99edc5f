package io.flavortrend.generator.simulation;

import io.flavortrend.contracts.cdc.OrderStatus;
import io.flavortrend.generator.simulation.Agenda.Entry;
import io.flavortrend.generator.simulation.Agenda.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An order's way from placed to delivered or cancelled.
 *
 * <pre>
 *   placed ─acceptance─► accepted ─preparation────────────────► ready ─┐
 *      │                    └─0.4 preparation─► assigned ─way there────┴handover─► picked_up ─way─► delivered
 *      └─ refused by 1.5 % of restaurants     └─ withdrawn by 2.5 % of customers before it is ready
 * </pre>
 */
final class Lifecycle {
  /** How long a courier has an order on average, without compression; measured. */
  static final double NATURAL_BUSY_SECONDS = 1_450;

  private static final double REFUSED = 0.015;
  private static final double WITHDRAWN = 0.025;
  private static final double DISPATCH_AFTER = 0.4;

  private final Draws draws;
  private final Kitchen kitchen;
  private final Travel travel;
  private final Reviews reviews;
  private final Agenda agenda;
  private final List<Dispatcher> dispatchers;
  private final WeatherStation weather;
  private final RoutePings pings;
  private final Consumer<Change> sink;
  private final Map<Long, Integer> inKitchen = new HashMap<>();
  private int open;

  Lifecycle(
      Draws draws,
      Agenda agenda,
      List<Dispatcher> dispatchers,
      WeatherStation weather,
      RoutePings pings,
      Consumer<Change> sink) {
    this.draws = draws;
    this.kitchen = new Kitchen(draws);
    this.travel = new Travel(draws);
    this.reviews = new Reviews(draws);
    this.agenda = agenda;
    this.dispatchers = dispatchers;
    this.weather = weather;
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
    NewOrder placed = order.placed;
    long answered =
        order.statusAt + order.scaled(kitchen.acceptance(placed.id(), placed.restaurantId()));
    boolean refused = draws.uniform(Cause.CANCELLATION, placed.id()) < REFUSED;
    agenda.add(answered, refused ? Kind.CANCEL : Kind.ACCEPT, order);
  }

  /** The restaurant cooks, a courier will be asked for; also where the order was found so. */
  void cooking(OrderLife order) {
    NewOrder placed = order.placed;
    int load = inKitchen.merge(placed.restaurantId(), 1, Integer::sum);
    long preparation =
        order.scaled(
            kitchen.preparation(placed.id(), placed.restaurantId(), placed.itemCount(), load));
    order.kitchenReadyAt = order.acceptedAt + preparation;
    double fate = draws.uniform(Cause.CANCELLATION, placed.id());
    if (fate >= REFUSED && fate < REFUSED + WITHDRAWN) {
      double moment = 0.9 * draws.uniform(Cause.CANCELLATION, placed.id(), 1);
      agenda.add(order.acceptedAt + (long) (preparation * moment), Kind.CANCEL, order);
    }
  }

  /** A courier is to be asked for, in time for the food. */
  void planDispatch(OrderLife order) {
    long preparation = order.kitchenReadyAt - order.acceptedAt;
    agenda.add(order.acceptedAt + (long) (preparation * DISPATCH_AFTER), Kind.DISPATCH, order);
  }

  /** The courier is on the way to the restaurant, the kitchen still at work. */
  void awaitReady(OrderLife order) {
    Courier courier = order.courier;
    double kilometres = courier == null ? 0 : courier.place.kilometresTo(order.restaurant);
    long way = courier == null ? 0 : ride(order, 0, kilometres, courier);
    order.courierThereAt = order.assignedAt + way;
    agenda.add(Math.max(order.kitchenReadyAt, order.assignedAt + 1), Kind.READY, order);
  }

  /** Food and courier are to meet at the counter. */
  void awaitPickUp(OrderLife order) {
    long met = Math.max(order.statusAt, order.courierThereAt);
    agenda.add(met + order.scaled(travel.handover(order.placed.id())), Kind.PICK_UP, order);
  }

  /** The courier is on the way to the customer. */
  void awaitDelivery(OrderLife order) {
    Courier courier = order.courier;
    double kilometres = order.placed.distanceMetres() / 1_000.0;
    long way =
        courier == null ? order.scaled(20 * Micros.MINUTE) : ride(order, 1, kilometres, courier);
    order.deliveryDueAt = order.pickedUpAt + way;
    pings.pickedUp(order);
    agenda.add(order.deliveryDueAt, Kind.DELIVER, order);
  }

  /** Counts an order that was found open beyond {@code placed}. */
  void found() {
    open++;
  }

  private void step(Kind kind, OrderLife order, long at) {
    switch (kind) {
      case ACCEPT -> {
        order.acceptedAt = move(order, OrderStatus.ACCEPTED, at, null, null);
        cooking(order);
        planDispatch(order);
      }
      case DISPATCH -> {
        Dispatcher.Assignment assignment = dispatchers.get(order.market).request(order, at);
        if (assignment != null) {
          assign(order, assignment.courier(), assignment.change(), at);
        }
      }
      case READY -> {
        move(order, OrderStatus.READY, at, null, null);
        leaveKitchen(order);
        awaitPickUp(order);
      }
      case PICK_UP -> {
        order.pickedUpAt = move(order, OrderStatus.PICKED_UP, at, null, null);
        awaitDelivery(order);
      }
      case DELIVER -> deliver(order, at);
      case CANCEL -> {
        if (order.status.compareTo(OrderStatus.READY) < 0) {
          leaveKitchen(order);
          close(order, OrderStatus.CANCELLED, at);
        }
      }
      default -> throw new IllegalStateException("No stage of an order: " + kind);
    }
  }

  private void assign(
      OrderLife order, Courier courier, Change.@Nullable CourierChange change, long at) {
    order.courier = courier;
    order.assignedAt = move(order, OrderStatus.ASSIGNED, at, courier.id, change);
    awaitReady(order);
  }

  private void deliver(OrderLife order, long at) {
    pings.delivered(order);
    if (order.courier != null) {
      order.courier.place = order.dropoff();
    }
    close(order, OrderStatus.DELIVERED, at);
    if (reviews.writes(order.placed.id())) {
      agenda.add(
          order.closedAt + order.scaled(reviews.delay(order.placed.id())), Kind.REVIEW, order);
    }
  }

  /** Ends the order; its courier goes on with the order that waits longest, if any does. */
  private void close(OrderLife order, OrderStatus status, long at) {
    open--;
    Courier courier = order.courier;
    if (courier == null) {
      order.closedAt = move(order, status, at, null, null);
      return;
    }
    Dispatcher dispatcher = dispatchers.get(order.market);
    OrderLife next = dispatcher.nextWaiting();
    if (next == null) {
      order.closedAt = move(order, status, at, null, dispatcher.release(courier, at));
    } else {
      order.closedAt = move(order, status, at, null, null);
      assign(next, courier, null, at);
    }
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

  private long ride(OrderLife order, int leg, double kilometres, Courier courier) {
    return order.scaled(
        travel.duration(
            order.placed.id(), leg, kilometres, courier.vehicle, weather.rainMm(order.market)));
  }

  private void leaveKitchen(OrderLife order) {
    if (order.acceptedAt > 0) {
      inKitchen.computeIfPresent(
          order.placed.restaurantId(), (id, count) -> count > 1 ? count - 1 : null);
    }
  }
}
