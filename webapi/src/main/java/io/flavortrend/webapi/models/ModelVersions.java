package io.flavortrend.webapi.models;

import io.flavortrend.inference.modelpackage.ModelPackage;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes {@code ops.model_versions}. Thread-safe. */
@Component
public class ModelVersions {
  // The fingerprint is most of the metrics, and for drift only.
  private static final String ALL =
      """
      select v.model_version, v.package_uri, v.sha256, v.size_bytes, v.origin, v.trained_at,
             (v.metrics - 'fingerprint')::text as metrics, v.registered_at, v.registered_by,
             r.role
      from ops.model_versions v
      left join lateral (
        select role from (
          select distinct on (role) role, model_version
          from ops.model_releases
          order by role, id desc) newest
        where newest.model_version = v.model_version
        order by role
        limit 1) r on true
      where true%s
      order by v.registered_at desc, v.model_version desc
      """;

  private final DatabaseClient database;
  private final JsonMapper mapper;

  ModelVersions(DatabaseClient database, JsonMapper mapper) {
    this.database = database;
    this.mapper = mapper;
  }

  /** All, the newest registration first. */
  Mono<List<ModelVersion>> all() {
    return database.sql(ALL.formatted("")).map(this::version).all().collectList();
  }

  /** One; empty where it is not registered. */
  Mono<ModelVersion> find(String modelVersion) {
    return database
        .sql(ALL.formatted(" and v.model_version = :version"))
        .bind("version", modelVersion)
        .map(this::version)
        .one();
  }

  /** The metrics of its training with the fingerprint of its data. */
  public Mono<JsonNode> metrics(String modelVersion) {
    return database
        .sql("select metrics::text from ops.model_versions where model_version = :version")
        .bind("version", modelVersion)
        .mapValue(String.class)
        .one()
        .map(mapper::readTree);
  }

  /** True where none is registered. */
  Mono<Boolean> isEmpty() {
    return database
        .sql("select not exists (select 1 from ops.model_versions)")
        .mapValue(Boolean.class)
        .one();
  }

  /** Writes it; 0 where the version is there already. */
  Mono<Long> insert(ModelPackage found, String uri, String origin, Instant now, String username) {
    return database
        .sql(
            "insert into ops.model_versions (model_version, package_uri, sha256, size_bytes,"
                + " origin, trained_at, metrics, registered_at, registered_by)"
                + " values (:version, :uri, :sha256, :size, :origin, :trainedAt, :metrics::jsonb,"
                + " :now, :username) on conflict (model_version) do nothing")
        .bind("version", found.signature().modelVersion())
        .bind("uri", uri)
        .bind("sha256", found.sha256())
        .bind("size", found.sizeBytes())
        .bind("origin", origin)
        .bind("trainedAt", found.signature().trainedAt())
        .bind("metrics", mapper.writeValueAsString(found.metrics()))
        .bind("now", now)
        .bind("username", username)
        .fetch()
        .rowsUpdated();
  }

  private ModelVersion version(Readable row) {
    return new ModelVersion(
        row.get("model_version", String.class),
        row.get("package_uri", String.class),
        row.get("sha256", String.class),
        row.get("size_bytes", Long.class),
        row.get("origin", String.class),
        row.get("trained_at", Instant.class),
        mapper.readValue(
            row.get("metrics", String.class), new TypeReference<Map<String, Object>>() {}),
        row.get("registered_at", Instant.class),
        row.get("registered_by", String.class),
        row.get("role", String.class));
  }
}
