package io.flavortrend.jobs.frame.features;

import io.flavortrend.features.fold.CompactNumbers;
import io.flavortrend.features.fold.FeatureEvent;
import io.flavortrend.features.fold.FeatureState;
import io.flavortrend.features.fold.Occurrence;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;

/**
 * One entity's features with what is known about the versions shown so far. Kept in Flink's state
 * as bytes: a format is added, none changed. Pure.
 */
final class KeptFeatures<E extends FeatureEvent<E>> {
  /** The first format did not know {@link #heardAt}. */
  private static final int FIRST_FORMAT = 1;

  private static final int FORMAT = 2;

  /** How long an entity of which nothing is left is remembered by its count of changes. */
  static final Duration REMEMBERED = Duration.ofDays(30);

  /** Nothing to show. */
  static final long NEVER = Long.MAX_VALUE;

  private final FeatureState<E> state;
  private long changes;
  private long changedAt = NEVER;
  private long shownAt = Long.MIN_VALUE;
  private long heardAt = Long.MIN_VALUE;
  private double[] shown = {};
  private int cityId = -1;
  private long committedAtMicros = Long.MIN_VALUE;
  private long capturedAtMicros = Long.MIN_VALUE;

  KeptFeatures(FeatureState<E> state) {
    this.state = state;
  }

  /** Folds an event at an instant. */
  void fold(long instant, E event) {
    state.advance(instant);
    state.add(event);
    Occurrence when = event.when();
    if (when.committedAtMicros() >= committedAtMicros) {
      committedAtMicros = when.committedAtMicros();
      capturedAtMicros = when.capturedAtMicros();
      cityId = event.cityId();
    }
    changed(instant);
  }

  /**
   * Takes note of the watermark, milliseconds, with which events came. What a snapshot or a late
   * change tells is dated long before.
   */
  void heard(long through) {
    heardAt = Math.max(heardAt, through);
  }

  /** When the windows slide next, milliseconds; {@link #NEVER} where none is open. */
  long slidesAt() {
    return state.nextChange();
  }

  /** Slides the windows to an instant. */
  void slide(long instant) {
    state.advance(instant);
    changed(instant);
  }

  private void changed(long instant) {
    changes++;
    if (changedAt == NEVER) {
      changedAt = instant;
    }
  }

  /** When the next version is due, milliseconds; {@link #NEVER} where nothing has changed. */
  long dueAt(long intervalMillis) {
    return changedAt == NEVER || shownAt == Long.MIN_VALUE
        ? changedAt
        : Math.max(changedAt, shownAt + intervalMillis);
  }

  /** Takes note that a version of an instant is shown; false where it would say nothing new. */
  boolean show(long instant) {
    changedAt = NEVER;
    double[] values = state.values();
    if (Arrays.equals(values, shown)) {
      return false;
    }
    shown = values;
    shownAt = instant;
    return true;
  }

  long shownAt() {
    return shownAt;
  }

  /** What was shown last. */
  double[] shown() {
    return shown;
  }

  long changes() {
    return changes;
  }

  int cityId() {
    return cityId;
  }

  long committedAtMicros() {
    return committedAtMicros;
  }

  long capturedAtMicros() {
    return capturedAtMicros;
  }

  /**
   * When the entity may be forgotten, milliseconds; {@link #NEVER} while anything is remembered.
   * Not at once: an entity that was forgotten counts its changes from one again, and its versions
   * would be refused. {@link #REMEMBERED} after it was last heard of nothing that was under way can
   * still come.
   */
  long forgottenAt() {
    return changedAt == NEVER && state.isEmpty()
        ? Math.max(0, Math.max(heardAt, shownAt)) + REMEMBERED.toMillis()
        : NEVER;
  }

  byte[] toBytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeByte(FORMAT);
    CompactNumbers.write(out, changes);
    CompactNumbers.write(out, changedAt);
    CompactNumbers.write(out, shownAt);
    CompactNumbers.write(out, heardAt);
    CompactNumbers.write(out, shown.length);
    for (double value : shown) {
      out.writeDouble(value);
    }
    CompactNumbers.write(out, cityId);
    CompactNumbers.write(out, committedAtMicros);
    CompactNumbers.write(out, capturedAtMicros);
    state.write(out);
    return bytes.toByteArray();
  }

  /**
   * Reads what {@link #toBytes} wrote into this new one.
   *
   * @throws IOException when a later release wrote it
   */
  KeptFeatures<E> fromBytes(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    int format = in.readByte();
    if (format < FIRST_FORMAT || format > FORMAT) {
      throw new IOException("Kept features of format " + format + " are not known here");
    }
    changes = CompactNumbers.read(in);
    changedAt = CompactNumbers.read(in);
    shownAt = CompactNumbers.read(in);
    heardAt = format == FIRST_FORMAT ? shownAt : CompactNumbers.read(in);
    shown = new double[(int) CompactNumbers.read(in)];
    for (int i = 0; i < shown.length; i++) {
      shown[i] = in.readDouble();
    }
    cityId = (int) CompactNumbers.read(in);
    committedAtMicros = CompactNumbers.read(in);
    capturedAtMicros = CompactNumbers.read(in);
    state.read(in);
    return this;
  }
}
