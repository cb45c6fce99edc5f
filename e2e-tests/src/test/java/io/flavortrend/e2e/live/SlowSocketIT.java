package io.flavortrend.e2e.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.e2e.stack.LiveSocket;
import io.flavortrend.e2e.stack.RestClient;
import io.flavortrend.e2e.stack.Stack;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A client that never reads costs itself its connection, and nobody else anything. */
@ExtendWith(LiveStack.class)
@Order(50)
class SlowSocketIT {
  private static final List<String> CHANNELS = List.of("order_status", "city_kpis");

  private final Stack stack;

  SlowSocketIT(Stack stack) {
    this.stack = stack;
  }

  @Test
  void aClientThatNeverReadsIsDroppedWhileOthersGoOn() throws IOException {
    String token = stack.token("operator");
    RestClient generator = new RestClient(stack.generatorUrl(), token);
    RestClient notifier = new RestClient(stack.notifierUrl(), token);
    try (LiveSocket reader = LiveSocket.connect(stack.notifierUrl());
        Socket mute = connect(token)) {
      reader.subscribe(token, CHANNELS, null, null);
      // Enough to fill what the kernel buffers for a client that does not read.
      pace(generator, "{\"orders_per_second\":150,\"lifecycle_seconds\":20,\"constant\":true}");
      Awaitility.await("the mute client to be dropped")
          .atMost(Duration.ofMinutes(4))
          .pollInterval(Duration.ofSeconds(1))
          .until(
              () -> {
                drain(reader);
                return notifier.json("/latency").path("clients").asInt() == 1;
              });
      assertThat(mute.isConnected()).isTrue();
      reader.await(
          "an order for the client that reads",
          Duration.ofSeconds(20),
          message -> message.path("type").asString().equals("event"));
    } finally {
      pace(generator, "{\"orders_per_second\":2,\"lifecycle_seconds\":null,\"constant\":false}");
    }
  }

  private static void pace(RestClient generator, String body) {
    assertThat(generator.post("/rate", body).status()).isEqualTo(200);
  }

  private static void drain(LiveSocket socket) {
    LiveSocket.Frame frame;
    while ((frame = socket.next(Duration.ZERO)) != null) {
      assertThat(frame.closeCode()).as("the client that reads stays connected").isZero();
    }
  }

  /** A WebSocket by hand, since every library reads: subscribed, its receive buffer tiny. */
  private Socket connect(String token) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4_096);
    socket.connect(
        new InetSocketAddress(
            InetAddress.getLoopbackAddress(), stack.port("FLAVOR_NOTIFIER_PORT")));
    socket
        .getOutputStream()
        .write(
            """
            GET /ws HTTP/1.1\r
            Host: 127.0.0.1\r
            Upgrade: websocket\r
            Connection: Upgrade\r
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
            Sec-WebSocket-Version: 13\r
            \r
            """
                .getBytes(StandardCharsets.US_ASCII));
    DataInputStream in = new DataInputStream(socket.getInputStream());
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.readByte());
    }
    assertThat(head.toString()).startsWith("HTTP/1.1 101");
    socket
        .getOutputStream()
        .write(
            masked(
                "{\"type\":\"subscribe\",\"token\":\"%s\",\"channels\":[\"%s\"]}"
                    .formatted(token, String.join("\",\"", CHANNELS))));
    return socket;
  }

  /** A text frame as clients must send it; a mask of zeros leaves the text as it is. */
  private static byte[] masked(String text) {
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    byte[] frame = new byte[payload.length + 8];
    frame[0] = (byte) 0x81;
    frame[1] = (byte) (0x80 | 126);
    frame[2] = (byte) (payload.length >> 8);
    frame[3] = (byte) payload.length;
    System.arraycopy(payload, 0, frame, 8, payload.length);
    return frame;
  }
}
