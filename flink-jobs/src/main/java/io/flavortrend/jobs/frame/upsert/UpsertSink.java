package io.flavortrend.jobs.frame.upsert;

import io.flavortrend.jobs.frame.DatabaseConfig;
import java.time.Duration;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Upserts rows into PostgreSQL. Of several versions of a row that wait together only the newest is
 * written. Rows wait at most {@link #FLUSH_INTERVAL}, and a checkpoint completes only when what
 * came before it is written and on the database's disk, so that none is lost. A database that
 * restarts is waited for.
 *
 * <p>Flink's JDBC connector is not used: it gives up at the first reconnection that fails, forgets
 * the batch when it reconnects, and writes every version of a row.
 *
 * @param <T> what becomes a row
 */
public final class UpsertSink<T> implements Sink<T> {
  private static final long serialVersionUID = 1L;

  /** Longest time that a row waits while the database answers. */
  public static final Duration FLUSH_INTERVAL = Duration.ofMillis(100);

  /** Longest time that a database may be away before the job restarts from its checkpoint. */
  public static final Duration PATIENCE = Duration.ofMinutes(1);

  private final String job;
  private final DatabaseConfig database;
  private final VersionedTable<T> table;
  private final Duration patience;

  /**
   * @param job the job's name, as the database shows it
   */
  public UpsertSink(String job, DatabaseConfig database, VersionedTable<T> table) {
    this(job, database, table, PATIENCE);
  }

  UpsertSink(String job, DatabaseConfig database, VersionedTable<T> table, Duration patience) {
    this.job = job;
    this.database = database;
    this.table = table;
    this.patience = patience;
  }

  @Override
  public SinkWriter<T> createWriter(WriterInitContext context) {
    context
        .asSerializationSchemaInitializationContext()
        .getUserCodeClassLoader()
        .registerReleaseHookIfAbsent("postgresql-driver", DatabaseConfig::forgetDriver);
    return new UpsertWriter<>(
        table,
        new UpsertConnection(table.upsert(), () -> database.connect(job)),
        context.getProcessingTimeService(),
        patience);
  }
}
