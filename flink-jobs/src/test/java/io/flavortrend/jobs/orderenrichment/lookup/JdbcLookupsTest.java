package io.flavortrend.jobs.orderenrichment.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flavortrend.jobs.frame.DatabaseConfig;
import io.flavortrend.jobs.orderenrichment.lookup.Attributes.City;
import io.flavortrend.jobs.orderenrichment.lookup.Attributes.Restaurant;
import io.flavortrend.jobs.testing.LocalDatabase;
import io.flavortrend.jobs.testing.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real PostgreSQL with the real tables and the job's real privileges. */
class JdbcLookupsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path temp;
  private EmbeddedPostgres postgres;
  private DatabaseConfig database;

  @BeforeEach
  void start() throws Exception {
    LocalDatabase.registerDriver();
    postgres =
        EmbeddedPostgres.builder()
            .setDataDirectory(temp.resolve("data"))
            .setCleanDataDirectory(false)
            .start();
    execute("create role flavor_jobs login password 'secret'");
    for (String migration :
        List.of("source_tables", "analytics", "orders_enriched", "eta_predictions")) {
      execute(Migrations.sql(migration));
    }
    execute(
        """
        insert into cities values (7, 'Sfax', 34.7, 10.7, 280000, 'Africa/Tunis', 'TND', now());
        insert into customers values (5, 7, 'Amira', '1', 'x', null, now());
        insert into holidays values ('2026-03-20', 'Independence Day', now());
        insert into restaurants (id, city_id, name, latitude, opens_at, updated_at)
          values (9, 7, 'Dar Jasmin', 34.75, '11:30', now())""");
    Path secrets = Files.createDirectory(temp.resolve("secrets"));
    Files.writeString(secrets.resolve("flavor_jobs.password"), "secret\n");
    database = new DatabaseConfig("127.0.0.1", postgres.getPort(), "postgres", secrets.toString());
  }

  @AfterEach
  void stop() throws IOException {
    postgres.close();
  }

  @Test
  void answersLittleLaterAndThenFromTheCache() {
    try (Lookups lookups = lookups(Duration.ofMinutes(5))) {
      assertThat(lookups.find(7, 9, 5).complete()).isFalse();
      await().atMost(PATIENCE).until(() -> lookups.find(7, 9, 5).complete());
      assertThat(lookups.find(7, 9, 5))
          .isEqualTo(
              new Attributes(
                  new City("Sfax", 280_000, "Africa/Tunis", Set.of(LocalDate.of(2026, 3, 20))),
                  new Restaurant("Dar Jasmin", null, 34.75, null, 690),
                  7,
                  true));
    }
  }

  @Test
  void whatDoesNotExistIsAnAnswerToo() {
    try (Lookups lookups = lookups(Duration.ofMinutes(5))) {
      await().atMost(PATIENCE).until(() -> lookups.find(99, 99, 99).complete());
      assertThat(lookups.find(99, 99, 99)).isEqualTo(new Attributes(null, null, null, true));
    }
  }

  @Test
  void aChangedRowIsSeenWithinTheBound() throws Exception {
    try (Lookups lookups = lookups(Duration.ofMillis(300))) {
      await().atMost(PATIENCE).until(() -> lookups.find(7, 9, 5).complete());
      execute("update restaurants set name = 'Dar Lella' where id = 9");
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(lookups.find(7, 9, 5).restaurant())
                      .isNotNull()
                      .extracting(Restaurant::name)
                      .isEqualTo("Dar Lella"));
    }
  }

  @Test
  void aDatabaseThatGoesAwayIsMissedAfterTheBoundAndFoundAgain() throws Exception {
    int port = postgres.getPort();
    try (Lookups lookups = lookups(Duration.ofMillis(300))) {
      await().atMost(PATIENCE).until(() -> lookups.find(7, 9, 5).complete());
      postgres.close();
      await().atMost(PATIENCE).until(() -> !lookups.find(7, 9, 5).complete());
      postgres =
          EmbeddedPostgres.builder()
              .setPort(port)
              .setDataDirectory(temp.resolve("data"))
              .setCleanDataDirectory(false)
              .start();
      await().atMost(PATIENCE).until(() -> lookups.find(7, 9, 5).complete());
    }
  }

  private Lookups lookups(Duration staleAfter) {
    return new JdbcLookups("order-enrichment", database, 100, staleAfter);
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
