package io.flavortrend.jobs.orderenrichment;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.codec.JsonCodec;
import io.flavortrend.contracts.values.EnrichedOrder;
import io.flavortrend.jobs.frame.upsert.UpsertSink;
import io.flavortrend.jobs.testing.LocalDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract's samples through the real sink into the real table. */
class EnrichedOrderTableTest {
  private static final Path SAMPLES =
      Path.of("../contracts/src/main/resources/samples/orders_enriched");

  @TempDir Path temp;

  @Test
  void aValueBecomesARow() throws Exception {
    try (LocalDatabase database =
        LocalDatabase.start(temp, "source_tables", "analytics", "orders_enriched")) {
      write(database, "nothing_known");
      assertThat(database.row("select * from analytics.orders_enriched"))
          .containsEntry("city_name", null)
          .containsEntry("weather_missing", "t")
          .containsEntry("lookup_missing", "t")
          .containsEntry("courier_id", null);
      write(database, "complete");
      assertThat(database.row("select * from analytics.orders_enriched"))
          .containsEntry("order_id", "4711")
          .containsEntry("city_name", "Tunis")
          .containsEntry("city_population", "638845")
          .containsEntry("timezone", "Africa/Tunis")
          .containsEntry("restaurant_name", "Dar Jasmin")
          .containsEntry("cuisine", "tunisian")
          .containsEntry("restaurant_latitude", "36.8")
          .containsEntry("customer_id", "88")
          .containsEntry("customer_city_id", "1")
          .containsEntry("courier_id", "81")
          .containsEntry("status", "assigned")
          .containsEntry("assigned_at", "2026-03-01 11:03:00+00")
          .containsEntry("ready_at", null)
          .containsEntry("promised_at", "2026-03-01 11:45:00+00")
          .containsEntry("distance_km", "3.250")
          .containsEntry("item_count", "2")
          .containsEntry("total_amount", "27.500")
          .containsEntry("currency", "TND")
          .containsEntry("weather_condition", "rain")
          .containsEntry("weather_rain_mm", "1.2")
          .containsEntry("weather_wind_kmh", null)
          .containsEntry("weather_observed_at", "2026-03-01 11:00:00+00")
          .containsEntry("weather_age_minutes", "3")
          .containsEntry("event_time", "2026-03-01 11:03:00+00")
          .containsEntry("version", "552907264");
    }
  }

  private static void write(LocalDatabase database, String sample) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1);
    env.fromData(
            TypeInformation.of(EnrichedOrder.class),
            new JsonCodec<>(EnrichedOrder.class)
                .decode(Files.readAllBytes(SAMPLES.resolve(sample + ".json"))))
        .sinkTo(new UpsertSink<>("test", database.config(), EnrichedOrderTable.table()));
    env.execute();
  }
}
