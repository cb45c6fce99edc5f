package io.flavortrend.generator.simulation;

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
  WEATHER
}
