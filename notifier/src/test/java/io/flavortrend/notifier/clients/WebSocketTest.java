package io.flavortrend.notifier.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.flavortrend.contracts.codec.Json;
import io.flavortrend.contracts.topics.TopicCatalogue;
import io.flavortrend.contracts.values.DeadLetter;
import io.flavortrend.notifier.testing.TestClient;
import io.flavortrend.notifier.testing.TestNotifier;
import io.flavortrend.notifier.testing.TestRecords;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WebSocketTest {
  private static final String ORDERS = "\"channels\":[\"order_status\"]";
  private static final AtomicLong IDS = new AtomicLong(1_000);
  private static TestNotifier notifier;

  @BeforeAll
  static void start() {
    notifier = TestNotifier.start(Map.of());
  }

  @AfterAll
  static void stop() {
    notifier.close();
  }

  @Test
  void sendsASnapshotAndThenWhatIsNew() {
    long known = place(71);
    long old = IDS.incrementAndGet();
    TestRecords.order(old, 71, 1, "delivered", Duration.ofHours(3));
    try (TestClient client = notifier.subscribed(ORDERS + ",\"city\":71")) {
      JsonNode subscribed = client.next();
      JsonNode snapshot = client.next();
      long fresh = place(71);
      TestRecords.beat(0);
      JsonNode event = client.next();

      assertThat(subscribed.toString())
          .isEqualTo(
              "{\"type\":\"subscribed\",\"channels\":[\"order_status\"],\"city\":71,"
                  + "\"heartbeat_seconds\":1}");
      assertThat(snapshot.path("type").asString()).isEqualTo("snapshot");
      assertThat(keys(snapshot)).contains(text(known)).doesNotContain(text(old));
      assertThat(event.path("type").asString()).isEqualTo("event");
      assertThat(event.path("key").asString()).isEqualTo(text(fresh));
      assertThat(event.path("data").path("status").asString()).isEqualTo("placed");
      assertThat(event.path("data").path("total_amount").toString()).isEqualTo("12.500");
      assertThat(event.path("cursor").asString()).isNotEmpty();
      assertThat(Instant.parse(event.path("sent_at").asString())).isBefore(Instant.now());
      assertThat(client.next("heartbeat").path("cursor").asString()).isNotEmpty();
    }
  }

  @Test
  void filtersByCityAndByTheTokensCities() {
    try (TestClient limited = notifier.client();
        TestClient forbidden = notifier.client()) {
      limited.send(
          "{\"type\":\"subscribe\",\"token\":\"%s\",%s}"
              .formatted(TestNotifier.token(81, 82), ORDERS));
      assertThat(limited.next().path("type").asString()).isEqualTo("subscribed");
      assertThat(limited.next().path("type").asString()).isEqualTo("snapshot");
      place(80);
      long seen = place(82);
      assertThat(limited.next().path("key").asString()).isEqualTo(text(seen));

      forbidden.send(
          "{\"type\":\"subscribe\",\"token\":\"%s\",\"city\":80,%s}"
              .formatted(TestNotifier.token(81, 82), ORDERS));
      assertThat(forbidden.next().path("code").asString()).isEqualTo("forbidden");
      assertThat(forbidden.closeStatus()).isEqualTo(4403);
    }
  }

  @Test
  void resumesWithoutHoleAndRepetitionAlsoAfterARestart() {
    String cursor;
    try (TestClient client = notifier.subscribed(ORDERS + ",\"city\":72")) {
      client.next("snapshot");
      long first = place(72);
      cursor = client.next("event").path("cursor").asString();
      assertThat(first).isPositive();
    }
    List<String> missed = LongStream.range(0, 5).mapToObj(i -> text(place(72))).toList();
    String resume = ",\"city\":72,\"resume\":\"%s\"".formatted(cursor);
    try (TestClient client = notifier.subscribed(ORDERS + resume);
        TestNotifier another = TestNotifier.start(Map.of());
        TestClient restarted = another.subscribed(ORDERS + resume)) {
      for (TestClient resumed : List.of(client, restarted)) {
        assertThat(resumed.next().path("type").asString()).isEqualTo("subscribed");
        List<String> keys =
            missed.stream().map(key -> resumed.next().path("key").asString()).toList();
        assertThat(keys).containsExactlyInAnyOrderElementsOf(missed);
      }
      String next = text(place(72));
      assertThat(client.next().path("key").asString()).isEqualTo(next);
      assertThat(restarted.next().path("key").asString()).isEqualTo(next);
    }
  }

  @Test
  void saysThatThereIsAGapBeforeANewSnapshot() {
    String elsewhere = ORDERS + ",\"resume\":\"Abc123~o1.1\"";
    try (TestClient client = notifier.subscribed(elsewhere)) {
      client.next("subscribed");
      JsonNode gap = client.next();
      assertThat(gap.path("type").asString()).isEqualTo("gap");
      assertThat(gap.path("channel").asString()).isEqualTo("order_status");
      assertThat(gap.path("reason").asString()).contains("cluster");
      assertThat(client.next().path("type").asString()).isEqualTo("snapshot");
    }
  }

  @Test
  void givesUpOnResumingAClientThatMissedTooMuch() {
    try (TestNotifier small = TestNotifier.start(Map.of("FLAVOR_NOTIFIER_MAX_REPLAYED", "2"))) {
      String cursor;
      try (TestClient client = small.subscribed(ORDERS + ",\"city\":73")) {
        client.next("snapshot");
        place(73);
        cursor = client.next("event").path("cursor").asString();
        LongStream.range(0, 3).forEach(i -> place(73));
        for (int i = 0; i < 3; i++) {
          client.next("event");
        }
      }
      try (TestClient client =
          small.subscribed(ORDERS + ",\"city\":73,\"resume\":\"%s\"".formatted(cursor))) {
        assertThat(client.next("gap").path("missed").asInt()).isEqualTo(3);
        assertThat(keys(client.next())).hasSize(4);
      }
    }
  }

  @Test
  void sendsKpisAsTheTopicHasThemInOneFrameWhereAskedTo() {
    Instant minute = Instant.now().truncatedTo(ChronoUnit.MINUTES);
    TestRecords.kpi(74, minute, 1, 5);
    TestRecords.kpi(74, minute.minus(3, ChronoUnit.HOURS), 9, 9);
    try (TestClient client =
        notifier.subscribed("\"channels\":[\"city_kpis\"],\"city\":74,\"batch\":true")) {
      JsonNode snapshot = client.next("snapshot");
      TestRecords.kpi(74, minute, 1, 4);
      TestRecords.kpi(74, minute, 2, 6);
      JsonNode events = client.next("events").path("events");

      assertThat(keys(snapshot)).containsOnly("74/" + minute);
      assertThat(events).hasSize(1);
      assertThat(events.get(0).path("version").asInt()).isEqualTo(6);
      assertThat(events.get(0).path("data").path("orders").asInt()).isEqualTo(2);
    }
  }

  @Test
  void refusesWhoIsNotAuthenticated() {
    String expired = TestNotifier.token(Instant.now().minusSeconds(1));
    for (String token : List.of("null", "\"nonsense\"", "\"" + expired + "\"")) {
      try (TestClient client = notifier.client()) {
        client.send("{\"type\":\"subscribe\",\"token\":%s,%s}".formatted(token, ORDERS));
        assertThat(client.next().path("code").asString()).isEqualTo("unauthenticated");
        assertThat(client.closeStatus()).isEqualTo(4401);
      }
    }
    assertThat(notifier.get("/latency", "").statusCode()).isEqualTo(401);
  }

  @Test
  void takesTheSessionCookie() {
    try (TestClient client =
        TestClient.open(
            notifier.port(), Map.of("Cookie", "flavor_session=" + TestNotifier.token()))) {
      client.send("{\"type\":\"subscribe\",%s}".formatted(ORDERS));
      assertThat(client.next().path("type").asString()).isEqualTo("subscribed");
    }
  }

  @Test
  void closesWhenTheTokenExpires() {
    try (TestClient client = notifier.client()) {
      String soon = TestNotifier.token(Instant.now().plusSeconds(3));
      client.send("{\"type\":\"subscribe\",\"token\":\"%s\",%s}".formatted(soon, ORDERS));
      assertThat(client.next().path("type").asString()).isEqualTo("subscribed");
      assertThat(client.closeStatus()).isEqualTo(4401);
    }
  }

  @Test
  void refusesForeignOrigins() {
    assertThatThrownBy(
            () -> TestClient.open(notifier.port(), Map.of("Origin", "http://evil.example")))
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(403));
    TestClient.open(notifier.port(), Map.of("Origin", "http://localhost:8080")).close();
  }

  @Test
  void namesWhatIsWrongWithARequest() {
    for (String request :
        List.of(
            "not json",
            "{\"type\":\"hello\"}",
            "{\"type\":\"subscribe\"}",
            "{\"type\":\"subscribe\",\"channels\":[\"nothing\"]}",
            "{\"type\":\"subscribe\",\"channels\":[\"city_kpis\"],\"city\":\"Tunis\"}")) {
      try (TestClient client = notifier.client()) {
        client.send(request);
        JsonNode error = client.next();
        assertThat(error.path("code").asString()).isEqualTo("bad_request");
        assertThat(client.closeStatus()).isEqualTo(4400);
      }
    }
  }

  @Test
  void refusesMalformedRecordsAndGoesOn() {
    String marker = "{broken " + IDS.incrementAndGet();
    try (TestClient client = notifier.subscribed(ORDERS + ",\"city\":75")) {
      client.next("snapshot");
      TestRecords.send(TopicCatalogue.ORDERS.name(), "x", marker);
      TestRecords.send(TopicCatalogue.ORDERS.name(), "y", "{\"source\":{\"table\":\"orders\"}}");
      long next = place(75);
      assertThat(client.next().path("key").asString()).isEqualTo(text(next));
    }
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(TestRecords.deadLetters())
                    .extracting(DeadLetter::consumer, DeadLetter::reason)
                    .contains(
                        org.assertj.core.groups.Tuple.tuple(
                            "notifier", DeadLetter.Reason.MALFORMED),
                        org.assertj.core.groups.Tuple.tuple(
                            "notifier", DeadLetter.Reason.CONTRACT)));
  }

  @Test
  void measuresTheWay() {
    try (TestClient client = notifier.subscribed(ORDERS + ",\"city\":76")) {
      client.next("snapshot");
      place(76);
      client.next("event");
      await()
          .atMost(Duration.ofSeconds(15))
          .untilAsserted(
              () -> {
                JsonNode latency =
                    Json.mapper().readTree(notifier.get("/latency", TestNotifier.token()).body());
                assertThat(latency.path("window_seconds").asInt()).isEqualTo(60);
                assertThat(latency.path("stages"))
                    .anySatisfy(
                        stage -> {
                          assertThat(stage.path("stage").asString()).isEqualTo("commit_to_socket");
                          assertThat(stage.path("count").asInt()).isPositive();
                          assertThat(stage.path("p50_ms").asDouble()).isPositive();
                        });
                assertThat(latency.path("clients").asInt()).isPositive();
              });
    }
  }

  private static long place(int city) {
    long id = IDS.incrementAndGet();
    TestRecords.order(id, city, id, "placed", Duration.ZERO);
    return id;
  }

  private static String text(long id) {
    return Long.toString(id);
  }

  private static List<String> keys(JsonNode snapshot) {
    return snapshot.path("items").valueStream().map(item -> item.path("key").asString()).toList();
  }
}
