package io.flavortrend.notifier.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flavortrend.contracts.codec.Json;
import io.flavortrend.notifier.testing.TestClient;
import io.flavortrend.notifier.testing.TestNotifier;
import io.flavortrend.notifier.testing.TestRecords;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SlowClientTest {
  @Test
  @Timeout(120)
  void closesAClientThatNeverReadsAndServesTheOthers() throws IOException {
    Map<String, String> settings =
        Map.of(
            "FLAVOR_NOTIFIER_MAX_QUEUED", "50",
            "FLAVOR_NOTIFIER_COALESCE_AT", "10",
            "FLAVOR_NOTIFIER_MAX_STALL_SECONDS", "1");
    try (TestNotifier notifier = TestNotifier.start(settings);
        Socket deaf = subscribeAndNeverRead(notifier);
        TestClient other =
            notifier.subscribed("\"channels\":[\"city_kpis\"],\"city\":91,\"batch\":true")) {
      other.next("snapshot");
      await().until(() -> clients(notifier) == 2);
      Instant minute = Instant.now().truncatedTo(ChronoUnit.MINUTES);
      // Each round fills socket buffers with snapshots until nothing more fits.
      for (int version = 1; clients(notifier) == 2; version++) {
        assertThat(version).as("rounds").isLessThan(100_000);
        TestRecords.kpi(91, minute, version, version);
        other.next("events");
      }
      assertThat(clients(notifier)).isEqualTo(1);
      TestRecords.kpi(91, minute.minusSeconds(60), 1, 1);
      assertThat(other.next("events").path("events")).isNotEmpty();
      assertThat(deaf.isConnected()).isTrue();
    }
  }

  private static int clients(TestNotifier notifier) {
    return Json.mapper()
        .readTree(notifier.get("/latency", TestNotifier.token()).body())
        .path("clients")
        .asInt();
  }

  /** By hand, since every client library reads on its own; a tiny window fills soon. */
  private static Socket subscribeAndNeverRead(TestNotifier notifier) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(1_024);
    socket.connect(new java.net.InetSocketAddress("127.0.0.1", notifier.port()));
    OutputStream out = socket.getOutputStream();
    out.write(
        ("GET /ws HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
                + "Authorization: Bearer "
                + TestNotifier.token()
                + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    InputStream in = socket.getInputStream();
    for (int newlines = 0; newlines < 4; ) {
      int read = in.read();
      newlines = read == '\r' || read == '\n' ? newlines + 1 : 0;
    }
    byte[] message =
        "{\"type\":\"subscribe\",\"channels\":[\"city_kpis\",\"order_status\"]}"
            .getBytes(StandardCharsets.UTF_8);
    out.write(new byte[] {(byte) 0x81, (byte) (0x80 | message.length), 0, 0, 0, 0});
    out.write(message);
    out.flush();
    return socket;
  }
}
