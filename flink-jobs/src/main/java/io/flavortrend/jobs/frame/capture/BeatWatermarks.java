package io.flavortrend.jobs.frame.capture;

import java.time.Duration;
import java.time.InstantSource;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * Event time of one partition: what its progress beats prove, and nothing else. A wall clock or the
 * records' own times would move it past what still lies in front of the reader after any pause.
 *
 * <p>A beat that is about as old as the clock moves event time at once. Far behind the clock event
 * time moves in steps: each wakes every key that waits, and one for each beat of a backlog would
 * let a job that has fallen behind fall behind further. What a step leaves out follows with Flink's
 * periodic emission. The clock decides only how often event time moves, never how far.
 */
public final class BeatWatermarks<R> implements WatermarkGenerator<CapturedRecord<R>> {
  /** Behind the clock by less than this, every beat counts at once. */
  static final Duration NEAR = Duration.ofSeconds(1);

  /** Far behind the clock, event time moves at once only by this much or more. */
  static final Duration STEP = Duration.ofSeconds(1);

  private final InstantSource clock;
  private long proven = Long.MIN_VALUE;
  private long told = Long.MIN_VALUE;

  private BeatWatermarks(InstantSource clock) {
    this.clock = clock;
  }

  /** The strategy that Flink applies to each partition on its own. */
  public static <R> WatermarkStrategy<CapturedRecord<R>> strategy() {
    return WatermarkStrategy.<CapturedRecord<R>>forGenerator(
            context -> new BeatWatermarks<R>(InstantSource.system()))
        // Event times are fields: a change may carry several.
        .withTimestampAssigner((captured, timestamp) -> timestamp);
  }

  /** A generator by another clock. */
  static <R> WatermarkGenerator<CapturedRecord<R>> by(InstantSource clock) {
    return new BeatWatermarks<>(clock);
  }

  @Override
  public void onEvent(CapturedRecord<R> event, long eventTimestamp, WatermarkOutput output) {
    event
        .provenThrough()
        .ifPresent(
            through -> {
              proven = Math.max(proven, through);
              if (told == Long.MIN_VALUE
                  || proven - told >= STEP.toMillis()
                  || clock.millis() - proven < NEAR.toMillis()) {
                tell(output);
              }
            });
  }

  @Override
  public void onPeriodicEmit(WatermarkOutput output) {
    tell(output);
  }

  private void tell(WatermarkOutput output) {
    if (proven > told) {
      told = proven;
      output.emitWatermark(new Watermark(proven));
    }
  }
}
