package io.flavortrend.generator.replay;

import java.util.Locale;

/** What a column of the file can be for. */
enum Role {
  ORDER_ID,
  CUSTOMER,
  RESTAURANT,
  COURIER,
  CITY,
  AMOUNT,
  CURRENCY,
  DISTANCE,
  ITEM_COUNT,
  PLACED_AT,
  ACCEPTED_AT,
  ASSIGNED_AT,
  READY_AT,
  PICKED_UP_AT,
  DELIVERED_AT,
  CANCELLED_AT,
  PROMISED_AT;

  /** The name in mapping files: lower case. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isTime() {
    return compareTo(PLACED_AT) >= 0;
  }
}
