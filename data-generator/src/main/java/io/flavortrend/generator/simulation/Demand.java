package io.flavortrend.generator.simulation;

import io.flavortrend.generator.world.Market;
import java.util.List;

/**
 * When the next order is placed, and in which city: shares by population, bent by the appetite of
 * each.
 */
final class Demand {
  /** No order is due as long as the rate is 0. */
  static final long NEVER = Long.MAX_VALUE;

  private static final int MINUTES_PER_WEEK = 7 * 24 * 60;

  private final Draws draws;
  private final double[] shares;
  private final double[] cumulative;
  private final Appetite appetite;
  private long cachedMinute = Long.MIN_VALUE;
  private double curve;
  private Pace pace;

  Demand(Draws draws, List<Market> markets, Pace pace, Appetite appetite) {
    this.draws = draws;
    this.pace = pace;
    this.appetite = appetite;
    shares = new double[markets.size()];
    cumulative = new double[markets.size()];
    double people = markets.stream().mapToDouble(market -> weight(market)).sum();
    for (int i = 0; i < shares.length; i++) {
      shares[i] = weight(markets.get(i)) / people;
    }
  }

  /** From now on orders come at another pace. */
  void change(Pace newPace) {
    pace = newPace;
    lookAgain();
  }

  /** What moves the appetite has changed within the minute. */
  void lookAgain() {
    cachedMinute = Long.MIN_VALUE;
  }

  Pace pace() {
    return pace;
  }

  /** The share of all orders that the market has over the week. */
  double share(int market) {
    return shares[market];
  }

  /** When the order of that id is placed, the one before it having been placed at {@code from}. */
  long next(long from, long orderId) {
    if (pace.ordersPerSecond() <= 0) {
      return NEVER;
    }
    if (pace.constant()) {
      return evenly(from);
    }
    // A Poisson process whose rate is constant within a minute: walk until the drawn amount is
    // used up. A week holds enough for any draw unless the rate is next to nothing.
    double wanted = draws.exponential(Cause.ARRIVAL, orderId, 0);
    long at = from;
    for (int i = 0; i < MINUTES_PER_WEEK; i++) {
      refresh(at);
      double perMicro = pace.ordersPerSecond() * curve / Micros.SECOND;
      long minuteEnd = (Math.floorDiv(at, Micros.MINUTE) + 1) * Micros.MINUTE;
      double available = perMicro * (minuteEnd - at);
      if (wanted <= available) {
        return Math.max(from + 1, at + (long) Math.ceil(wanted / perMicro));
      }
      wanted -= available;
      at = minuteEnd;
    }
    return at;
  }

  /** The next tick of a clock that ticks at the rate from each full hour on. */
  private long evenly(long from) {
    refresh(from);
    double interval = Micros.SECOND / (pace.ordersPerSecond() * curve);
    long hour = Math.floorDiv(from, Micros.HOUR) * Micros.HOUR;
    long ticks = (long) Math.floor((from - hour + 0.5) / interval) + 1;
    long at = hour + (long) Math.ceil(ticks * interval - 0.5);
    return Math.max(from + 1, Math.min(at, hour + Micros.HOUR));
  }

  /** Index of the market in which the order is placed. */
  int market(long orderId, long at) {
    refresh(at);
    double point = draws.uniform(Cause.CITY, orderId) * cumulative[cumulative.length - 1];
    int low = 0;
    int high = cumulative.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cumulative[middle] > point) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private void refresh(long at) {
    long minute = Math.floorDiv(at, Micros.MINUTE);
    if (minute == cachedMinute) {
      return;
    }
    cachedMinute = minute;
    double total = 0;
    for (int i = 0; i < shares.length; i++) {
      double factor = appetite.factor(i, minute * Micros.MINUTE);
      total += shares[i] * factor;
      cumulative[i] = total;
    }
    curve = total;
  }

  private static double weight(Market market) {
    return Math.max(1, market.city().population());
  }
}
