package io.flavortrend.webapi.couriers;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a courier is doing, told from features and, without load, from the courier's row. */
enum CourierStatus {
  /** Free, and ready to be sent. */
  IDLE,
  /** Has an order or two. */
  DELIVERING,
  /** Has more than a bag holds. */
  OVERLOADED,
  /** Neither loaded nor to be had. */
  OFF_SHIFT,
  /** Not loaded, and said to be busy: on the way back, or the order's change is still to come. */
  RETURNING;

  /** Orders that go together at most; more of them wait in the bag for each other. */
  static final int BAG = 2;

  /**
   * Tells the status: what is carried counts before what the row says, for a courier may go offline
   * and still bring the last order.
   *
   * @param load orders assigned and not ended; null where unknown
   * @param idleSince null where not idle, or not known
   * @param rowStatus offline, idle or busy; null where the row is gone
   */
  static CourierStatus of(
      @Nullable Double load, @Nullable Double idleSince, @Nullable String rowStatus) {
    if (load != null && load > BAG) {
      return OVERLOADED;
    }
    if (load != null && load >= 1) {
      return DELIVERING;
    }
    if (rowStatus == null) {
      return idleSince == null ? OFF_SHIFT : IDLE;
    }
    return switch (rowStatus) {
      case "idle" -> IDLE;
      case "busy" -> RETURNING;
      default -> OFF_SHIFT;
    };
  }

  /** The name in JSON. */
  @JsonValue
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
