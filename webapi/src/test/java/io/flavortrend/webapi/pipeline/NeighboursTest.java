package io.flavortrend.webapi.pipeline;

import static io.flavortrend.webapi.testing.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.flavortrend.access.Role;
import io.flavortrend.webapi.testing.TestServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the neighbours answer over REST, in their own words, becomes one picture. */
class NeighboursTest {
  private static final String VERTEX = "/jobs/a1/vertices/v1";
  private static final String RATES =
      "[{\"id\":\"Source__orders.numRecordsInPerSecond\",\"sum\":70.0},"
          + "{\"id\":\"kpis__Writer.numRecordsInPerSecond\",\"sum\":24.0}]";

  private static final Map<String, String> ANSWERS =
      Map.ofEntries(
          Map.entry(
              "/overview",
              "{\"taskmanagers\":1,\"slots-total\":4,\"slots-available\":3,\"jobs-running\":1}"),
          Map.entry(
              "/jobs/overview",
              """
              {"jobs":[{"jid":"a0","name":"city-kpis","state":"FAILED","start-time":1},
              {"jid":"a1","name":"city-kpis","state":"RUNNING","start-time":1795341602123}]}"""),
          Map.entry("/jobs/a1", "{\"vertices\":[{\"id\":\"v1\"}]}"),
          Map.entry(
              "/jobs/a1/checkpoints",
              """
              {"counts":{"completed":7,"failed":1},"latest":{"completed":
              {"end_to_end_duration":35,"state_size":4096}}}"""),
          Map.entry(VERTEX + "/watermarks", "[{\"id\":\"0\",\"value\":\"1795341600000\"}]"),
          Map.entry(VERTEX + "/subtasks/metrics", RATES),
          Map.entry(
              "/connectors",
              """
              {"flavor-source":{"status":{"connector":{"state":"RUNNING"},
              "tasks":[{"id":0,"state":"FAILED","trace":"no slot"}]}}}"""),
          Map.entry(
              "/latency",
              """
              {"stages":[{"stage":"capture","count":3,"p50_ms":7.5,"p99_ms":20,"max_ms":21}]}"""),
          Map.entry("/health", "ok"));

  private final AtomicInteger rounds = new AtomicInteger();

  @Test
  void showsThemAsOne() throws IOException {
    HttpServer neighbour = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    neighbour.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          if (path.equals("/overview")) {
            rounds.incrementAndGet();
          }
          byte[] answer = ANSWERS.getOrDefault(path, "").getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(answer.length == 0 ? 404 : 200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    neighbour.start();
    String url = "http://127.0.0.1:" + neighbour.getAddress().getPort();
    try (TestServer server =
        TestServer.start(
            Map.of(
                "FLAVOR_FLINK_URL", url,
                "FLAVOR_CONNECT_URL", url,
                "FLAVOR_NOTIFIER_URL", url,
                "FLAVOR_GENERATOR_URL", url))) {
      // A first round on a busy machine may miss its second.
      JsonNode pipeline =
          await()
              .atMost(Duration.ofSeconds(30))
              .until(
                  () -> pipeline(server),
                  found -> unavailable(found).equals(Set.of("kafka", "slot")));
      int before = rounds.get();
      JsonNode again = pipeline(server);

      JsonNode job = pipeline.path("jobs").get(0);
      assertThat(pipeline.path("jobs")).hasSize(1);
      assertThat(job.path("state").asString()).isEqualTo("RUNNING");
      assertThat(job.path("checkpoints_completed").asInt()).isEqualTo(7);
      assertThat(job.path("last_checkpoint_ms").asInt()).isEqualTo(35);
      assertThat(job.path("watermark_lag_ms").isNumber()).isTrue();
      assertThat(job.path("records_in_per_second").asDouble()).isEqualTo(70.0);
      assertThat(job.path("records_out_per_second").asDouble()).isEqualTo(24.0);
      assertThat(pipeline.path("connectors").get(0).path("tasks").get(0).path("trace").asString())
          .isEqualTo("no slot");
      assertThat(pipeline.path("components").toString())
          .contains(
              "{\"name\":\"connect\",\"state\":\"degraded\","
                  + "\"detail\":\"not running: flavor-source\"}",
              "{\"name\":\"generator\",\"state\":\"up\",\"detail\":null}");
      assertThat(pipeline.path("latency").get(0).path("p50_ms").asDouble()).isEqualTo(7.5);
      assertThat(again.path("as_of").isNull()).isFalse();
      assertThat(rounds.get()).isLessThanOrEqualTo(before + 1);
    } finally {
      neighbour.stop(0);
    }
  }

  private static Set<String> unavailable(JsonNode pipeline) {
    return pipeline
        .path("unavailable")
        .valueStream()
        .map(part -> part.path("part").asString())
        .collect(Collectors.toSet());
  }

  private static JsonNode pipeline(TestServer server) {
    return json(server.get("/api/v1/pipeline", server.token(Role.VIEWER)));
  }
}
