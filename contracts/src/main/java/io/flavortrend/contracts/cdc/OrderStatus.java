package io.flavortrend.contracts.cdc;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where an order stands; declared in the order in which an order passes through them. */
public enum OrderStatus {
  PLACED,
  ACCEPTED,
  ASSIGNED,
  READY,
  PICKED_UP,
  DELIVERED,
  CANCELLED;

  /** The name in SQL, JSON and REST: lower case. */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** True for the states that an order never leaves. */
  public boolean isTerminal() {
    return this == DELIVERED || this == CANCELLED;
  }
}
