package io.flavortrend.e2e.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flavortrend.e2e.CityMinutes;
import io.flavortrend.e2e.CityMinutes.Figures;
import io.flavortrend.e2e.Differences;
import io.flavortrend.e2e.stack.LiveSocket;
import io.flavortrend.e2e.stack.RestClient;
import io.flavortrend.e2e.stack.Stack;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** An order on its whole way: written by SQL, shown by WebSocket, REST, table and topic. */
@ExtendWith(LiveStack.class)
@Order(10)
class OrderPathIT {
  private static final int CITY = 901;
  private static final Duration SOON = Duration.ofSeconds(60);

  private final Stack stack;

  OrderPathIT(Stack stack) {
    this.stack = stack;
  }

  @Test
  @Order(1)
  void ordersWrittenBySqlAreShownByWebSocketAndRestAndCounted() throws SQLException {
    // A stack is ready while the hours that were written at its start are still on their way.
    stack.awaitCaughtUp(Duration.ofMinutes(3));
    RestClient rest = stack.rest("viewer");
    String token = stack.token("viewer");
    try (OwnCity city = OwnCity.open(stack, CITY);
        LiveSocket socket = LiveSocket.connect(stack.notifierUrl())) {
      socket.subscribe(token, List.of("order_status", "city_kpis"), CITY, null);
      socket.await("snapshot", SOON, message -> type(message).equals("snapshot"));

      long delivered = city.place(new BigDecimal("12.345"));
      awaitStatus(socket, delivered, "placed");
      JsonNode shown = order(rest, delivered);
      assertThat(shown.path("status").asString()).isEqualTo("placed");
      assertThat(shown.path("total_amount").decimalValue()).isEqualByComparingTo("12.345");
      assertThat(shown.path("currency").asString()).isEqualTo("TND");

      for (String status : List.of("accepted", "assigned", "ready", "picked_up")) {
        city.move(delivered, status);
        awaitStatus(socket, delivered, status);
      }
      Instant deliveredAt = city.move(delivered, "delivered");
      JsonNode last = awaitStatus(socket, delivered, "delivered");
      assertThat(Instant.parse(last.path("data").path("delivered_at").asString()))
          .isEqualTo(deliveredAt);
      long cancelled = city.place(new BigDecimal("99.000"));
      Instant cancelledAt = city.move(cancelled, "cancelled");
      awaitStatus(socket, cancelled, "cancelled");
      assertThat(order(rest, cancelled).path("status").asString()).isEqualTo("cancelled");

      stack.awaitCaughtUp(Duration.ofMinutes(2));
      Map<CityMinutes.Key, Figures> expected =
          expected(city.placedAt(delivered), deliveredAt, city.placedAt(cancelled), cancelledAt);
      assertThat(Differences.between(expected, of(CityMinutes.inTable(stack)))).isEmpty();
      assertThat(Differences.between(expected, of(CityMinutes.inTopic(stack)))).isEmpty();
      assertThat(Differences.between(expected, ofRest(rest))).isEmpty();
    }
  }

  @Test
  @Order(2)
  void impossibleTransitionsAreRefused() throws SQLException {
    try (OwnCity city = OwnCity.open(stack, CITY + 1)) {
      long order = city.place(BigDecimal.ONE);
      city.move(order, "ready");
      assertThatThrownBy(() -> city.move(order, "accepted"))
          .hasMessageContaining("never goes back");
      city.move(order, "delivered");
      assertThatThrownBy(() -> city.move(order, "cancelled"))
          .hasMessageContaining("delivered is final");
    }
  }

  @Test
  @Order(3)
  void theSimulatorsCitiesAreCountedAsTheirOrdersSay() throws SQLException {
    RestClient generator = new RestClient(stack.generatorUrl(), stack.token("operator"));
    assertThat(generator.post("/stop", "").status()).isEqualTo(200);
    try {
      stack.awaitCaughtUp(Duration.ofMinutes(2));
      Map<CityMinutes.Key, Figures> expected = CityMinutes.recomputed(stack);
      assertThat(expected).hasSizeGreaterThan(24);
      assertThat(Differences.between(expected, CityMinutes.inTable(stack))).isEmpty();
      assertThat(Differences.between(expected, CityMinutes.inTopic(stack))).isEmpty();
    } finally {
      assertThat(generator.post("/start", "").status()).isEqualTo(200);
    }
  }

  private static Map<CityMinutes.Key, Figures> expected(
      Instant placed, Instant delivered, Instant secondPlaced, Instant cancelled) {
    Map<CityMinutes.Key, Figures> expected = new HashMap<>();
    add(expected, placed, new Figures(1, 0, 0, new BigDecimal("0.000"), null));
    add(expected, secondPlaced, new Figures(1, 0, 0, new BigDecimal("0.000"), null));
    add(expected, cancelled, new Figures(0, 0, 1, new BigDecimal("0.000"), null));
    double minutes = ChronoUnit.MICROS.between(placed, delivered) / 6e7;
    add(expected, delivered, Figures.of(0, 1, 0, new BigDecimal("12.345"), minutes));
    return expected;
  }

  private static void add(Map<CityMinutes.Key, Figures> sum, Instant at, Figures more) {
    sum.merge(
        new CityMinutes.Key(CITY, at.truncatedTo(ChronoUnit.MINUTES)),
        more,
        (a, b) ->
            new Figures(
                a.orders() + b.orders(),
                a.delivered() + b.delivered(),
                a.cancelled() + b.cancelled(),
                a.revenue().add(b.revenue()),
                a.deliveryMicros() == null ? b.deliveryMicros() : a.deliveryMicros()));
  }

  private static Map<CityMinutes.Key, Figures> of(Map<CityMinutes.Key, Figures> all) {
    Map<CityMinutes.Key, Figures> own = new HashMap<>(all);
    own.keySet().removeIf(key -> key.city() != CITY);
    return own;
  }

  private static Map<CityMinutes.Key, Figures> ofRest(RestClient rest) {
    Map<CityMinutes.Key, Figures> result = new HashMap<>();
    for (JsonNode item : rest.json("/kpis?minutes=60&city=" + CITY).path("items")) {
      result.put(
          new CityMinutes.Key(
              item.path("city_id").asInt(), Instant.parse(item.path("window_start").asString())),
          CityMinutes.figures(item));
    }
    return result;
  }

  private static JsonNode awaitStatus(LiveSocket socket, long order, String status) {
    return socket.await(
        "order %d %s".formatted(order, status),
        SOON,
        message ->
            type(message).equals("event")
                && message.path("channel").asString().equals("order_status")
                && message.path("key").asString().equals(Long.toString(order))
                && message.path("data").path("status").asString().equals(status));
  }

  private static JsonNode order(RestClient rest, long id) {
    return StreamSupport.stream(
            rest.json("/orders/live?limit=200&city=" + CITY).path("items").spliterator(), false)
        .filter(item -> item.path("id").asLong() == id)
        .findFirst()
        .orElseThrow(() -> new AssertionError("REST does not show order " + id));
  }

  private static String type(JsonNode message) {
    return message.path("type").asString();
  }
}
