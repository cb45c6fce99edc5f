package io.flavortrend.stack.component;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HealthTest {
  private HttpServer server;
  private String url;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    answer("/fine", 200, "{\"taskmanagers\":1}");
    answer("/none", 200, "{\"taskmanagers\":0}");
    answer("/down", 503, "{}");
    server.start();
    url = "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void whoMissesAnotherIsNotReadyButResponds() throws InterruptedException {
    assertThat(Health.http(url + "/fine").ready()).isTrue();
    assertThat(Health.http(url + "/down").ready()).isFalse();
    assertThat(Health.responds(url + "/down").ready()).isTrue();
    server.stop(0);
    assertThat(Health.responds(url + "/fine").ready()).isFalse();
  }

  @Test
  void whoIsAskedAboutIsDeniedOnlyByAnAnswer() throws InterruptedException {
    assertThat(isListed("/fine").ready()).isTrue();
    assertThat(isListed("/none").ready()).isFalse();
    assertThat(isListed("/down").ready()).isTrue();
    server.stop(0);
    assertThat(isListed("/none").ready()).isTrue();
  }

  private Health isListed(String path) {
    return Health.notDenied(url + path, overview -> overview.path("taskmanagers").asInt() > 0);
  }

  private void answer(String path, int status, String body) {
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
          }
        });
  }
}
