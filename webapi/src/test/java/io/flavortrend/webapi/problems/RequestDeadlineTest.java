package io.flavortrend.webapi.problems;

import static io.flavortrend.webapi.testing.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.access.Role;
import io.flavortrend.webapi.testing.TestServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestDeadlineTest {
  @Test
  void whoeverGetsNoAnswerIsToldSo() throws IOException {
    // Takes connections and never says a word.
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        TestServer server =
            TestServer.start(
                Map.of(
                    "FLAVOR_POSTGRES_PORT",
                    Integer.toString(silent.getLocalPort()),
                    "FLAVOR_WEBAPI_REQUEST_TIMEOUT",
                    "PT0.2S"))) {
      HttpResponse<String> answer = server.get("/api/v1/orders/1", server.token(Role.VIEWER));

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(json(answer).path("detail").asString()).contains("within 200 ms");
    }
  }
}
