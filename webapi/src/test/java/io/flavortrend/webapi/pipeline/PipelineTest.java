package io.flavortrend.webapi.pipeline;

import static io.flavortrend.webapi.testing.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.access.Role;
import io.flavortrend.webapi.testing.TestDatabase;
import io.flavortrend.webapi.testing.TestServer;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PipelineTest {
  @Test
  void namesEachPartThatDoesNotAnswer() {
    TestDatabase.shared()
        .execute("select pg_create_logical_replication_slot('flavor_slot', 'pgoutput')");
    TestServer server = TestServer.shared();

    JsonNode pipeline = json(server.get("/api/v1/pipeline", server.token(Role.VIEWER)));

    assertThat(pipeline.path("unavailable"))
        .extracting(part -> part.path("part").asString())
        .containsExactlyInAnyOrder("kafka", "connect", "flink", "notifier", "generator");
    assertThat(pipeline.path("slot").path("name").asString()).isEqualTo("flavor_slot");
    assertThat(pipeline.path("slot").path("lag_bytes").isNumber()).isTrue();
    assertThat(pipeline.path("jobs")).isEmpty();
    assertThat(pipeline.path("dead_letters").isNull()).isTrue();
    assertThat(pipeline.path("components").get(0).toString())
        .isEqualTo("{\"name\":\"postgres\",\"state\":\"up\",\"detail\":null}");
    TestDatabase.shared().execute("select pg_drop_replication_slot('flavor_slot')");
  }

  @Test
  void saysThatTheStoreIsDownInsteadOfShowingNothing() {
    try (TestServer server = TestServer.start(Map.of("FLAVOR_POSTGRES_PORT", "1"))) {
      HttpResponse<String> cities = server.get("/api/v1/cities", server.token(Role.VIEWER));
      HttpResponse<String> ready = server.send(server.request("/api/v1/health/ready"));
      HttpResponse<String> pipeline = server.get("/api/v1/pipeline", server.token(Role.VIEWER));

      assertThat(cities.statusCode()).isEqualTo(503);
      assertThat(json(cities).path("part").asString()).isEqualTo("postgres");
      assertThat(ready.statusCode()).isEqualTo(503);
      assertThat(json(ready).path("parts").path("postgres").asString()).isNotEmpty();
      assertThat(server.send(server.request("/api/v1/health/live")).statusCode()).isEqualTo(200);
      assertThat(pipeline.statusCode()).isEqualTo(200);
      assertThat(json(pipeline).path("slot").isNull()).isTrue();
      assertThat(json(pipeline).path("unavailable").toString()).contains("\"postgres\"");
    }
  }
}
