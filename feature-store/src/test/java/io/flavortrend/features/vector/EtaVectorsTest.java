package io.flavortrend.features.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flavortrend.contracts.cdc.OrderStatus;
import io.flavortrend.contracts.values.EnrichedOrder;
import io.flavortrend.contracts.values.Stage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EtaVectorsTest {
  /** A Sunday, 12:00 in Tunis. */
  private static final Instant PLACED = Instant.parse("2026-03-01T11:00:00Z");

  @Test
  void everythingKnown() {
    double[] vector =
        EtaVectors.of(
            order("Africa/Tunis", Instant.parse("2026-03-01T11:12:30Z")),
            Stage.PICKED_UP,
            Map.of("open_orders", 7.0),
            Map.of("idle_since", PLACED.getEpochSecond() - 60.0, "vehicle", 1.0),
            Map.of("pressure", 80.0));

    assertThat(value(vector, "stage")).isEqualTo(2);
    assertThat(value(vector, "hour")).isEqualTo(12 + 12.5 / 60);
    assertThat(value(vector, "weekday")).isEqualTo(6);
    assertThat(value(vector, "holiday")).isEqualTo(1);
    assertThat(value(vector, "minutes_since_opening")).isEqualTo(72.5);
    assertThat(value(vector, "minutes_since_placed")).isEqualTo(12.5);
    assertThat(value(vector, "minutes_since_accepted")).isEqualTo(11.5);
    assertThat(value(vector, "minutes_since_ready")).isNaN();
    assertThat(value(vector, "promise_minutes")).isEqualTo(-2.5);
    assertThat(value(vector, "weather_condition")).isEqualTo(2);
    assertThat(value(vector, "weather_age_minutes")).isEqualTo(42.5);
    assertThat(value(vector, "restaurant_open_orders")).isEqualTo(7);
    assertThat(value(vector, "restaurant_paused")).isNaN();
    assertThat(value(vector, "courier_idle_minutes")).isEqualTo(13.5);
    assertThat(value(vector, "courier_vehicle")).isEqualTo(1);
    assertThat(value(vector, "city_pressure")).isEqualTo(80);
    assertThat(EtaVectors.ofNamed(EtaVectors.named(vector))).containsExactly(vector);
  }

  @Test
  void whatIsUnknownIsNotANumber() {
    double[] vector = EtaVectors.of(order(null, PLACED), Stage.PLACED, null, null, null);

    assertThat(value(vector, "hour")).isNaN();
    assertThat(value(vector, "minutes_since_opening")).isNaN();
    assertThat(value(vector, "restaurant_open_orders")).isNaN();
    assertThat(EtaVectors.named(vector)).containsEntry("city_pressure", null);
  }

  @Test
  void aZoneThatDoesNotExistIsUnknown() {
    assertThat(
            value(
                EtaVectors.of(order("Not a zone", PLACED), Stage.PLACED, null, null, null), "hour"))
        .isNaN();
  }

  @Test
  void namesAreKnown() {
    assertThat(EtaVector.names()).doesNotHaveDuplicates().contains("courier_idle_minutes");
    assertThatThrownBy(() -> EtaVector.index("nonsense"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nonsense");
  }

  private static double value(double[] vector, String name) {
    return vector[EtaVector.index(name)];
  }

  private static EnrichedOrder order(@Nullable String zone, Instant at) {
    return new EnrichedOrder(
        1,
        4711,
        1,
        "Tunis",
        null,
        zone,
        true,
        12,
        null,
        null,
        null,
        null,
        660,
        88,
        1,
        77L,
        OrderStatus.PICKED_UP,
        PLACED,
        PLACED.plusSeconds(60),
        null,
        null,
        at,
        null,
        null,
        PLACED.plusSeconds(600),
        new BigDecimal("3.2"),
        2,
        new BigDecimal("27.5"),
        "TND",
        false,
        new EnrichedOrder.Weather("rain", 14.0, 1.5, null, PLACED.minusSeconds(1800)),
        false,
        42.5,
        false,
        false,
        at,
        16,
        new EnrichedOrder.Trace(at, at, at));
  }
}
