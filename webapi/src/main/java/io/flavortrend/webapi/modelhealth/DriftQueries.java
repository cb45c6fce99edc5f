package io.flavortrend.webapi.modelhealth;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads samples of the vectors in {@code analytics.eta_predictions}. Thread-safe. */
@Component
class DriftQueries {
  /** Enough to tell drift from chance, and little enough to be read every minute. */
  private static final int MOST_OF_SLICE = 700;

  /**
   * @param slice when the slice of time began that it is from
   * @param features the vector by name
   */
  record Sampled(Instant slice, Map<String, @Nullable Double> features) {}

  private static final String SAMPLE =
      """
      select s.slice, p.features::text as features
      from generate_series(
        :from::timestamptz, :to::timestamptz - make_interval(secs => :seconds),
        make_interval(secs => :seconds)) s (slice)
      cross join lateral (
        select features from analytics.eta_predictions
        where event_time >= s.slice and event_time < s.slice + make_interval(secs => :seconds)
        order by event_time desc
        limit :most) p
      """;

  private final DatabaseClient database;
  private final JsonMapper mapper;

  DriftQueries(DatabaseClient database, JsonMapper mapper) {
    this.database = database;
    this.mapper = mapper;
  }

  /** The newest vectors of each slice, a slice at most as long as the time to its end. */
  Flux<Sampled> sample(Instant from, Instant to, Duration slice) {
    return database
        .sql(SAMPLE)
        .bind("from", from)
        .bind("to", to)
        .bind("seconds", (double) slice.toSeconds())
        .bind("most", MOST_OF_SLICE)
        .map(this::sampled)
        .all();
  }

  private Sampled sampled(Readable row) {
    return new Sampled(
        row.get("slice", Instant.class),
        mapper.readValue(
            row.get("features", String.class),
            new TypeReference<Map<String, @Nullable Double>>() {}));
  }
}
