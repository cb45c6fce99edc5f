package io.flavortrend.stack.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.flavortrend.stack.StackException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The scenario verbs over HTTP, against answers as the generator gives them. */
final class GeneratorClientTest {
  private static final String RAIN =
      """
      {"id":3,"kind":"rain","city_id":1,"starts_at":"2026-11-22T15:00:00Z",
       "ends_at":"2026-11-22T15:30:00Z","strength":0.7}""";

  private final List<String> asked = new ArrayList<>();
  private HttpServer server;
  private GeneratorClient client;
  private int status = 200;
  private String answer = RAIN;

  @BeforeEach
  void serve() throws Exception {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.add(
              "%s %s %s %s"
                  .formatted(
                      exchange.getRequestMethod(),
                      exchange.getRequestURI(),
                      exchange.getRequestHeaders().getFirst("Authorization"),
                      new String(
                          exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
          byte[] body = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    client = new GeneratorClient("http://127.0.0.1:" + server.getAddress().getPort(), "secret");
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  @Test
  void startsListsAndStops() {
    assertThat(client.start("rain", 1, 30, null).id()).isEqualTo(3);
    assertThat(client.stop(3).endsAt()).isEqualTo("2026-11-22T15:30:00Z");
    answer = "[" + RAIN + "]";
    assertThat(client.list()).extracting(GeneratorClient.Scenario::kind).containsExactly("rain");
    assertThat(asked)
        .containsExactly(
            "POST /scenarios Bearer secret {\"kind\":\"rain\",\"city_id\":1,\"minutes\":30.0}",
            "DELETE /scenarios/3 Bearer secret ",
            "GET /scenarios Bearer secret ");
  }

  @Test
  void repeatsWhatTheGeneratorSays() {
    status = 400;
    answer = "{\"detail\":\"city_id is 99: allowed is 1 (Tunis)\"}";
    assertThatThrownBy(() -> client.start("rain", 99, 30, 0.5))
        .isInstanceOf(StackException.class)
        .hasMessage("city_id is 99: allowed is 1 (Tunis)");
  }

  @Test
  void saysWhoDoesNotAnswer() {
    server.stop(0);
    assertThatThrownBy(() -> client.list())
        .isInstanceOf(StackException.class)
        .hasMessageContaining("The generator does not answer at http://127.0.0.1");
  }
}
