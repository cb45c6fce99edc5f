package io.flavortrend.jobs.citykpis;

import io.flavortrend.contracts.values.FeatureVersion;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** A city's pressure, as a version of its features tells it, for the minute of the version. */
final class PressureContributions implements FlatMapFunction<FeatureVersion, Contribution> {
  private static final long serialVersionUID = 1L;

  @Override
  public void flatMap(FeatureVersion version, Collector<Contribution> out) {
    Double pressure = version.features().get("pressure");
    if (pressure != null) {
      long at = version.eventTime().toEpochMilli();
      out.collect(
          Contribution.ofPressure(
              (int) version.entityId(),
              at,
              pressure,
              micros(version.trace().committedAt()),
              micros(version.trace().capturedAt())));
    }
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }
}
