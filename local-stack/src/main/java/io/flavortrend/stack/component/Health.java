package io.flavortrend.stack.component;

import io.flavortrend.stack.home.JsonFile;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Asks a running component whether it is ready. */
@FunctionalInterface
public interface Health {
  /** Ready as soon as the process runs. */
  Health RUNNING = () -> true;

  /**
   * Asks once, within a second or two.
   *
   * @return true where it is ready
   * @throws InterruptedException when the calling thread is interrupted
   */
  boolean ready() throws InterruptedException;

  /** Ready when a GET answers 200. */
  static Health http(String url) {
    return ask(url, response -> response.statusCode() == 200, false);
  }

  /** Ready when a GET answers 200 with JSON that satisfies the condition. */
  static Health json(String url, Predicate<JsonNode> condition) {
    return ask(
        url, response -> response.statusCode() == 200 && holds(condition, response.body()), false);
  }

  /** True when a GET is answered at all, be it with an error. */
  static Health responds(String url) {
    return ask(url, response -> true, false);
  }

  /**
   * As {@link #json}, but true also when nobody answers: who is asked about is not who is asked.
   */
  static Health notDenied(String url, Predicate<JsonNode> condition) {
    return ask(
        url, response -> response.statusCode() != 200 || holds(condition, response.body()), true);
  }

  private static Health ask(
      String url, Predicate<HttpResponse<byte[]>> condition, boolean whereNobodyAnswers) {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(3)).build();
    return () -> {
      try {
        return condition.test(client.send(request, HttpResponse.BodyHandlers.ofByteArray()));
      } catch (IOException e) {
        return whereNobodyAnswers;
      }
    };
  }

  private static boolean holds(Predicate<JsonNode> condition, byte[] body) {
    try {
      return condition.test(JsonFile.MAPPER.readTree(body));
    } catch (JacksonException e) {
      return false;
    }
  }

  /** Ready when something accepts connections. */
  static Health tcp(String host, int port) {
    return () -> {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(host, port), 1_000);
        return true;
      } catch (IOException e) {
        return false;
      }
    };
  }
}
