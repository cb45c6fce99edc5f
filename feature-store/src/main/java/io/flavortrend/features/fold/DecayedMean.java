package io.flavortrend.features.fold;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;

/**
 * A mean in which a value's weight halves each {@link #HALF_LIFE}. Time alone does not change it:
 * all weights shrink alike. After {@link #MEMORY} without a value it is forgotten.
 */
public final class DecayedMean {
  /** Time in which a value's weight halves. */
  public static final Duration HALF_LIFE = Duration.ofHours(24);

  /** What is older than this counts no more: its weight is below 1e-9. */
  public static final Duration MEMORY = Duration.ofDays(30);

  private double weighted;
  private double weight;
  private long values;
  private long newest;

  /** Moves on to an instant in milliseconds. */
  public void advance(long now) {
    if (values != 0 && now - newest >= MEMORY.toMillis()) {
      clear();
    }
  }

  /**
   * Adds a value, or takes it back.
   *
   * @param now the instant advanced to, milliseconds
   * @param at when the value came to be, milliseconds
   * @param sign 1 or −1
   */
  public void add(long now, long at, double value, int sign) {
    if (now - at >= MEMORY.toMillis()) {
      return;
    }
    if (values == 0) {
      newest = at;
    } else if (at > newest) {
      double shrunk = weightAt(newest, at);
      weighted *= shrunk;
      weight *= shrunk;
      newest = at;
    }
    double ofThis = sign * weightAt(at, newest);
    weighted += ofThis * value;
    weight += ofThis;
    values += sign;
    if (values == 0) {
      clear();
    }
  }

  /** The mean; NaN where there is no value. */
  public double mean() {
    return values > 0 && weight > 0 ? weighted / weight : Double.NaN;
  }

  /** When it will be forgotten, milliseconds; {@link Long#MAX_VALUE} where there is nothing. */
  public long nextChange() {
    return values == 0 ? Long.MAX_VALUE : newest + MEMORY.toMillis();
  }

  public boolean isEmpty() {
    return values == 0;
  }

  public void write(DataOutput out) throws IOException {
    CompactNumbers.write(out, values);
    if (values != 0) {
      out.writeDouble(weighted);
      out.writeDouble(weight);
      CompactNumbers.write(out, newest);
    }
  }

  public void read(DataInput in) throws IOException {
    values = CompactNumbers.read(in);
    if (values != 0) {
      weighted = in.readDouble();
      weight = in.readDouble();
      newest = CompactNumbers.read(in);
    }
  }

  private static double weightAt(long at, long seenFrom) {
    return Math.exp((at - seenFrom) * Math.log(2) / HALF_LIFE.toMillis());
  }

  private void clear() {
    weighted = 0;
    weight = 0;
    values = 0;
    newest = 0;
  }
}
