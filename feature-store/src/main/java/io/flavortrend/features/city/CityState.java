package io.flavortrend.features.city;

import io.flavortrend.features.fold.CompactNumbers;
import io.flavortrend.features.fold.FeatureState;
import io.flavortrend.features.fold.OpenCount;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** One city: its open orders, those of them that wait for a courier, and its idle couriers. */
public final class CityState implements FeatureState<CityEvent> {
  private static final int FORMAT = 1;

  private final OpenCount open = new OpenCount();
  private final OpenCount waiting = new OpenCount();
  private int idle;
  private long now = Long.MIN_VALUE;

  @Override
  public void advance(long instant) {
    now = Math.max(now, instant);
    open.advance(now);
    waiting.advance(now);
  }

  @Override
  public long nextChange() {
    return Math.min(open.nextChange(), waiting.nextChange());
  }

  @Override
  public void add(CityEvent event) {
    switch (event.kind()) {
      case PLACED -> {
        open.add(event.placedAt(), event.sign());
        waiting.add(event.placedAt(), event.sign());
      }
      case SERVED -> waiting.add(event.placedAt(), -event.sign());
      case CLOSED -> open.add(event.placedAt(), -event.sign());
      case IDLE -> idle += event.sign();
    }
  }

  @Override
  public double[] values() {
    return new double[] {Pressure.of(waiting.count(), idle), Math.max(0, idle), open.count()};
  }

  @Override
  public boolean isEmpty() {
    return idle == 0 && nextChange() == Long.MAX_VALUE;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeByte(FORMAT);
    CompactNumbers.write(out, now);
    open.write(out);
    waiting.write(out);
    CompactNumbers.write(out, idle);
  }

  @Override
  public void read(DataInput in) throws IOException {
    int format = in.readByte();
    if (format != FORMAT) {
      throw new IOException("A city's state of format " + format + " is not known here");
    }
    long instant = CompactNumbers.read(in);
    open.read(in);
    waiting.read(in);
    idle = (int) CompactNumbers.read(in);
    if (instant != Long.MIN_VALUE) {
      advance(instant);
    }
  }
}
