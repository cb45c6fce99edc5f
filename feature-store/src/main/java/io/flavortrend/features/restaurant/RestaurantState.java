package io.flavortrend.features.restaurant;

import io.flavortrend.features.fold.CompactNumbers;
import io.flavortrend.features.fold.DecayedMean;
import io.flavortrend.features.fold.FeatureState;
import io.flavortrend.features.fold.OpenCount;
import io.flavortrend.features.fold.Tally;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;

/**
 * One restaurant: an hour that slides by the minute, a memory that fades, its open orders, and
 * whether it is paused. At an instant the hour holds the running minute and the 59 before it.
 */
public final class RestaurantState implements FeatureState<RestaurantEvent> {
  /** Length of the sliding window. */
  public static final Duration WINDOW = Duration.ofHours(1);

  private static final int FORMAT = 1;
  private static final int WINDOW_MINUTES = (int) WINDOW.toMinutes();
  private static final long MINUTE_MILLIS = Duration.ofMinutes(1).toMillis();
  private static final int UNKNOWN = -1;

  private final Tally placed = new Tally();
  private final Tally left = new Tally();
  private final Tally cancelled = new Tally();
  private final PreparationWindow preparations = new PreparationWindow();
  private final DecayedMean memory = new DecayedMean();
  private final OpenCount open = new OpenCount();
  private int paused = UNKNOWN;
  private long pausedAtMicros = Long.MIN_VALUE;
  private long now = Long.MIN_VALUE;
  private long firstMinute = Long.MIN_VALUE;

  @Override
  public void advance(long instant) {
    now = Math.max(now, instant);
    firstMinute = Math.floorDiv(now, MINUTE_MILLIS) - WINDOW_MINUTES + 1;
    placed.dropBelow(firstMinute);
    left.dropBelow(firstMinute);
    cancelled.dropBelow(firstMinute);
    preparations.dropBelow(firstMinute);
    memory.advance(now);
    open.advance(now);
  }

  @Override
  public long nextChange() {
    long oldest = Math.min(first(placed), Math.min(first(left), first(cancelled)));
    if (!preparations.isEmpty()) {
      oldest = Math.min(oldest, preparations.firstMinute());
    }
    long slides = oldest == Long.MAX_VALUE ? oldest : (oldest + WINDOW_MINUTES) * MINUTE_MILLIS;
    return Math.min(slides, Math.min(memory.nextChange(), open.nextChange()));
  }

  @Override
  public void add(RestaurantEvent event) {
    long minute = Math.floorDiv(event.when().at(), MINUTE_MILLIS);
    int sign = event.sign();
    switch (event.kind()) {
      case PLACED -> count(placed, minute, sign);
      case LEFT -> count(left, minute, sign);
      case CANCELLED -> count(cancelled, minute, sign);
      case READY -> prepared(event, minute);
      case ROW, GONE -> row(event);
    }
    if (event.openedAt() != RestaurantEvent.NO_ORDER) {
      open.add(event.openedAt(), event.kind() == RestaurantEvent.Kind.PLACED ? sign : -sign);
    }
  }

  private void count(Tally tally, long minute, int sign) {
    if (minute >= firstMinute) {
      tally.add(minute, sign);
    }
  }

  private void prepared(RestaurantEvent event, long minute) {
    if (minute >= firstMinute) {
      preparations.add(minute, event.amount(), event.sign());
    }
    memory.add(now, event.when().at(), event.amount() / 60.0, event.sign());
  }

  private void row(RestaurantEvent event) {
    if (event.when().committedAtMicros() >= pausedAtMicros) {
      pausedAtMicros = event.when().committedAtMicros();
      paused = event.kind() == RestaurantEvent.Kind.GONE ? UNKNOWN : event.amount();
    }
  }

  @Override
  public double[] values() {
    int ended = left.total() + cancelled.total();
    return new double[] {
      preparations.mean(),
      preparations.ninetiethPercentile(),
      memory.mean(),
      open.count(),
      placed.total() / (double) WINDOW_MINUTES,
      ended > 0 ? cancelled.total() / (double) ended : Double.NaN,
      paused == UNKNOWN ? Double.NaN : paused
    };
  }

  @Override
  public boolean isEmpty() {
    return paused == UNKNOWN && nextChange() == Long.MAX_VALUE;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeByte(FORMAT);
    CompactNumbers.write(out, now);
    placed.write(out);
    left.write(out);
    cancelled.write(out);
    preparations.write(out);
    memory.write(out);
    open.write(out);
    out.writeByte(paused);
    CompactNumbers.write(out, pausedAtMicros);
  }

  @Override
  public void read(DataInput in) throws IOException {
    int format = in.readByte();
    if (format != FORMAT) {
      throw new IOException("A restaurant's state of format " + format + " is not known here");
    }
    long instant = CompactNumbers.read(in);
    placed.read(in);
    left.read(in);
    cancelled.read(in);
    preparations.read(in);
    memory.read(in);
    open.read(in);
    paused = in.readByte();
    pausedAtMicros = CompactNumbers.read(in);
    if (instant != Long.MIN_VALUE) {
      advance(instant);
    }
  }

  private static long first(Tally tally) {
    return tally.isEmpty() ? Long.MAX_VALUE : tally.key(0);
  }
}
