package io.flavortrend.features.fold;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;

/**
 * Counts what has begun and not ended. What began {@link #LONGEST} ago is taken for lost and counts
 * no more, so that an order nobody ever closes weighs on its restaurant for a day and not for ever.
 * Kept by the hour of the beginning: an end is booked to the hour in which its beginning was.
 */
public final class OpenCount {
  /** What is open this long is counted no more, to the hour. */
  public static final Duration LONGEST = Duration.ofHours(24);

  private static final long HOUR_MILLIS = Duration.ofHours(1).toMillis();

  private final Tally byHour = new Tally();
  private long droppedBelow = Long.MIN_VALUE;

  /** Moves on to an instant in milliseconds. */
  public void advance(long now) {
    droppedBelow = Math.floorDiv(now - LONGEST.toMillis(), HOUR_MILLIS) + 1;
    byHour.dropBelow(droppedBelow);
  }

  /**
   * Counts a beginning, +1, or an end, −1; or the other way round when it is taken back.
   *
   * @param begunAt when it began, milliseconds
   */
  public void add(long begunAt, int difference) {
    long hour = Math.floorDiv(begunAt, HOUR_MILLIS);
    if (hour >= droppedBelow) {
      byHour.add(hour, difference);
    }
  }

  /** How much is open; an end that is known before its beginning does not make it negative. */
  public int count() {
    return Math.max(0, byHour.total());
  }

  /** When the oldest is dropped, milliseconds; {@link Long#MAX_VALUE} where there is none. */
  public long nextChange() {
    return byHour.isEmpty() ? Long.MAX_VALUE : byHour.key(0) * HOUR_MILLIS + LONGEST.toMillis();
  }

  public boolean isEmpty() {
    return byHour.isEmpty();
  }

  public void write(DataOutput out) throws IOException {
    byHour.write(out);
  }

  public void read(DataInput in) throws IOException {
    byHour.read(in);
  }
}
