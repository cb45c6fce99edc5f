package io.flavortrend.webapi.models;

import io.flavortrend.contracts.values.ModelRelease;
import io.flavortrend.contracts.values.ModelRelease.Role;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads and writes {@code ops.model_releases}. Thread-safe. */
@Component
public class Releases {
  private final DatabaseClient database;

  Releases(DatabaseClient database) {
    this.database = database;
  }

  /**
   * Keeps others from releasing or announcing until the end of the transaction, also those of
   * another webapi: what is decided by the history must still be true when it is written.
   */
  Mono<Void> lock() {
    return database.sql("lock table ops.model_releases in share row exclusive mode").then();
  }

  /** True where there is any. */
  Mono<Boolean> anyYet() {
    return database
        .sql("select exists (select 1 from ops.model_releases)")
        .mapValue(Boolean.class)
        .one();
  }

  /** All so far. */
  Mono<ReleaseHistory> history() {
    return database
        .sql(
            "select role, model_version, effective_from, announced_at, announced_by, reason"
                + " from ops.model_releases order by id")
        .map(Releases::release)
        .all()
        .collectList()
        .map(ReleaseHistory::new);
  }

  /** Who plays each role, as the topic is to tell it; a role that nobody plays is left out. */
  Mono<List<ModelRelease>> standing() {
    return database
        .sql(
            """
            select r.*, v.package_uri, v.sha256
            from (
              select distinct on (role) role, model_version, effective_from, announced_at
              from ops.model_releases
              order by role, id desc) r
            join ops.model_versions v using (model_version)
            """)
        .map(Releases::announcement)
        .all()
        .collectList();
  }

  /** The version that is the champion at that time; empty where the baseline answers. */
  public Mono<String> championAt(Instant at) {
    return database
        .sql(
            "select coalesce(model_version, '') from ops.model_releases"
                + " where role = 'champion' and (effective_from is null or effective_from <= :at)"
                + " order by id desc limit 1")
        .bind("at", at)
        .mapValue(String.class)
        .one()
        .filter(version -> !version.isEmpty());
  }

  /** Writes one. */
  Mono<Void> insert(Release release) {
    GenericExecuteSpec insert =
        database
            .sql(
                "insert into ops.model_releases (role, model_version, effective_from,"
                    + " announced_at, announced_by, reason)"
                    + " values (:role, :version, :effectiveFrom, :announcedAt, :by, :reason)")
            .bind("role", release.role().code())
            .bind("version", Parameter.fromOrEmpty(release.modelVersion(), String.class))
            .bind("effectiveFrom", Parameter.fromOrEmpty(release.effectiveFrom(), Instant.class))
            .bind("announcedAt", release.announcedAt())
            .bind("by", release.announcedBy())
            .bind("reason", release.reason().code());
    return insert.then();
  }

  private static Release release(Readable row) {
    return new Release(
        role(row),
        row.get("model_version", String.class),
        row.get("effective_from", Instant.class),
        row.get("announced_at", Instant.class),
        row.get("announced_by", String.class),
        Release.Reason.valueOf(row.get("reason", String.class).toUpperCase(Locale.ROOT)));
  }

  private static ModelRelease announcement(Readable row) {
    return new ModelRelease(
        ModelRelease.SCHEMA_VERSION,
        row.get("model_version", String.class),
        role(row),
        row.get("package_uri", String.class),
        row.get("sha256", String.class),
        row.get("effective_from", Instant.class),
        row.get("announced_at", Instant.class));
  }

  private static Role role(Readable row) {
    return Role.valueOf(row.get("role", String.class).toUpperCase(Locale.ROOT));
  }
}
