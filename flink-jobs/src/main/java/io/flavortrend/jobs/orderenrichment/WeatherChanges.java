package io.flavortrend.jobs.orderenrichment;

import io.flavortrend.contracts.cdc.CdcRecord.Change;
import io.flavortrend.contracts.cdc.WeatherRow;
import io.flavortrend.jobs.frame.capture.ChangeReading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads observations out of changes of weather rows. Pure.
 *
 * @param allowedLateness how long after its time an observation is still taken
 */
record WeatherChanges(Duration allowedLateness)
    implements ChangeReading<WeatherRow, WeatherChange> {

  @Override
  public List<WeatherChange> read(Change<WeatherRow> change) {
    WeatherRow before = change.before();
    WeatherRow after = change.after();
    List<WeatherChange> changes = new ArrayList<>(2);
    if (before != null && (after == null || after.cityId() != before.cityId())) {
      changes.add(new WeatherChange(before.cityId(), null, observation(before)));
    }
    if (after != null) {
      Observation replaced =
          before != null && before.cityId() == after.cityId() ? observation(before) : null;
      changes.add(new WeatherChange(after.cityId(), observation(after), replaced));
    }
    return changes;
  }

  @Override
  public long closesAt(WeatherChange change) {
    return Math.floorDiv(change.changesFrom(), OrderVersion.MICROS_PER_MILLI)
        + allowedLateness.toMillis();
  }

  private static Observation observation(WeatherRow row) {
    return new Observation(
        row.id(),
        OrderVersions.micros(row.observedAt()),
        row.condition(),
        row.temperatureC(),
        row.rainMm(),
        row.windKmh());
  }
}
