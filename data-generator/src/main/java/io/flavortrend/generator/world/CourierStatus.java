package io.flavortrend.generator.world;

import java.util.Locale;

/** Whether a courier can be given an order. */
public enum CourierStatus {
  OFFLINE,
  IDLE,
  BUSY;

  /** The name in SQL: lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The status of that name in SQL. */
  public static CourierStatus of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
