package io.flavortrend.jobs.orderenrichment;

import io.flavortrend.contracts.cdc.WeatherRow;
import io.flavortrend.jobs.frame.capture.CapturedRecord;
import io.flavortrend.jobs.testing.StagedHistory;
import io.flavortrend.jobs.testing.WeatherLog;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Observations of each city, told late, corrected and taken back, and one that is no JSON. */
final class RandomWeather {
  private static final Instant BEGIN = StagedHistory.BASE.minus(Duration.ofHours(3));

  private record Told(
      Instant committedAt, @Nullable WeatherRow before, @Nullable WeatherRow after) {}

  private final Random random;
  private final List<Told> told = new ArrayList<>();

  /** What holds in the end. */
  final List<WeatherRow> rows = new ArrayList<>();

  RandomWeather(long seed) {
    random = new Random(seed);
    long id = 1;
    // The last city has no weather at all.
    for (int city = 1; city < StagedHistory.CITIES; city++) {
      for (int minutes = 0; minutes < 480; minutes += 1 + random.nextInt(20)) {
        observe(WeatherLog.row(id++, city, BEGIN.plusSeconds(60L * minutes), minutes));
      }
    }
    told.sort(Comparator.comparing(Told::committedAt));
  }

  List<CapturedRecord<WeatherRow>> log() {
    WeatherLog writer = new WeatherLog();
    List<CapturedRecord<WeatherRow>> log = new ArrayList<>();
    log.add(writer.record("oops".getBytes(StandardCharsets.UTF_8)));
    for (Told change : told) {
      log.add(writer.change(change.before(), change.after(), change.committedAt()));
      log.add(writer.beat(change.committedAt()));
    }
    log.add(writer.beat(BEGIN.plus(Duration.ofDays(30))));
    return log;
  }

  private void observe(WeatherRow row) {
    Instant committedAt = row.observedAt().plusSeconds(random.nextInt(1_200));
    told.add(new Told(committedAt, null, row));
    Instant later = committedAt.plusSeconds(1 + random.nextInt(600));
    switch (random.nextInt(10)) {
      case 0 -> told.add(new Told(later, row, null));
      case 1 -> {
        WeatherRow corrected =
            WeatherLog.row(row.id(), row.cityId(), row.observedAt().minusSeconds(90), -1);
        told.add(new Told(later, row, corrected));
        rows.add(corrected);
      }
      default -> rows.add(row);
    }
  }
}
