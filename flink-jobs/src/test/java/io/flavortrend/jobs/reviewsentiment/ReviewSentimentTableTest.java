package io.flavortrend.jobs.reviewsentiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.values.ReviewSentiment;
import io.flavortrend.contracts.values.ReviewSentiment.Entity;
import io.flavortrend.contracts.values.ReviewSentiment.TopWord;
import io.flavortrend.jobs.frame.DatabaseConfig;
import io.flavortrend.jobs.frame.upsert.UpsertSink;
import io.flavortrend.jobs.testing.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows end in a real PostgreSQL with the real table, of each the newest version. */
class ReviewSentimentTableTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir Path temp;

  @Test
  void theNewestVersionOfEachRowStays() throws Exception {
    try (EmbeddedPostgres postgres =
        EmbeddedPostgres.builder().setDataDirectory(temp.resolve("data")).start()) {
      prepare(postgres);
      StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1);
      env.fromData(
              value(Entity.RESTAURANT, 2, 0.5, List.of(new TopWord("l'\"été\"", 2))),
              value(Entity.RESTAURANT, 1, -0.5, List.of()),
              value(Entity.COURIER, 1, null, List.of()))
          .sinkTo(new UpsertSink<>("test", database(postgres), ReviewSentimentTable.table()));
      env.execute();
      assertThat(rows(postgres))
          .containsExactly(
              "courier 7 1 null null [] null",
              "restaurant 7 2 0.5 0.25 [{\"word\": \"l'\\\"été\\\"\", \"count\": 2}] l'\"été\"");
    }
  }

  private void prepare(EmbeddedPostgres postgres) throws Exception {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create role flavor_jobs login password 'secret'");
      statement.execute(Migrations.sql("analytics"));
      statement.execute(Migrations.sql("review_sentiment"));
      statement.execute("grant usage on schema analytics to flavor_jobs");
      statement.execute(
          "grant select, insert, update on all tables in schema analytics to flavor_jobs");
    }
    Files.writeString(
        Files.createDirectory(temp.resolve("secrets")).resolve("flavor_jobs.password"), "secret");
  }

  private DatabaseConfig database(EmbeddedPostgres postgres) {
    return new DatabaseConfig(
        "127.0.0.1", postgres.getPort(), "postgres", temp.resolve("secrets").toString());
  }

  private static List<String> rows(EmbeddedPostgres postgres) throws Exception {
    List<String> rows = new ArrayList<>();
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        var statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                """
                select concat_ws(' ', entity, entity_id, version, coalesce(mean_score::text, 'null'),
                  coalesce(negative_share::text, 'null'), top_words::text,
                  coalesce(top_words -> 0 ->> 'word', 'null'))
                from analytics.review_sentiment order by entity""")) {
      while (result.next()) {
        rows.add(result.getString(1));
      }
    }
    return rows;
  }

  private static ReviewSentiment value(
      Entity entity, long version, @Nullable Double mean, List<TopWord> words) {
    return new ReviewSentiment(
        1,
        entity,
        7,
        NOON,
        mean == null ? 0 : 4,
        mean,
        mean == null ? null : 0.25,
        words,
        version,
        new ReviewSentiment.Trace(NOON, NOON, NOON));
  }
}
