package io.flavortrend.e2e.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.e2e.CityMinutes;
import io.flavortrend.e2e.Differences;
import io.flavortrend.e2e.stack.LiveSocket;
import io.flavortrend.e2e.stack.RestClient;
import io.flavortrend.e2e.stack.Stack;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Whatever is killed comes back by itself, and no order is lost. */
@ExtendWith(LiveStack.class)
@Order(80)
class RecoveryIT {
  private static final int CITY = 904;

  /**
   * Several times what two cores need: what is slow is told in figures, what is lost fails here.
   */
  private static final Duration ALLOWED = Duration.ofMinutes(4);

  private final Stack stack;

  RecoveryIT(Stack stack) {
    this.stack = stack;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "generator",
        "notifier",
        "webapi",
        "flink-taskmanager",
        "flink-jobmanager",
        "connect",
        "kafka",
        "postgres"
      })
  @Order(1)
  void aKilledComponentComesBack(String component) {
    stack.awaitReady(Duration.ofMinutes(2));
    long killed = stack.kill(component, "KILL");
    long start = System.nanoTime();
    stack.await(
        "%s replaced and all ready".formatted(component),
        ALLOWED,
        status -> status.ready() && status.runsAnew(component, killed));
    System.out.printf(
        "recovery: %s killed, ready after %.1f s%n", component, (System.nanoTime() - start) / 1e9);
  }

  @Test
  @Order(2)
  void noOrderIsLostAndNoneIsCountedTwice() throws SQLException {
    RestClient generator = new RestClient(stack.generatorUrl(), stack.token("operator"));
    assertThat(generator.post("/stop", "").status()).isEqualTo(200);
    try {
      stack.awaitCaughtUp(Duration.ofMinutes(3));
      Map<CityMinutes.Key, CityMinutes.Figures> expected = CityMinutes.recomputed(stack);
      assertThat(Differences.between(expected, CityMinutes.inTable(stack))).isEmpty();
      assertThat(Differences.between(expected, CityMinutes.inTopic(stack))).isEmpty();
    } finally {
      assertThat(generator.post("/start", "").status()).isEqualTo(200);
    }
  }

  @Test
  @Order(3)
  void aWebSocketClientCarriesOnWhereItWasCutOff() throws SQLException {
    String token = stack.token("viewer");
    Set<String> placed = new HashSet<>();
    Set<String> seen = new HashSet<>();
    try (OwnCity city = OwnCity.open(stack, CITY)) {
      String cursor;
      try (LiveSocket socket = LiveSocket.connect(stack.notifierUrl())) {
        socket.subscribe(token, List.of("order_status"), CITY, null);
        socket.await("snapshot", ALLOWED, message -> type(message).equals("snapshot"));
        long first = city.place(BigDecimal.ONE);
        cursor =
            socket
                .await("the first order", ALLOWED, message -> isOrder(message, first))
                .path("cursor")
                .asString();
        socket.abort();
      }
      placed.add(Long.toString(city.place(BigDecimal.ONE)));
      long killed = stack.kill("notifier", "KILL");
      placed.add(Long.toString(city.place(BigDecimal.ONE)));
      stack.await("a new notifier", ALLOWED, s -> s.ready() && s.runsAnew("notifier", killed));
      placed.add(Long.toString(city.place(BigDecimal.ONE)));
      try (LiveSocket socket = LiveSocket.connect(stack.notifierUrl())) {
        socket.subscribe(token, List.of("order_status"), CITY, cursor);
        Awaitility.await("the orders of the meantime")
            .atMost(ALLOWED)
            .until(
                () -> {
                  LiveSocket.Frame frame = socket.next(Duration.ofMillis(200));
                  if (frame != null) {
                    collect(frame.json(), seen);
                  }
                  return seen.containsAll(placed);
                });
      }
    }
  }

  private static void collect(JsonNode message, Set<String> seen) {
    if (type(message).equals("event")) {
      seen.add(message.path("key").asString());
    }
    message.path("items").forEach(item -> seen.add(item.path("key").asString()));
  }

  private static boolean isOrder(JsonNode message, long order) {
    return type(message).equals("event")
        && message.path("key").asString().equals(Long.toString(order));
  }

  private static String type(JsonNode message) {
    return message.path("type").asString();
  }
}
