package io.flavortrend.jobs.orderenrichment;

import io.flavortrend.contracts.cdc.OrderRow;

/**
 * An order as it stood after one of its changes. Kept in Flink's state: a field may be added, none
 * renamed.
 *
 * @param row of a deleted order as it last stood
 * @param occurredAtMicros when its newest stage was passed, microseconds since the epoch
 * @param lsn position of the change in the write-ahead log
 * @param committedAtMicros when the change was committed
 * @param capturedAtMicros when the change was captured
 */
public record OrderVersion(
    OrderRow row,
    boolean deleted,
    long occurredAtMicros,
    long lsn,
    long committedAtMicros,
    long capturedAtMicros) {

  static final long MICROS_PER_MILLI = 1_000;

  /**
   * Event time in milliseconds at which the weather of the order's time is known: the watermark
   * counts whole milliseconds, and the order may lie anywhere within one.
   */
  long dueMillis() {
    return Math.floorDiv(occurredAtMicros, MICROS_PER_MILLI);
  }
}
