package io.flavortrend.generator.simulation;

import java.util.List;

/**
 * What is known of an order when it is placed. Times are microseconds since 1970.
 *
 * @param distanceMetres from restaurant to customer
 * @param itemCount sum of the quantities
 * @param totalMillis sum of the items, in thousandths of the currency
 */
public record NewOrder(
    long id,
    int cityId,
    long customerId,
    long restaurantId,
    long placedAt,
    long promisedAt,
    int distanceMetres,
    int itemCount,
    long totalMillis,
    String currency,
    double dropoffLatitude,
    double dropoffLongitude,
    List<Line> lines) {
  /**
   * One line of the order.
   *
   * @param unitPriceMillis thousandths of the currency
   */
  public record Line(long menuItemId, int quantity, long unitPriceMillis) {}
}
