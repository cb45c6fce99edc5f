package io.flavortrend.jobs.citykpis;

import java.time.Duration;

/**
 * What one dated transition of one order adds to a city's minute, or takes from it again.
 *
 * @param cityId the city
 * @param minute the minute's first instant, milliseconds since the epoch
 * @param orders orders placed
 * @param delivered orders delivered
 * @param cancelled orders cancelled
 * @param revenueMillimes amount of the orders delivered, thousandths of the currency
 * @param deliveryMicros time from placed to delivered of the orders delivered
 * @param courierId the courier who was active; 0 where {@code courierEvents} is 0
 * @param courierEvents times the courier was active
 * @param pressureAt when {@code pressure} was so, milliseconds since the epoch; {@link
 *     #NO_PRESSURE} where nothing is told of it
 * @param pressure 0 to 100
 * @param committedAtMicros when the change was committed, microseconds since the epoch
 * @param capturedAtMicros when the change was captured, microseconds since the epoch
 */
public record Contribution(
    int cityId,
    long minute,
    int orders,
    int delivered,
    int cancelled,
    long revenueMillimes,
    long deliveryMicros,
    long courierId,
    int courierEvents,
    long pressureAt,
    double pressure,
    long committedAtMicros,
    long capturedAtMicros) {

  /** Length of a window in milliseconds. */
  public static final long MINUTE_MILLIS = Duration.ofMinutes(1).toMillis();

  /** The value of {@code pressureAt} where nothing is told of the pressure. */
  public static final long NO_PRESSURE = Long.MIN_VALUE;

  /** What a city's pressure at an instant in milliseconds says of its minute. */
  static Contribution ofPressure(
      int cityId, long at, double pressure, long committedAtMicros, long capturedAtMicros) {
    long minute = Math.floorDiv(at, MINUTE_MILLIS) * MINUTE_MILLIS;
    return new Contribution(
        cityId, minute, 0, 0, 0, 0, 0, 0, 0, at, pressure, committedAtMicros, capturedAtMicros);
  }

  /** The key of the minute that this belongs to. */
  public CityMinuteKey key() {
    return new CityMinuteKey(cityId, minute);
  }

  /** The same taken back. */
  Contribution negated() {
    return new Contribution(
        cityId,
        minute,
        -orders,
        -delivered,
        -cancelled,
        -revenueMillimes,
        -deliveryMicros,
        courierId,
        -courierEvents,
        pressureAt,
        pressure,
        committedAtMicros,
        capturedAtMicros);
  }
}
