package io.flavortrend.generator.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.cdc.OrderStatus;
import io.flavortrend.generator.world.CourierStatus;
import io.flavortrend.generator.world.Market;
import io.flavortrend.generator.world.Vehicle;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DispatcherTest {
  private final Market market = Worlds.small().markets().get(0);
  private final AtomicLong ids = new AtomicLong(500);
  private final Dispatcher dispatcher = new Dispatcher(new Draws(1), market, ids::getAndIncrement);
  private final OrderFactory orders = new OrderFactory(new Draws(1));

  @BeforeEach
  void fleetOfTwo() {
    dispatcher.join(courier(1, CourierStatus.IDLE, 30));
    dispatcher.join(courier(2, CourierStatus.IDLE, 1));
    dispatcher.join(courier(3, CourierStatus.OFFLINE, 0));
  }

  @Test
  void takesTheNearestThenCallsFromHomeThenHiresThenLetsWait() {
    dispatcher.mayGrowTo(4);
    assertThat(dispatcher.request(order(1), 10).courier().id).isEqualTo(2);
    assertThat(dispatcher.request(order(2), 10).courier().id).isEqualTo(1);
    assertThat(dispatcher.request(order(3), 10).courier().id).isEqualTo(3);
    Dispatcher.Assignment hired = dispatcher.request(order(4), 10);
    assertThat(hired.courier().id).isEqualTo(500);
    assertThat(hired.change().hired()).isTrue();
    assertThat(dispatcher.request(order(5), 10)).isNull();
  }

  @Test
  void servesThoseWhoWaitInTheirOrderAndForgetsTheCancelled() {
    for (int i = 1; i <= 3; i++) {
      assertThat(dispatcher.request(order(i), 10)).isNotNull();
    }
    OrderLife cancelled = order(4);
    OrderLife patient = order(5);
    assertThat(dispatcher.request(cancelled, 10)).isNull();
    assertThat(dispatcher.request(patient, 11)).isNull();
    cancelled.reach(OrderStatus.CANCELLED, 12);
    assertThat(dispatcher.nextWaiting()).isSameAs(patient);
    assertThat(dispatcher.nextWaiting()).isNull();
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
