package io.flavortrend.jobs.frame.features;

import io.flavortrend.contracts.values.FeatureVersion;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.jspecify.annotations.Nullable;

/**
 * Event time of one partition of a feature topic: what its progress markers prove, at once when
 * they come. Compaction keeps only the newest marker of each subtask; a reader of compacted history
 * may add a bound behind the versions' own times, within which they are in order.
 */
public final class MarkerWatermarks implements WatermarkGenerator<FeatureRecord> {
  private final PartitionMarkers markers = new PartitionMarkers();
  private final @Nullable Duration fallback;
  private long newest = Long.MIN_VALUE;

  private MarkerWatermarks(@Nullable Duration fallback) {
    this.fallback = fallback;
  }

  /** The strategy by markers alone, which Flink applies to each partition on its own. */
  public static WatermarkStrategy<FeatureRecord> strategy() {
    return strategy(null);
  }

  /**
   * The strategy for history, whose markers may be compacted away.
   *
   * @param fallback how far versions are out of order at most; null for markers alone
   */
  public static WatermarkStrategy<FeatureRecord> strategy(@Nullable Duration fallback) {
    return WatermarkStrategy.<FeatureRecord>forGenerator(context -> new MarkerWatermarks(fallback))
        .withTimestampAssigner(MarkerWatermarks::timestamp);
  }

  private static long timestamp(FeatureRecord element, long recordTimestamp) {
    FeatureVersion version = element.version();
    return version == null ? recordTimestamp : version.eventTime().toEpochMilli();
  }

  @Override
  public void onEvent(FeatureRecord event, long eventTimestamp, WatermarkOutput output) {
    if (event.marker() != null && event.markerKey() != null) {
      markers
          .accept(event.markerKey().subtask(), event.marker())
          .ifPresent(through -> advance(through, output));
    } else if (event.version() != null && fallback != null) {
      advance(eventTimestamp - fallback.toMillis() - 1, output);
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
