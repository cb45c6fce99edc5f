package io.flavortrend.jobs.citykpis;

import io.flavortrend.contracts.values.CityKpi;
import io.flavortrend.jobs.frame.JobGeneration;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One city's minute so far: the pure fold of its contributions. The order in which they come makes
 * no difference. Kept in Flink's state: a field may be added, none renamed.
 *
 * @param orders orders placed
 * @param delivered orders delivered
 * @param cancelled orders cancelled
 * @param revenueMillimes amount of the orders delivered, thousandths of the currency
 * @param deliveryMicros time from placed to delivered, summed over the orders delivered
 * @param activeCouriers couriers with at least one event
 * @param eventful true once an order was placed, delivered or cancelled, corrected since or not
 * @param changes contributions of orders folded
 * @param committedAtMicros commit of the newest change folded
 * @param capturedAtMicros capture of the newest change folded
 * @param pressureAt when the newest pressure was so, milliseconds; 0 where none was told
 * @param pressure 0 to 100
 */
public record CityMinute(
    long orders,
    long delivered,
    long cancelled,
    long revenueMillimes,
    long deliveryMicros,
    int activeCouriers,
    boolean eventful,
    long changes,
    long committedAtMicros,
    long capturedAtMicros,
    long pressureAt,
    double pressure) {

  /** A minute in which nothing has happened. */
  public static final CityMinute EMPTY =
      new CityMinute(0, 0, 0, 0, 0, 0, false, 0, Long.MIN_VALUE, Long.MIN_VALUE, 0, 0);

  private static final double MICROS_PER_MINUTE = ChronoUnit.MINUTES.getDuration().toNanos() / 1e3;

  /** Event time in milliseconds at which the minute is complete unless something comes late. */
  static long endsAt(long minute) {
    return minute + Contribution.MINUTE_MILLIS - 1;
  }

  /** Event time in milliseconds from which on the minute is corrected no more. */
  static long closesAt(long minute, long allowedLatenessMillis) {
    return endsAt(minute) + allowedLatenessMillis;
  }

  /**
   * This minute with one more contribution.
   *
   * @param courierEventsBefore events of the contribution's courier in this minute so far
   */
  CityMinute plus(Contribution contribution, int courierEventsBefore) {
    int courierEventsAfter = courierEventsBefore + contribution.courierEvents();
    boolean newer = contribution.committedAtMicros() >= committedAtMicros;
    return new CityMinute(
        orders + contribution.orders(),
        delivered + contribution.delivered(),
        cancelled + contribution.cancelled(),
        revenueMillimes + contribution.revenueMillimes(),
        deliveryMicros + contribution.deliveryMicros(),
        activeCouriers + active(courierEventsAfter) - active(courierEventsBefore),
        eventful
            || contribution.orders() != 0
            || contribution.delivered() != 0
            || contribution.cancelled() != 0,
        // Not for the pressure: after a restore another number of its versions may come again, and
        // a version must say how many changes of orders a row has seen (ADR 0002).
        contribution.pressureAt() == Contribution.NO_PRESSURE ? changes + 1 : changes,
        newer ? contribution.committedAtMicros() : committedAtMicros,
        newer ? contribution.capturedAtMicros() : capturedAtMicros,
        Math.max(contribution.pressureAt(), pressureAt),
        contribution.pressureAt() >= pressureAt ? contribution.pressure() : pressure);
  }

  private static int active(int courierEvents) {
    return courierEvents > 0 ? 1 : 0;
  }

  /** This minute as the topic and the table show it. */
  CityKpi toKpi(CityMinuteKey key, int generation, Instant emittedAt) {
    return new CityKpi(
        CityKpi.SCHEMA_VERSION,
        key.cityId(),
        Instant.ofEpochMilli(key.minute()),
        orders,
        delivered,
        cancelled,
        BigDecimal.valueOf(revenueMillimes, 3),
        delivered > 0 ? deliveryMicros / (delivered * MICROS_PER_MINUTE) : null,
        activeCouriers,
        pressureAt == 0 ? null : pressure,
        JobGeneration.version(generation, changes),
        new CityKpi.Trace(instant(committedAtMicros), instant(capturedAtMicros), emittedAt));
  }

  private static Instant instant(long micros) {
    return Instant.EPOCH.plus(Duration.of(micros, ChronoUnit.MICROS));
  }
}
