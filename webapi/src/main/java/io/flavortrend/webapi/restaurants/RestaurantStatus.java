package io.flavortrend.webapi.restaurants;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a restaurant copes, told from its features. */
enum RestaurantStatus {
  /** Takes no orders. */
  PAUSED,
  /** Nothing is open. */
  QUIET,
  NORMAL,
  /** A good deal is open, or it cooks slower than it usually does. */
  BUSY,
  /** Very much is open, or much, and the kitchen no longer keeps its pace. */
  OVERLOADED,
  /** Its open orders are not known. */
  UNKNOWN;

  /** From as many open orders on, a restaurant is busy at any pace. */
  static final int MANY_OPEN = 5;

  /** From as many on, it is overloaded at any pace. */
  static final int TOO_MANY_OPEN = 10;

  /** Preparation of the last hour over the usual one, from which on it is slow. */
  static final double SLOW = 1.25;

  /**
   * Tells the status: paused before all; quiet without an open order; overloaded with {@link
   * #TOO_MANY_OPEN} open, or {@link #MANY_OPEN} and a preparation {@link #SLOW} times the usual;
   * busy with either of these two; else normal.
   *
   * @param paused 1 while paused; null where unknown, as the others
   * @param openOrders placed and not yet left
   * @param prepMinutes mean of the last hour
   * @param usualPrepMinutes mean of a month, the newest days first
   */
  static RestaurantStatus of(
      @Nullable Double paused,
      @Nullable Double openOrders,
      @Nullable Double prepMinutes,
      @Nullable Double usualPrepMinutes) {
    if (paused != null && paused == 1) {
      return PAUSED;
    }
    if (openOrders == null) {
      return UNKNOWN;
    }
    if (openOrders < 1) {
      return QUIET;
    }
    boolean many = openOrders >= MANY_OPEN;
    boolean slow =
        prepMinutes != null && usualPrepMinutes != null && prepMinutes >= SLOW * usualPrepMinutes;
    if (openOrders >= TOO_MANY_OPEN || (many && slow)) {
      return OVERLOADED;
    }
    return many || slow ? BUSY : NORMAL;
  }

  /** The name in JSON. */
  @JsonValue
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
