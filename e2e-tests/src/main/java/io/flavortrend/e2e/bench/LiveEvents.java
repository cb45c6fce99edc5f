package io.flavortrend.e2e.bench;

import io.flavortrend.e2e.stack.LiveSocket;
import io.flavortrend.e2e.stack.LiveSocket.Frame;
import io.flavortrend.e2e.stack.Stack;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;

/** What a WebSocket client is told while a bench lasts. */
final class LiveEvents {
  private LiveEvents() {}

  /**
   * Hands on each event with the instant of its arrival, until it is over.
   *
   * @throws IOException when the notifier closes the connection
   */
  static void follow(
      Stack stack,
      List<String> channels,
      BooleanSupplier isOver,
      BiConsumer<JsonNode, Instant> told)
      throws IOException {
    // Frames carry nanoTime: where the clock stood when that was zero.
    Instant clockAtZero = Instant.now().minusNanos(System.nanoTime());
    // Made before the socket is open: the notifier does not wait long for whoever says nothing.
    String viewer = stack.token("viewer");
    try (LiveSocket socket = LiveSocket.connect(stack.notifierUrl())) {
      socket.subscribe(viewer, channels, null, null);
      while (!isOver.getAsBoolean()) {
        Frame frame = socket.next(Duration.ofMillis(100));
        if (frame == null) {
          continue;
        }
        if (frame.closeCode() != 0) {
          throw new IOException("the notifier closed with " + frame.closeCode());
        }
        JsonNode message = frame.json();
        if (message.path("type").asString().equals("event")) {
          told.accept(message, clockAtZero.plusNanos(frame.atNanos()));
        }
      }
    }
  }
}
