package io.flavortrend.features.courier;

import io.flavortrend.features.fold.CompactNumbers;
import io.flavortrend.features.fold.FeatureState;
import io.flavortrend.features.fold.OpenCount;
import io.flavortrend.features.fold.Tally;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * One courier: today's deliveries, the last ones, the orders under way, and what the courier's row
 * says. A courier whose row was deleted goes on by its orders alone.
 */
public final class CourierState implements FeatureState<CourierEvent> {
  private static final int FORMAT = 1;
  private static final int UNKNOWN = Delivery.UNKNOWN;
  private static final int IDLE = 1;

  private final ZoneId zone;
  private final Tally deliveredByDay = new Tally();
  private final RecentDeliveries deliveries = new RecentDeliveries();
  private final OpenCount load = new OpenCount();
  private int status = UNKNOWN;
  private int vehicle = UNKNOWN;
  private long statusSince = Long.MIN_VALUE;
  private long rowAtMicros = Long.MIN_VALUE;
  private long now = Long.MIN_VALUE;
  private long today = Long.MIN_VALUE;

  /**
   * @param zone whose midnight begins a day
   */
  public CourierState(ZoneId zone) {
    this.zone = zone;
  }

  @Override
  public void advance(long instant) {
    now = Math.max(now, instant);
    today = day(now);
    deliveredByDay.dropBelow(today);
    deliveries.advance(now);
    load.advance(now);
  }

  @Override
  public long nextChange() {
    long midnight =
        deliveredByDay.isEmpty()
            ? Long.MAX_VALUE
            : LocalDate.ofEpochDay(deliveredByDay.key(0) + 1)
                .atStartOfDay(zone)
                .toInstant()
                .toEpochMilli();
    return Math.min(midnight, Math.min(deliveries.nextChange(), load.nextChange()));
  }

  @Override
  public void add(CourierEvent event) {
    switch (event.kind()) {
      case ASSIGNED -> load(event, event.sign());
      case CANCELLED -> load(event, -event.sign());
      case DELIVERED -> {
        load(event, -event.sign());
        long day = day(event.when().at());
        if (day >= today) {
          deliveredByDay.add(day, event.sign());
        }
        deliveries.add(now, event.delivery(), event.sign());
      }
      case ROW, GONE -> row(event);
    }
  }

  private void load(CourierEvent event, int difference) {
    if (event.loadedAt() != CourierEvent.NO_LOAD) {
      load.add(event.loadedAt(), difference);
    }
  }

  private void row(CourierEvent event) {
    if (event.when().committedAtMicros() < rowAtMicros) {
      return;
    }
    rowAtMicros = event.when().committedAtMicros();
    boolean gone = event.kind() == CourierEvent.Kind.GONE;
    int newStatus = gone ? UNKNOWN : event.status();
    if (newStatus != status) {
      status = newStatus;
      statusSince = event.when().at();
    }
    vehicle = gone ? UNKNOWN : event.vehicle();
  }

  @Override
  public double[] values() {
    return new double[] {
      Math.max(0, deliveredByDay.count(today)),
      deliveries.speed(),
      load.count(),
      idleSince(),
      deliveries.onTimeRate(),
      vehicle == UNKNOWN ? Double.NaN : vehicle
    };
  }

  /**
   * In seconds since the epoch; NaN for a courier who is not idle, or never was as far as known.
   */
  private double idleSince() {
    if (load.count() > 0 || (status != IDLE && status != UNKNOWN)) {
      return Double.NaN;
    }
    long since = Math.max(deliveries.newestAt(), status == IDLE ? statusSince : Long.MIN_VALUE);
    return since == Long.MIN_VALUE ? Double.NaN : since / 1e3;
  }

  @Override
  public boolean isEmpty() {
    return status == UNKNOWN && nextChange() == Long.MAX_VALUE;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeByte(FORMAT);
    CompactNumbers.write(out, now);
    deliveredByDay.write(out);
    deliveries.write(out);
    load.write(out);
    out.writeByte(status);
    out.writeByte(vehicle);
    CompactNumbers.write(out, statusSince);
    CompactNumbers.write(out, rowAtMicros);
  }

  @Override
  public void read(DataInput in) throws IOException {
    int format = in.readByte();
    if (format != FORMAT) {
      throw new IOException("A courier's state of format " + format + " is not known here");
    }
    long instant = CompactNumbers.read(in);
    deliveredByDay.read(in);
    deliveries.read(in);
    load.read(in);
    status = in.readByte();
    vehicle = in.readByte();
    statusSince = CompactNumbers.read(in);
    rowAtMicros = CompactNumbers.read(in);
    if (instant != Long.MIN_VALUE) {
      advance(instant);
    }
  }

  private long day(long instant) {
    return Instant.ofEpochMilli(instant).atZone(zone).toLocalDate().toEpochDay();
  }
}
