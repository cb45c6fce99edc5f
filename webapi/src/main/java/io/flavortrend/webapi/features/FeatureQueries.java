package io.flavortrend.webapi.features;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.features.catalogue.Feature;
import io.flavortrend.features.catalogue.FeatureCatalogue;
import io.flavortrend.features.catalogue.FeatureEntity;
import io.flavortrend.webapi.WebapiConfig;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Locale;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads the newest version of one entity's features. Thread-safe. */
@Component
public class FeatureQueries {
  // The source's row knows the city at once; the features may have been computed before it was
  // told.
  private static final String ONE =
      """
      select v.*, %5$s as waiting_since
      from (
        select %1$s, f.event_time, f.version, f.%3$s as entity_id, %4$s as known_city
        from %2$s f
        left join public.%6$s e on e.id = f.%3$s
        where f.%3$s = :id) v
      """;

  private final DatabaseClient database;
  private final TimeDomain domain;

  FeatureQueries(DatabaseClient database, WebapiConfig config) {
    this.database = database;
    this.domain = config.timeDomain();
  }

  /** The newest features of the entity; empty where it has none. */
  public Mono<EntityFeatures> newest(FeatureEntity entity, long id, Instant now) {
    String columns =
        String.join(
            ", ", FeatureCatalogue.names(entity).stream().map(name -> "f." + name).toList());
    String sql =
        ONE.formatted(
            columns,
            entity.table(),
            entity.idColumn(),
            entity == FeatureEntity.CITY ? "f.city_id" : "coalesce(e.city_id, f.city_id)",
            DueEvents.ofOne(entity, "v.event_time", "v.known_city", "v.entity_id"),
            sourceTable(entity));
    return database
        .sql(sql)
        .bind("id", id)
        .bind("now", now)
        .bind("since", now.minus(FeatureGroups.LOOK_BACK))
        .map(row -> features(entity, row, now))
        .one();
  }

  private static String sourceTable(FeatureEntity entity) {
    return switch (entity) {
      case RESTAURANT -> "restaurants";
      case COURIER -> "couriers";
      case CITY -> "cities";
    };
  }

  private EntityFeatures features(FeatureEntity entity, Readable row, Instant now) {
    Instant eventTime = row.get("event_time", Instant.class);
    return new EntityFeatures(
        entity.code(),
        row.get("entity_id", Long.class),
        row.get("known_city", Integer.class),
        FeatureCatalogue.of(entity).stream().map(feature -> value(feature, row)).toList(),
        eventTime,
        FeatureColumns.ageMs(eventTime, now),
        row.get("version", Long.class),
        Freshness.of(entity, row.get("waiting_since", Instant.class), now, domain),
        now);
  }

  private static EntityFeatures.Value value(Feature feature, Readable row) {
    return new EntityFeatures.Value(
        feature.name(),
        feature.type().name().toLowerCase(Locale.ROOT),
        feature.unit(),
        FeatureColumns.value(row, feature.name()));
  }
}
