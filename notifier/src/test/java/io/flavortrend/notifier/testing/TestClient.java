package io.flavortrend.notifier.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.codec.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** A WebSocket client that keeps what it was sent, in order. */
public final class TestClient implements WebSocket.Listener, AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final int SECONDS = 20;

  private final LinkedBlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder partial = new StringBuilder();
  private WebSocket socket;

  /** Opens a socket; fails with the handshake's exception. */
  public static TestClient open(int port, Map<String, String> headers) {
    TestClient client = new TestClient();
    WebSocket.Builder builder = HTTP.newWebSocketBuilder();
    headers.forEach(builder::header);
    client.socket = builder.buildAsync(URI.create("ws://127.0.0.1:" + port + "/ws"), client).join();
    return client;
  }

  public void send(String json) {
    socket.sendText(json, true).join();
  }

  /** The next message but heartbeats; fails when none comes. */
  public JsonNode next() {
    return next(message -> !message.path("type").asString().equals("heartbeat"));
  }

  public JsonNode next(Predicate<JsonNode> wanted) {
    try {
      while (true) {
        JsonNode message = messages.poll(SECONDS, TimeUnit.SECONDS);
        assertThat(message).as("a message within %d s", SECONDS).isNotNull();
        if (wanted.test(message)) {
          return message;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public JsonNode next(String type) {
    return next(message -> message.path("type").asString().equals(type));
  }

  /** Everything up to and including the event with this key. */
  public List<JsonNode> until(String key) {
    List<JsonNode> seen = new ArrayList<>();
    do {
      seen.add(next());
    } while (!seen.get(seen.size() - 1).path("key").asString("").equals(key));
    return seen;
  }

  public int closeStatus() {
    return closed.orTimeout(SECONDS, TimeUnit.SECONDS).join();
  }

  @Override
  public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      messages.add(Json.mapper().readTree(partial.toString()));
      partial.setLength(0);
    }
    webSocket.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
    closed.complete(statusCode);
    return null;
  }

  @Override
  public void onError(WebSocket webSocket, Throwable error) {
    closed.completeExceptionally(error);
  }

  @Override
  public void close() {
    socket.abort();
  }
}
