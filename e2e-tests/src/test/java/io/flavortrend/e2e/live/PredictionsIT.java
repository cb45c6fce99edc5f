package io.flavortrend.e2e.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.e2e.stack.CommandResult;
import io.flavortrend.e2e.stack.LiveSocket;
import io.flavortrend.e2e.stack.ModelSwap;
import io.flavortrend.e2e.stack.RestClient;
import io.flavortrend.e2e.stack.Stack;
import io.flavortrend.inference.testing.TestPackage;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * An order's delivery time, predicted at each stage, shown, and held against what came of it. On a
 * stack of its own with all eight jobs, which is gone before the live stack of the others starts.
 */
@Order(8)
class PredictionsIT {
  private static final Map<String, String> SETTINGS =
      Map.of(
          "FLAVOR_JOBS",
          "city-kpis,static-sla,review-sentiment,order-enrichment,restaurant-features,"
              + "courier-features,eta-prediction,dynamic-sla",
          "FLAVOR_GENERATOR_RATE",
          "2",
          "FLAVOR_GENERATOR_WARM_HOURS",
          "0");
  private static final int CITY = 940;
  private static final Duration SOON = Duration.ofSeconds(60);

  private static Stack stack;
  // Made before a socket is open: the notifier does not wait long for whoever says nothing.
  private static String viewer;

  @BeforeAll
  static void start() {
    stack = Stack.start(SETTINGS, List.of());
    viewer = stack.token("viewer");
  }

  @AfterAll
  static void stop() {
    if (stack != null) {
      stack.close();
    }
  }

  @Test
  @Order(1)
  void anOrderIsPredictedAtEachStageAndItsOutcomeBecomesAnExample() throws SQLException {
    RestClient rest = stack.rest("viewer");
    stack.awaitCaughtUp(Duration.ofMinutes(4));
    try (OwnCity city = OwnCity.open(stack, CITY);
        LiveSocket socket = predictionsOf(CITY)) {
      long order = city.place(new BigDecimal("12.500"));
      JsonNode placed = awaitPrediction(socket, order, "placed");
      city.move(order, "accepted");
      city.move(order, "assigned");
      JsonNode assigned = awaitPrediction(socket, order, "assigned");
      city.move(order, "picked_up");
      JsonNode pickedUp = awaitPrediction(socket, order, "picked_up");
      Instant deliveredAt = city.move(order, "delivered");

      for (JsonNode prediction : List.of(placed, assigned, pickedUp)) {
        double minutes = prediction.path("eta_minutes").asDouble();
        assertThat(minutes).isPositive();
        assertThat(prediction.path("eta_p10_minutes").asDouble()).isLessThanOrEqualTo(minutes);
        assertThat(prediction.path("eta_p90_minutes").asDouble()).isGreaterThanOrEqualTo(minutes);
      }
      assertThat(pickedUp.path("eta_minutes").asDouble())
          .isLessThan(placed.path("eta_minutes").asDouble());
      // The page is told before the table is written.
      Awaitility.await("the predictions of order " + order)
          .atMost(SOON)
          .untilAsserted(
              () -> {
                JsonNode shown = rest.json("/orders/" + order);
                assertThat(shown.path("predictions")).hasSize(3);
                assertThat(shown.path("order").path("prediction").path("stage").asString())
                    .isEqualTo("picked_up");
              });
      stack.awaitCaughtUp(Duration.ofMinutes(2));
      Awaitility.await("the training examples of order " + order)
          .atMost(SOON)
          .untilAsserted(
              () ->
                  assertThat(
                          one(
                              """
                              select count(*) from analytics.training_examples
                              where order_id = %d and delivered_at = '%s'
                                and abs(actual_minutes - extract(epoch from delivered_at - event_time) / 60) < 0.001
                              """
                                  .formatted(order, deliveredAt)))
                      .isEqualTo(3));
    }
  }

  @Test
  @Order(2)
  void aPromotedModelAnswersWithoutARestartAndARollbackTakesItBack() throws IOException {
    ModelSwap models = new ModelSwap(stack);
    String before = models.champion();
    models.register(TestPackage.of("e2e-1").residuals(5, 1, 12));
    models.register(TestPackage.of("e2e-2").residuals(9, 1, 12));
    try (LiveSocket socket = predictionsOf(null)) {
      for (String version : List.of("e2e-1", "e2e-2")) {
        models.promote(version);
        awaitModel(socket, version);
      }
      models.rollBack();
      awaitModel(socket, "e2e-1");
    }
    if (before != null) {
      models.promote(before);
    }
  }

  @Test
  @Order(3)
  void whatTheSimulatorsOrdersWerePredictedFromIsWhatTheirTimeKnew() {
    RestClient generator = new RestClient(stack.generatorUrl(), stack.token("operator"));
    assertThat(generator.post("/stop", "").status()).isEqualTo(200);
    try {
      stack.awaitCaughtUp(Duration.ofMinutes(2));
      CommandResult parity = stack.flavor("parity", "--one-in", "1");
      assertThat(parity.exitCode()).as(parity.text()).isZero();
      assertThat(parity.out()).contains("the same");
      System.out.print("parity: " + parity.out());
    } finally {
      assertThat(generator.post("/start", "").status()).isEqualTo(200);
    }
  }

  @Test
  @Order(4)
  void aSwapSurvivesTheTaskManagerThatWasKilledInIt() throws IOException {
    ModelSwap models = new ModelSwap(stack);
    String before = models.champion();
    models.register(TestPackage.of("e2e-3").residuals(7, 1, 12));
    try (LiveSocket socket = predictionsOf(null)) {
      models.promote("e2e-3");
      stack.kill("flink-taskmanager", "KILL");
      awaitModel(socket, "e2e-3");
    }
    if (before != null) {
      models.promote(before);
    }
    stack.awaitReady(Duration.ofMinutes(2));
  }

  /** A client that is told all further predictions; of all cities where none is named. */
  private static LiveSocket predictionsOf(@Nullable Integer city) {
    LiveSocket socket = LiveSocket.connect(stack.notifierUrl());
    socket.subscribe(viewer, List.of("eta_predictions"), city, null);
    socket.await("snapshot", SOON, message -> message.path("type").asString().equals("snapshot"));
    return socket;
  }

  private static void awaitModel(LiveSocket socket, String version) {
    socket.await(
        "an answer of " + version,
        SOON,
        message ->
            message.path("type").asString().equals("event")
                && message.at("/data/model_version").asString().equals(version));
  }

  private static JsonNode awaitPrediction(LiveSocket socket, long order, String stage) {
    return socket
        .await(
            "the prediction of order %d when %s".formatted(order, stage),
            SOON,
            message ->
                message.path("type").asString().equals("event")
                    && message.at("/data/order_id").asLong() == order
                    && message.at("/data/stage").asString().equals(stage))
        .path("data");
  }

  private long one(String sql) throws SQLException {
    try (Connection connection = stack.jdbc("flavor_read");
        Statement statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
