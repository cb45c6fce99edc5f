package io.flavortrend.features.courier;

import static io.flavortrend.features.courier.Delivery.UNKNOWN;

import io.flavortrend.features.fold.CompactNumbers;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A courier's last deliveries. {@link #COUNTED} count; as many again are kept behind them, to move
 * up when one is taken back.
 */
final class RecentDeliveries {
  /** How many deliveries count. */
  static final int COUNTED = 20;

  /** A delivery this old counts no more. */
  static final Duration MEMORY = Duration.ofDays(30);

  private static final int KEPT = 2 * COUNTED;

  private final List<Delivery> byTime = new ArrayList<>();

  void advance(long now) {
    while (!byTime.isEmpty() && byTime.get(0).at() + MEMORY.toMillis() <= now) {
      byTime.remove(0);
    }
  }

  void add(long now, Delivery delivery, int sign) {
    if (delivery.at() + MEMORY.toMillis() <= now) {
      return;
    }
    int index = Collections.binarySearch(byTime, delivery);
    if (sign < 0) {
      if (index >= 0) {
        byTime.remove(index);
      }
      return;
    }
    byTime.add(index >= 0 ? index : -index - 1, delivery);
    if (byTime.size() > KEPT) {
      byTime.remove(0);
    }
  }

  /** Kilometres an hour; NaN where no delivery tells. */
  double speed() {
    long meters = 0;
    long seconds = 0;
    for (Delivery delivery : counted()) {
      if (delivery.seconds() != UNKNOWN) {
        meters += delivery.meters();
        seconds += delivery.seconds();
      }
    }
    return seconds > 0 ? 3.6 * meters / seconds : Double.NaN;
  }

  /** Share delivered no later than promised; NaN where no delivery had a promise. */
  double onTimeRate() {
    int promised = 0;
    int kept = 0;
    for (Delivery delivery : counted()) {
      if (delivery.onTime() != UNKNOWN) {
        promised++;
        kept += delivery.onTime();
      }
    }
    return promised > 0 ? kept / (double) promised : Double.NaN;
  }

  /** When the last was delivered, milliseconds; {@link Long#MIN_VALUE} where there is none. */
  long newestAt() {
    return byTime.isEmpty() ? Long.MIN_VALUE : byTime.get(byTime.size() - 1).at();
  }

  long nextChange() {
    return byTime.isEmpty() ? Long.MAX_VALUE : byTime.get(0).at() + MEMORY.toMillis();
  }

  private List<Delivery> counted() {
    return byTime.subList(Math.max(0, byTime.size() - COUNTED), byTime.size());
  }

  void write(DataOutput out) throws IOException {
    CompactNumbers.write(out, byTime.size());
    long former = 0;
    for (Delivery delivery : byTime) {
      CompactNumbers.write(out, delivery.at() - former);
      CompactNumbers.write(out, delivery.orderId());
      CompactNumbers.write(out, delivery.meters());
      CompactNumbers.write(out, delivery.seconds());
      out.writeByte(delivery.onTime());
      former = delivery.at();
    }
  }

  void read(DataInput in) throws IOException {
    byTime.clear();
    int size = (int) CompactNumbers.read(in);
    long at = 0;
    for (int i = 0; i < size; i++) {
      at += CompactNumbers.read(in);
      byTime.add(
          new Delivery(
              CompactNumbers.read(in),
              at,
              (int) CompactNumbers.read(in),
              (int) CompactNumbers.read(in),
              in.readByte()));
    }
  }
}
