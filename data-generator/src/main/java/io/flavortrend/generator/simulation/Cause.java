package io.flavortrend.generator.simulation;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a random number decides. Each cause draws from its own stream, so that a change to one part
 * of the model leaves the others' numbers as they were: declare new causes at the end only.
 */
enum Cause {
  ARRIVAL,
  CITY,
  RESTAURANT,
  CUSTOMER,
  BASKET,
  DROPOFF,
  ACCEPTANCE,
  KITCHEN_SPEED,
  PREPARATION,
  CANCELLATION,
  COURIER,
  TRAVEL,
  HANDOVER,
  REVIEW,
  WEATHER,
  COURIER_SKILL,
  COURIER_MANNER,
  ROSTER,
  KITCHEN_SIZE,
  KITCHEN_DAY,
  DEMAND_DAY,
  TRAFFIC_DAY,
  PATIENCE,
  MISTAKE,
  WORDS;

  private static final Set<Cause> LASTING =
      EnumSet.of(
          KITCHEN_SPEED,
          COURIER,
          WEATHER,
          COURIER_SKILL,
          COURIER_MANNER,
          ROSTER,
          KITCHEN_SIZE,
          KITCHEN_DAY,
          DEMAND_DAY,
          TRAFFIC_DAY);

  /** True for what a restaurant, courier, city or day is like, whatever becomes of an order. */
  boolean isLasting() {
    return LASTING.contains(this);
  }
}
