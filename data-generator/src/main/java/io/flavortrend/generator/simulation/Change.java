package io.flavortrend.generator.simulation;

import io.flavortrend.contracts.cdc.OrderStatus;
import io.flavortrend.generator.world.CourierStatus;
import io.flavortrend.generator.world.Vehicle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of the business: what the application commits together. Immutable. Times are
 * microseconds since 1970.
 */
public sealed interface Change {
  /** The city in which it happens; all that one order or courier goes through is in one city. */
  int cityId();

  /** When it happens. */
  long at();

  /** A customer has placed an order. */
  record OrderPlaced(NewOrder order) implements Change {
    @Override
    public int cityId() {
      return order.cityId();
    }

    @Override
    public long at() {
      return order.placedAt();
    }
  }

  /**
   * An order has reached its next status.
   *
   * @param courierId who was assigned; null unless this step assigns one
   * @param courier what becomes of a courier by this step; null where none changes
   */
  record OrderMoved(
      int cityId,
      long orderId,
      OrderStatus status,
      long at,
      @Nullable Long courierId,
      @Nullable CourierChange courier)
      implements Change {}

  /** A courier's new status outside of an order, or as part of one. */
  record CourierChange(
      int cityId, long courierId, Vehicle vehicle, CourierStatus status, long at, boolean hired)
      implements Change {}

  /**
   * A customer has rated an order; its id is the order's.
   *
   * @param courierId null where none brought it
   */
  record ReviewWritten(
      int cityId,
      long orderId,
      long restaurantId,
      @Nullable Long courierId,
      int rating,
      String comment,
      String language,
      long at)
      implements Change {}

  /** The weather of one hour in a city; the id follows from hour and city. */
  record WeatherObserved(
      int cityId,
      long id,
      String condition,
      double temperatureC,
      double rainMm,
      double windKmh,
      long at)
      implements Change {}

  /** Where couriers of a city were when they reported. */
  record PingsRecorded(int cityId, long at, List<Ping> pings) implements Change {}

  /** Where one courier was; the id follows from the order and the count of its pings. */
  record Ping(long id, long orderId, long courierId, double latitude, double longitude) {}
}
