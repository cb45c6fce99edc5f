package io.flavortrend.stack.progress;

import java.util.OptionalLong;

/**
 * Up to which event time one job's results are certainly written: a watermark counts once a
 * checkpoint that began after it was seen has completed, since a checkpoint flushes the sinks. Not
 * thread-safe.
 */
final class DurableProgress {
  /** Rows that a job holds back to write a running window less often, with room to spare. */
  private static final long HELD_BACK_MILLIS = 400;

  private long pendingWatermark = Long.MIN_VALUE;
  private long pendingSeenAt;
  private long durable = Long.MIN_VALUE;
  private String jobId = "";

  /**
   * Takes note of a look at the job.
   *
   * @param id Flink's id of the job; a new id begins anew
   * @param watermark lowest watermark of its operators, epoch milliseconds
   * @param lastCheckpointTrigger when its newest completed checkpoint began, epoch milliseconds
   * @param now epoch milliseconds by the clock that stamps checkpoints
   */
  void seen(String id, OptionalLong watermark, long lastCheckpointTrigger, long now) {
    if (!id.equals(jobId)) {
      jobId = id;
      durable = Long.MIN_VALUE;
      pendingWatermark = Long.MIN_VALUE;
    }
    if (pendingWatermark != Long.MIN_VALUE
        && lastCheckpointTrigger > pendingSeenAt + HELD_BACK_MILLIS) {
      durable = Math.max(durable, pendingWatermark);
      pendingWatermark = Long.MIN_VALUE;
    }
    if (pendingWatermark == Long.MIN_VALUE && watermark.isPresent()) {
      if (watermark.getAsLong() > durable) {
        pendingWatermark = watermark.getAsLong();
        pendingSeenAt = now;
      }
    }
  }

  /** Event time up to which results are written, epoch milliseconds; lowest value for unknown. */
  long durableThrough() {
    return durable;
  }
}
