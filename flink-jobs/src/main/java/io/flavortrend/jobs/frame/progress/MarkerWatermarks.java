package io.flavortrend.jobs.frame.progress;

import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * Event time of one partition of a topic with markers: what its progress markers prove, at once
 * when they come, and nothing else.
 */
public final class MarkerWatermarks<R extends Marked> implements WatermarkGenerator<R> {
  private final PartitionMarkers markers = new PartitionMarkers();
  private long newest = Long.MIN_VALUE;

  private MarkerWatermarks() {}

  /** The strategy that Flink applies to each partition on its own. */
  public static <R extends Marked> WatermarkStrategy<R> strategy() {
    return WatermarkStrategy.<R>forGenerator(context -> new MarkerWatermarks<>())
        // Event times are fields.
        .withTimestampAssigner((read, timestamp) -> timestamp);
  }

  @Override
  public void onEvent(R event, long eventTimestamp, WatermarkOutput output) {
    if (event.marker() != null && event.markerKey() != null) {
      markers
          .accept(event.markerKey().subtask(), event.marker())
          .ifPresent(through -> advance(through, output));
    }
  }

  private void advance(long through, WatermarkOutput output) {
    if (through > newest) {
      newest = through;
      output.emitWatermark(new Watermark(through));
    }
  }

  @Override
  public void onPeriodicEmit(WatermarkOutput output) {
    // Between markers nothing is known.
  }
}
