package io.flavortrend.generator.replay;

import io.flavortrend.contracts.cdc.OrderStatus;
import org.jspecify.annotations.Nullable;

/**
 * An order as a file tells it. Keys are the file's own. Times are microseconds since 1970, {@link
 * #NONE} where there is none; they never go back from one stage to the next.
 *
 * @param line of the row, counted from 1
 * @param courier null where nobody is named
 * @param amountMillis thousandths of the currency
 * @param distanceMetres {@link #NONE} where unknown
 * @param itemCount {@link #NONE} where unknown
 * @param times by {@link OrderStatus#ordinal()}
 */
record RecordedOrder(
    int line,
    String key,
    String customer,
    String restaurant,
    @Nullable String courier,
    String city,
    long amountMillis,
    String currency,
    int distanceMetres,
    int itemCount,
    long promisedAt,
    long[] times) {
  static final int NONE = -1;

  long at(OrderStatus status) {
    return times[status.ordinal()];
  }

  boolean reaches(OrderStatus status) {
    return at(status) != NONE;
  }

  /** The stage at which the courier is first known; null where none ever is. */
  @Nullable OrderStatus courierStage() {
    if (courier == null) {
      return null;
    }
    if (reaches(OrderStatus.ASSIGNED)) {
      return OrderStatus.ASSIGNED;
    }
    if (reaches(OrderStatus.PICKED_UP)) {
      return OrderStatus.PICKED_UP;
    }
    return reaches(OrderStatus.DELIVERED) ? OrderStatus.DELIVERED : null;
  }
}
