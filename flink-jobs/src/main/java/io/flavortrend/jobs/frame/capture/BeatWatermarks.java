package io.flavortrend.jobs.frame.capture;

import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * Event time of one partition: what its progress beats prove, and nothing else. A wall clock or the
 * records' own times would move it past what still lies in front of the reader after any pause.
 */
public final class BeatWatermarks<R> implements WatermarkGenerator<CapturedRecord<R>> {
  private BeatWatermarks() {}

  /** The strategy that Flink applies to each partition on its own. */
  public static <R> WatermarkStrategy<CapturedRecord<R>> strategy() {
    return WatermarkStrategy.<CapturedRecord<R>>forGenerator(context -> new BeatWatermarks<R>())
        // Event times are fields: a change may carry several.
        .withTimestampAssigner((captured, timestamp) -> timestamp);
  }

  @Override
  public void onEvent(CapturedRecord<R> event, long eventTimestamp, WatermarkOutput output) {
    event.provenThrough().ifPresent(through -> output.emitWatermark(new Watermark(through)));
  }

  @Override
  public void onPeriodicEmit(WatermarkOutput output) {
    // Between beats nothing is known.
  }
}
