package io.flavortrend.webapi.pipeline;

import io.flavortrend.webapi.pipeline.PipelineStatus.Slot;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Asks PostgreSQL for the slot that capture reads. */
final class SlotProbe {
  private static final String SLOT =
      """
      select slot_name, active,
             pg_wal_lsn_diff(pg_current_wal_lsn(), confirmed_flush_lsn)::bigint as lag
      from pg_replication_slots
      where slot_type = 'logical' and database = current_database()
      order by active desc, slot_name
      limit 1
      """;

  private final DatabaseClient database;

  SlotProbe(DatabaseClient database) {
    this.database = database;
  }

  Mono<Slot> ask() {
    return database
        .sql(SLOT)
        .map(
            row ->
                new Slot(
                    row.get("slot_name", String.class),
                    row.get("active", Boolean.class),
                    row.get("lag", Long.class)))
        .one();
  }
}
