package io.flavortrend.contracts.values;

import com.fasterxml.jackson.annotation.JsonValue;
import io.flavortrend.contracts.cdc.OrderStatus;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The stages of an order at which its delivery time is predicted, in their order. */
public enum Stage {
  /** No courier yet. */
  PLACED,
  /** A courier is known. */
  ASSIGNED,
  /** The courier has the food. */
  PICKED_UP;

  /** The name in SQL, JSON and REST: lower case. */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The stage that begins with this status; null where none does. */
  public static @Nullable Stage of(OrderStatus status) {
    return switch (status) {
      case PLACED -> PLACED;
      case ASSIGNED -> ASSIGNED;
      case PICKED_UP -> PICKED_UP;
      case ACCEPTED, READY, DELIVERED, CANCELLED -> null;
    };
  }
}
