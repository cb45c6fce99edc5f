package io.flavortrend.features.courier;

import static io.flavortrend.features.courier.Delivery.UNKNOWN;

import io.flavortrend.features.fold.CompactNumbers;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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

  /** Each with its count, which is −1 while only its being taken back is known. */
  private final TreeMap<Delivery, Integer> byTime = new TreeMap<>();

  void advance(long now) {
    while (nextChange() <= now) {
      byTime.pollFirstEntry();
    }
  }

  void add(long now, Delivery delivery, int sign) {
    if (delivery.at() + MEMORY.toMillis() <= now) {
      return;
    }
    byTime.merge(delivery, sign, (held, come) -> held + come == 0 ? null : held + come);
    if (byTime.size() > KEPT) {
      byTime.pollFirstEntry();
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
    List<Delivery> last = counted();
    return last.isEmpty() ? Long.MIN_VALUE : last.get(0).at();
  }

  long nextChange() {
    return byTime.isEmpty() ? Long.MAX_VALUE : byTime.firstKey().at() + MEMORY.toMillis();
  }

  /** The last first. */
  private List<Delivery> counted() {
    List<Delivery> last = new ArrayList<>(COUNTED);
    for (Map.Entry<Delivery, Integer> delivery : byTime.descendingMap().entrySet()) {
      if (delivery.getValue() > 0 && last.size() < COUNTED) {
        last.add(delivery.getKey());
      }
    }
    return last;
  }

  void write(DataOutput out) throws IOException {
    CompactNumbers.write(out, byTime.size());
    long former = 0;
    for (Map.Entry<Delivery, Integer> entry : byTime.entrySet()) {
      Delivery delivery = entry.getKey();
      CompactNumbers.write(out, delivery.at() - former);
      CompactNumbers.write(out, delivery.orderId());
      CompactNumbers.write(out, delivery.meters());
      CompactNumbers.write(out, delivery.seconds());
      out.writeByte(delivery.onTime());
      CompactNumbers.write(out, entry.getValue());
      former = delivery.at();
    }
  }

  void read(DataInput in) throws IOException {
    byTime.clear();
    int size = (int) CompactNumbers.read(in);
    long at = 0;
    for (int i = 0; i < size; i++) {
      at += CompactNumbers.read(in);
      Delivery delivery =
          new Delivery(
              CompactNumbers.read(in),
              at,
              (int) CompactNumbers.read(in),
              (int) CompactNumbers.read(in),
              in.readByte());
      byTime.put(delivery, (int) CompactNumbers.read(in));
    }
  }
}
