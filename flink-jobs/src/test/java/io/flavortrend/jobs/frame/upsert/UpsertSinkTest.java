package io.flavortrend.jobs.frame.upsert;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flavortrend.jobs.frame.DatabaseConfig;
import io.flavortrend.jobs.frame.JobConfig;
import io.flavortrend.jobs.frame.JobGeneration;
import io.flavortrend.settings.Settings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.streaming.runtime.tasks.TestProcessingTimeService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.Driver;

/** Against a real PostgreSQL with the real table. */
class UpsertSinkTest {
  private static final Path MIGRATION =
      Path.of("../init-db/src/main/resources/db/migration/V2__analytics.sql");

  private static @TempDir Path temp;
  private static EmbeddedPostgres postgres;
  private static DatabaseConfig database;

  /** What is upserted here. */
  private record Kpi(int city, long orders, long version) {}

  private static final VersionedTable<Kpi> TABLE =
      new VersionedTable<>(
          "analytics.city_kpis",
          List.of("city_id", "window_start"),
          List.of("orders", "delivered", "cancelled", "revenue", "active_couriers", "pressure"),
          UpsertSinkTest::row);

  private final TestProcessingTimeService clock = new TestProcessingTimeService();

  @BeforeAll
  static void start() throws Exception {
    postgres = EmbeddedPostgres.builder().setDataDirectory(temp.resolve("data")).start();
    execute("create role flavor_jobs login password 'secret'");
    execute(Files.readString(MIGRATION));
    execute("grant usage on schema analytics to flavor_jobs");
    execute(
        "grant select, insert, update, delete on all tables in schema analytics to flavor_jobs");
    Path secrets = Files.createDirectory(temp.resolve("secrets"));
    Files.writeString(secrets.resolve("flavor_jobs.password"), "secret\n");
    database = new DatabaseConfig("127.0.0.1", postgres.getPort(), "postgres", secrets.toString());
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  @BeforeEach
  void empty() throws Exception {
    clock.setCurrentTime(0);
    if (!Driver.isRegistered()) {
      // A submission takes the driver away from the JVM when it is done.
      Driver.register();
    }
    execute("truncate analytics.city_kpis; truncate analytics.job_generations");
  }

  @Test
  void anOlderVersionChangesNothing() throws Exception {
    try (UpsertWriter<Kpi> writer = writer(Duration.ofSeconds(5))) {
      write(writer, new Kpi(1, 10, 5));
      writer.flush(false);
      write(writer, new Kpi(1, 9, 4));
      write(writer, new Kpi(2, 1, 1));
      writer.flush(false);
      assertThat(rows()).containsExactly(new Kpi(1, 10, 5), new Kpi(2, 1, 1));
      write(writer, new Kpi(1, 11, 6));
      writer.flush(false);
      assertThat(rows()).containsExactly(new Kpi(1, 11, 6), new Kpi(2, 1, 1));
    }
  }

  @Test
  void ofWhatWaitsTogetherTheNewestIsWritten() throws Exception {
    try (UpsertWriter<Kpi> writer = writer(Duration.ofSeconds(5))) {
      write(writer, new Kpi(1, 2, 2));
      write(writer, new Kpi(1, 3, 3));
      write(writer, new Kpi(1, 1, 1));
      writer.flush(true);
      assertThat(rows()).containsExactly(new Kpi(1, 3, 3));
    }
  }

  @Test
  void theClockWritesWhatWaits() throws Exception {
    try (UpsertWriter<Kpi> writer = writer(Duration.ofSeconds(5))) {
      write(writer, new Kpi(1, 1, 1));
      clock.setCurrentTime(UpsertSink.FLUSH_INTERVAL.toMillis() - 1);
      assertThat(rows()).isEmpty();
      clock.setCurrentTime(UpsertSink.FLUSH_INTERVAL.toMillis());
      assertThat(rows()).hasSize(1);
    }
  }

  @Test
  void aFullBufferIsWrittenAtOnce() throws Exception {
    try (UpsertWriter<Kpi> writer = writer(Duration.ofSeconds(5))) {
      for (int city = 1; city <= UpsertWriter.MAX_ROWS; city++) {
        write(writer, new Kpi(city, 1, 1));
      }
      assertThat(rows()).hasSize(UpsertWriter.MAX_ROWS);
    }
  }

  @Test
  void aConnectionThatTheServerEndedIsOpenedAgain() throws Exception {
    try (UpsertWriter<Kpi> writer = writer(Duration.ofSeconds(10))) {
      write(writer, new Kpi(1, 1, 1));
      writer.flush(false);
      execute(
          "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'flavor_jobs'");
      write(writer, new Kpi(1, 2, 2));
      writer.flush(false);
      assertThat(rows()).containsExactly(new Kpi(1, 2, 2));
    }
  }

  @Test
  void whatACrashMayHaveTakenIsWrittenAgain() throws Exception {
    try (UpsertWriter<Kpi> writer = writer(Duration.ofSeconds(10))) {
      write(writer, new Kpi(1, 1, 1));
      writer.flush(false);
      write(writer, new Kpi(2, 1, 1));
      clock.setCurrentTime(UpsertSink.FLUSH_INTERVAL.toMillis());
      assertThat(rows()).hasSize(2);
      execute("delete from analytics.city_kpis");
      execute(
          "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'flavor_jobs'");

      writer.flush(false);

      // The first was on disk with its checkpoint: no crash takes it.
      assertThat(rows()).containsExactly(new Kpi(2, 1, 1));
    }
  }

  @Test
  void aCheckpointAlonePutsWhatWasWrittenOnDisk() throws Exception {
    try (UpsertWriter<Kpi> writer = writer(Duration.ofSeconds(10))) {
      write(writer, new Kpi(1, 1, 1));
      clock.setCurrentTime(UpsertSink.FLUSH_INTERVAL.toMillis());
      String written = value("select pg_current_wal_insert_lsn()");

      writer.flush(false);

      assertThat(value("select pg_current_wal_flush_lsn() >= '%s'".formatted(written)))
          .isEqualTo("t");
    }
  }

  @Test
  void aDatabaseThatIsAwayIsWaitedFor() throws Exception {
    try (UpsertWriter<Kpi> writer = writer(Duration.ofSeconds(30))) {
      execute("alter role flavor_jobs connection limit 0");
      write(writer, new Kpi(1, 1, 1));
      clock.setCurrentTime(1_000);
      assertThat(rows()).isEmpty();
      CompletableFuture<Void> back =
          CompletableFuture.runAsync(
              UpsertSinkTest::letIn, CompletableFuture.delayedExecutor(300, MILLISECONDS));
      writer.flush(false);
      back.get(10, TimeUnit.SECONDS);
      assertThat(rows()).containsExactly(new Kpi(1, 1, 1));
    } finally {
      letIn();
    }
  }

  @Test
  void patienceEnds() throws Exception {
    try (UpsertWriter<Kpi> writer = writer(Duration.ofMillis(100))) {
      execute("alter role flavor_jobs connection limit 0");
      write(writer, new Kpi(1, 1, 1));
      assertThatThrownBy(() -> writer.flush(false))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("analytics.city_kpis cannot be written");
    } finally {
      letIn();
    }
  }

  @Test
  void aRowThatTheTableRefusesFailsAtOnce() throws Exception {
    try (UpsertWriter<Kpi> writer = writer(Duration.ofMinutes(5))) {
      execute("alter table analytics.city_kpis add constraint few check (orders < 100)");
      write(writer, new Kpi(1, 100, 1));
      assertThatThrownBy(() -> writer.flush(false))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("few");
    } finally {
      execute("alter table analytics.city_kpis drop constraint few");
    }
  }

  @Test
  void aJobThatStartsWithoutStateGetsTheNextGeneration() throws Exception {
    JobConfig job =
        JobConfig.from(
            "city-kpis",
            Settings.of(
                Map.of(
                    DatabaseConfig.PORT,
                    Integer.toString(database.port()),
                    DatabaseConfig.DATABASE,
                    database.database(),
                    DatabaseConfig.SECRETS_DIR,
                    database.secretsDir())));
    Configuration fresh = new Configuration();
    Configuration restored = new Configuration();
    restored.set(StateRecoveryOptions.SAVEPOINT_PATH, "file:///checkpoint");
    assertThat(JobGeneration.forSubmission(job, fresh)).isEqualTo(1);
    assertThat(JobGeneration.forSubmission(job, restored)).isEqualTo(1);
    assertThat(JobGeneration.forSubmission(job, fresh)).isEqualTo(2);
  }

  private UpsertWriter<Kpi> writer(Duration patience) {
    return new UpsertWriter<>(
        TABLE,
        new UpsertConnection(TABLE.upsert(), () -> database.connect("a-job")),
        clock,
        patience);
  }

  private static void write(UpsertWriter<Kpi> writer, Kpi kpi) throws Exception {
    writer.write(kpi, null);
  }

  private static List<@Nullable Object> row(Kpi kpi) {
    return Arrays.asList(
        kpi.city(),
        Instant.EPOCH.atOffset(ZoneOffset.UTC),
        kpi.orders(),
        0L,
        0L,
        BigDecimal.ONE,
        1,
        null,
        kpi.version());
  }

  private static List<Kpi> rows() throws SQLException {
    List<Kpi> rows = new ArrayList<>();
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        ResultSet result =
            connection
                .createStatement()
                .executeQuery(
                    "select city_id, orders, version from analytics.city_kpis order by city_id")) {
      while (result.next()) {
        rows.add(new Kpi(result.getInt(1), result.getLong(2), result.getLong(3)));
      }
    }
    return rows;
  }

  private static String value(String sql) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        ResultSet result = connection.createStatement().executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }

  private static void letIn() {
    try {
      execute("alter role flavor_jobs connection limit -1");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
