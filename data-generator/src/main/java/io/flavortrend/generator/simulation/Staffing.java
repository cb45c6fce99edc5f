package io.flavortrend.generator.simulation;

import io.flavortrend.generator.world.Market;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * How many couriers the business wants on duty in each market. It plans by the usual curve of the
 * day, with almost half to spare: rain, a campaign or a holiday come as a surprise, and so may
 * leave orders waiting. Little's law: rate × time busy.
 */
final class Staffing {
  private static final double TO_SPARE = 1.45;
  private static final double TO_SPARE_CONSTANT = 1.5;
  private static final int AT_LEAST = 4;

  private final List<Market> markets;
  private final Demand demand;
  private final Conditions conditions;

  Staffing(List<Market> markets, Demand demand, Conditions conditions) {
    this.markets = markets;
    this.demand = demand;
    this.conditions = conditions;
  }

  /** The couriers wanted on duty, idle and busy together, as far as they come to work. */
  int wanted(int market, long at) {
    Pace pace = demand.pace();
    double busy = busy(market);
    if (pace.constant()) {
      return (int) Math.ceil((TO_SPARE_CONSTANT * busy + 10) * conditions.attendance(market, at));
    }
    double curve = DayCurve.factor(local(market, at), false);
    return (int)
        Math.ceil((TO_SPARE * busy * curve + AT_LEAST) * conditions.attendance(market, at));
  }

  /** Whether shifts are kept: a constant pace knows no hours. */
  boolean keepsShifts() {
    return !demand.pace().constant();
  }

  /** True where couriers stay away. */
  boolean isShort(int market, long at) {
    return conditions.attendance(market, at) < 1;
  }

  /** The local time there. */
  ZonedDateTime local(int market, long at) {
    return Micros.instant(at).atZone(markets.get(market).city().zone());
  }

  /** The couriers busy at the mean rate of the week. */
  private double busy(int market) {
    Pace pace = demand.pace();
    return pace.ordersPerSecond()
        * demand.share(market)
        * Lifecycle.NATURAL_BUSY_SECONDS
        * pace.scale();
  }
}
