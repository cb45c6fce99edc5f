package io.flavortrend.features.courier;

/**
 * One delivery as far as a courier's features go.
 *
 * @param orderId the order
 * @param at when it was delivered, milliseconds since the epoch
 * @param meters distance; {@link #UNKNOWN} where it or the time is not known
 * @param seconds time from picked up to delivered; {@link #UNKNOWN} as above
 * @param onTime 1 no later than promised, 0 later, {@link #UNKNOWN} without a promise
 */
public record Delivery(long orderId, long at, int meters, int seconds, int onTime)
    implements Comparable<Delivery> {
  /** What is not known. */
  public static final int UNKNOWN = -1;

  /** No delivery. */
  public static final Delivery NONE = new Delivery(0, 0, UNKNOWN, UNKNOWN, UNKNOWN);

  /** By time, then by the rest, so that every arrival order gives one sequence. */
  @Override
  public int compareTo(Delivery other) {
    int byTime = Long.compare(at, other.at);
    if (byTime != 0) {
      return byTime;
    }
    int byOrder = Long.compare(orderId, other.orderId);
    if (byOrder != 0) {
      return byOrder;
    }
    int byMeters = Integer.compare(meters, other.meters);
    if (byMeters != 0) {
      return byMeters;
    }
    int bySeconds = Integer.compare(seconds, other.seconds);
    return bySeconds != 0 ? bySeconds : Integer.compare(onTime, other.onTime);
  }
}
