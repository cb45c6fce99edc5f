package io.flavortrend.jobs.frame.features;

import io.flavortrend.contracts.values.FeatureVersion;
import io.flavortrend.features.catalogue.FeatureCatalogue;
import io.flavortrend.features.catalogue.FeatureEntity;
import io.flavortrend.jobs.frame.upsert.VersionedTable;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tables of the newest versions; their columns follow from the catalogue. */
public final class FeatureTable {
  private FeatureTable() {}

  /** How a version of such an entity becomes a row. */
  public static VersionedTable<FeatureVersion> of(FeatureEntity entity) {
    List<String> columns = new ArrayList<>();
    if (entity != FeatureEntity.CITY) {
      columns.add("city_id");
    }
    columns.add("event_time");
    columns.addAll(FeatureCatalogue.names(entity));
    return new VersionedTable<>(
        entity.table(), List.of(entity.idColumn()), columns, version -> row(entity, version));
  }

  private static List<@Nullable Object> row(FeatureEntity entity, FeatureVersion version) {
    List<@Nullable Object> row = new ArrayList<>();
    row.add(version.entityId());
    if (entity != FeatureEntity.CITY) {
      row.add(version.cityId());
    }
    row.add(version.eventTime().atOffset(ZoneOffset.UTC));
    for (String name : FeatureCatalogue.names(entity)) {
      row.add(version.features().get(name));
    }
    row.add(version.version());
    return row;
  }
}
