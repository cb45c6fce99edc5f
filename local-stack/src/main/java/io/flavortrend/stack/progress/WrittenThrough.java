package io.flavortrend.stack.progress;

import java.util.OptionalLong;

/**
 * Whether one job's results up to a mark in event time are certainly written: all its operators
 * have passed the mark, and a checkpoint that began after that was seen has completed, since a
 * checkpoint flushes the sinks. Not thread-safe.
 */
final class WrittenThrough {
  /** Rows that a job holds back to write a running window less often, with room to spare. */
  private static final long HELD_BACK_MILLIS = 400;

  private static final long NOT_SEEN = Long.MAX_VALUE;

  private final long mark;
  private String jobId = "";
  private long passedSeenAt = NOT_SEEN;
  private boolean checkpointAsked;
  private boolean written;

  /**
   * @param mark epoch milliseconds of event time
   */
  WrittenThrough(long mark) {
    this.mark = mark;
  }

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
      passedSeenAt = NOT_SEEN;
      checkpointAsked = false;
      written = false;
    }
    if (passedSeenAt == NOT_SEEN) {
      if (watermark.isPresent() && watermark.getAsLong() >= mark) {
        passedSeenAt = now;
      }
    } else if (lastCheckpointTrigger > passedSeenAt + HELD_BACK_MILLIS) {
      written = true;
    }
  }

  /** True once, as soon as a checkpoint that begins now would prove it. */
  boolean wantsCheckpoint(long now) {
    if (checkpointAsked
        || written
        || passedSeenAt == NOT_SEEN
        || now - passedSeenAt <= HELD_BACK_MILLIS) {
      return false;
    }
    checkpointAsked = true;
    return true;
  }

  boolean written() {
    return written;
  }
}
