package io.flavortrend.stack.component;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

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
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(3)).build();
    return () -> {
      try {
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
      } catch (IOException e) {
        return false;
      }
    };
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
