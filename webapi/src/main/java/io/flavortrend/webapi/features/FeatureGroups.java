package io.flavortrend.webapi.features;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.features.catalogue.FeatureEntity;
import io.flavortrend.webapi.WebapiConfig;
import io.flavortrend.webapi.time.Present;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells how fresh the features of each kind of entity are: one query a kind. Thread-safe. */
@Component
public class FeatureGroups {
  /** An event that has been waiting for longer is not looked for. */
  static final Duration LOOK_BACK = Duration.ofHours(1);

  private static final String GROUP =
      """
      select g.*, %2$s as waiting_since
      from (
        select count(*) as entities, max(event_time) as newest,
               percentile_disc(0.5) within group (order by event_time desc) as p50,
               percentile_disc(0.99) within group (order by event_time desc) as p99
        from %1$s) g
      """;

  private final DatabaseClient database;
  private final Present present;
  private final TimeDomain domain;

  FeatureGroups(DatabaseClient database, Present present, WebapiConfig config) {
    this.database = database;
    this.present = present;
    this.domain = config.timeDomain();
  }

  /** All kinds, in the catalogue's order. */
  public Mono<List<FeatureGroup>> all() {
    return present
        .now()
        .flatMap(
            now ->
                Flux.fromArray(FeatureEntity.values())
                    .concatMap(entity -> group(entity, now))
                    .collectList());
  }

  private Mono<FeatureGroup> group(FeatureEntity entity, Instant now) {
    return database
        .sql(GROUP.formatted(entity.table(), DueEvents.ofGroup(entity, "g.newest")))
        .bind("now", now)
        .bind("since", now.minus(LOOK_BACK))
        .map(row -> group(entity, row, now))
        .one();
  }

  private FeatureGroup group(FeatureEntity entity, Readable row, Instant now) {
    return new FeatureGroup(
        entity.code(),
        row.get("entities", Long.class),
        row.get("newest", Instant.class),
        ageMs(row, "newest", now),
        ageMs(row, "p50", now),
        ageMs(row, "p99", now),
        Freshness.of(entity, row.get("waiting_since", Instant.class), now, domain));
  }

  private static @Nullable Long ageMs(Readable row, String column, Instant now) {
    Instant at = row.get(column, Instant.class);
    return at == null ? null : FeatureColumns.ageMs(at, now);
  }
}
