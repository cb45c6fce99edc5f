package io.flavortrend.generator.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.cdc.OrderStatus;
import io.flavortrend.generator.roads.RoadNetwork;
import io.flavortrend.generator.world.CourierStatus;
import io.flavortrend.generator.world.Market;
import io.flavortrend.generator.world.Place;
import io.flavortrend.generator.world.Vehicle;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DispatcherTest {
  /** Ten couriers are wanted in each city even so. */
  private static final Pace HARDLY_ANY = new Pace(1e-9, true, null);

  private static final int WANTED = 11;

  private final Market market = Worlds.small().markets().get(0);
  private final AtomicLong ids = new AtomicLong(500);
  private final Dispatcher dispatcher =
      new Dispatcher(new Draws(1), market, 0, Worlds.staffing(HARDLY_ANY), ids::getAndIncrement);
  private final OrderFactory orders =
      new OrderFactory(new Draws(1), List.of(RoadNetwork.of(1, market.city())));

  @BeforeEach
  void fleetOfTwo() {
    dispatcher.join(courier(1, CourierStatus.IDLE, 30));
    dispatcher.join(courier(2, CourierStatus.IDLE, 1));
    dispatcher.join(courier(3, CourierStatus.OFFLINE, 0));
  }

  @Test
  void takesTheNearestThenCallsFromHomeThenHiresThenLetsWait() {
    assertThat(dispatcher.request(order(1), 10).courier().id).isEqualTo(2);
    assertThat(dispatcher.request(order(2), 10).courier().id).isEqualTo(1);
    assertThat(dispatcher.request(order(3), 10).courier().id).isEqualTo(3);
    for (int i = 3; i < WANTED; i++) {
      Dispatcher.Assignment hired = dispatcher.request(order(i + 1), 10);
      assertThat(hired.courier().id).isEqualTo(500 + i - 3);
      assertThat(hired.change().hired()).isTrue();
    }
    assertThat(dispatcher.request(order(WANTED + 1), 10)).isNull();
  }

  @Test
  void servesThoseWhoWaitInTheirOrderAndForgetsTheCancelled() {
    for (int i = 1; i <= WANTED; i++) {
      assertThat(dispatcher.request(order(i), 10)).isNotNull();
    }
    OrderLife cancelled = order(WANTED + 1);
    OrderLife patient = order(WANTED + 2);
    assertThat(dispatcher.request(cancelled, 10)).isNull();
    assertThat(dispatcher.request(patient, 11)).isNull();
    cancelled.reach(OrderStatus.CANCELLED, 12);
    assertThat(dispatcher.nextWaiting()).isSameAs(patient);
    assertThat(dispatcher.nextWaiting()).isNull();
  }

  @Test
  void sendsASecondOrderAlongWithTheFirstWhereTheDoorsAreClose() {
    OrderLife first = order(1);
    Dispatcher.Assignment assignment = dispatcher.request(first, 10);
    first.courier = assignment.courier();
    first.courier.bag.add(first);
    first.reach(OrderStatus.ASSIGNED, 10);
    OrderLife neighbour =
        new OrderLife(first.placed, 0, first.restaurant, first.routes, first.scale);
    Dispatcher.Assignment joined = dispatcher.request(neighbour, 11);
    assertThat(joined.courier()).isSameAs(first.courier);
    assertThat(joined.change()).isNull();
    first.reach(OrderStatus.READY, 12);
    OrderLife late = new OrderLife(first.placed, 0, first.restaurant, first.routes, first.scale);
    assertThat(dispatcher.request(late, 13).courier()).isNotSameAs(first.courier);
  }

  @Test
  void datesEachChangeOfACourierLaterThanTheOneBefore() {
    Dispatcher.Assignment assignment = dispatcher.request(order(1), 10);
    Change.CourierChange released = dispatcher.release(assignment.courier(), 10);
    assertThat(released.at()).isGreaterThan(assignment.change().at());
    assertThat(dispatcher.request(order(2), 10).change().at()).isGreaterThan(released.at());
  }

  private Courier courier(long id, CourierStatus status, double kilometres) {
    Place centre = new Place(market.city().latitude(), market.city().longitude());
    return new Courier(
        id, market.city().id(), Vehicle.SCOOTER, status, centre.offset(kilometres, 0), 0);
  }

  private OrderLife order(long id) {
    return orders.place(id, market, 0, 5, new Pace(1, true, null));
  }
}
